"""The second reader: what a sentence that the grammar did not take is probably meant for.

It suggests commands, each of which is a sentence of the grammar, and never does anything itself.
"""
