"""The sandbox's Webex and Instant Connect alone, for developing and testing any Webex bot."""
