"""Texts, times and languages: how things are said."""
