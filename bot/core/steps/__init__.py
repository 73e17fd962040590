"""What a conversation can ask of the outside, as plain data."""
