"""What happens next, for each command, step by step."""
