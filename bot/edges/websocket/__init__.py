"""Receives notices over a WebSocket that the bot opens."""
