"""The Instant Connect bot for Webex."""
