"""The second reader: suggests commands for a sentence that the grammar can't parse.

Each suggestion is a sentence of the grammar. It never does anything itself.
"""
