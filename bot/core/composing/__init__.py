"""Finds what a sentence mentions, and composes a sentence of the grammar from it."""
