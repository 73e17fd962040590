"""Reads the parts of a command: people, subjects, meetings, options, devices."""
