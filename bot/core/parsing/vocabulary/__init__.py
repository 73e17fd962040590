"""The words of each language that the parser knows; adding a word is one entry in one table."""
