"""What happens next: a generator of steps for each command."""
