"""Reaches guests by email, text message and QR code."""
