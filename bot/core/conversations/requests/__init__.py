"""Requests: who asked, which meeting they mean, and what is decided about it."""
