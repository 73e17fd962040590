"""Webex's REST API and webhooks."""
