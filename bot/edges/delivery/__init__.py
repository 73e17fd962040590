"""Delivers links outside Webex: email, calendar, text messages, QR codes."""
