"""What is remembered of meetings, and where."""
