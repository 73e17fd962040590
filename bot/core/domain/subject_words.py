"""Compares the words by which people speak of a meeting with its subject."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"\w+")
_SIGNS = re.compile(r"(?<!\S)[^\w\s]+(?!\S)")


def has_words(subject: str, said: str) -> bool:
    """Return whether a subject has all of these words.

    Words have to match whole words, but in scripts without spaces any part of one.
    """
    subject, said = _folded(subject), _folded(said)
    own = set(_WORD.findall(subject))
    words = [*_WORD.findall(said), *_SIGNS.findall(said)]
    return all(each in own or (not _has_spaces(each) and each in subject) for each in words)


def _folded(text: str) -> str:
    """Return `text` as it is compared: without case, and with one form for each letter."""
    return unicodedata.normalize("NFKC", text.casefold()).casefold()


def _has_spaces(word: str) -> bool:
    """Return whether `word` is in a script that puts spaces between words."""
    return any(char < "\u0e00" and char.isalnum() for char in word)
