"""Puts the parts together into a running process."""
