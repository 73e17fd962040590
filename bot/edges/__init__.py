"""Talks to the outside, and decides nothing."""
