"""Meetings, guests, links and commands as plain data."""
