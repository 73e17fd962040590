"""The second reader: suggests commands for a sentence that the grammar can't parse.

Each suggestion is a sentence of the grammar. Only what a clear example says is done at once.
"""
