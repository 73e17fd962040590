"""What happens at the doors of meetings, and the commands about it."""
