"""A small Webex and Instant Connect on this machine."""
