"""What the bot answers to whoever calls it."""
