"""Judges what the doctor saw of an installation."""
