"""Stories in discreet mode."""
