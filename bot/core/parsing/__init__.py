"""Reads what people write: a sentence becomes a command."""
