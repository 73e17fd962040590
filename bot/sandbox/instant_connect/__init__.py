"""A small Instant Connect."""
