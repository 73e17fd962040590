"""Templates of whole sentences: the strict form beside the grammar of words.

What matches a template from its first word to its last is done, as the grammar parses it.
"""
