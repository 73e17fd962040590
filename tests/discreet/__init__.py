"""Stories with a bot that is discreet."""
