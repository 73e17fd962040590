"""Pretends: a small Webex and Instant Connect on loopback."""
