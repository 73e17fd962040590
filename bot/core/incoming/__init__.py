"""What Webex tells the bot, parsed or refused."""
