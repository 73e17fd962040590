"""A small Webex."""
