"""What an operator sees of the bot."""
