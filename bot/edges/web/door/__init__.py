"""The door: the pages in front of a meeting, for guests and hosts."""
