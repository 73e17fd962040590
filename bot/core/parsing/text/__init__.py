"""Reads a message as words: mentions, quotations, addresses, phone numbers, phrases."""
