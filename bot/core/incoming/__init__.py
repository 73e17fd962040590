"""What Webex sends the bot, parsed or refused."""
