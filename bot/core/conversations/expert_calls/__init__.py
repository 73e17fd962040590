"""Calls to a group of experts: asks them tier by tier, and takes back what was asked."""
