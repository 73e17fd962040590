"""Asks and looks, for the doctor."""
