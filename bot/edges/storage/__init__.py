"""What is stored of meetings, and where."""
