"""Tells whether a word is another one with a typing error."""

from __future__ import annotations


def is_slip(word: str, meant: str) -> bool:
    """Return whether one letter is missing, too many, wrong, or changed places with the next."""
    if abs(len(word) - len(meant)) > 1 or word == meant:
        return False
    start = next((at for at, (a, b) in enumerate(zip(word, meant, strict=False)) if a != b), None)
    if start is None:
        return True
    rest, other = word[start:], meant[start:]
    swapped = rest[:2] == other[1::-1] and rest[2:] == other[2:] and len(other) > 1
    return swapped or rest[1:] == other[1:] or rest[1:] == other or rest == other[1:]
