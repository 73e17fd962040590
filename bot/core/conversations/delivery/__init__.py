"""Links and messages: mints them, sends them, takes them back."""
