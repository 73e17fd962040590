"""What happens later without a command: reminders, offers, events to programs."""
