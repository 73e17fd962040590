"""Webex: what it is asked, and how it tells the bot something."""
