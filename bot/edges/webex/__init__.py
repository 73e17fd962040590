"""Talks to Webex: messages, webhooks, and messages whose notices were lost."""
