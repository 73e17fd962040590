"""Parses what people write into a command, and writes a command as a sentence."""
