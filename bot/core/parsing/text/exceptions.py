"""Finds the words before people who are not meant: `except bob@x.com`, `instead of bob@x.com`."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.parsing.text.words import Word
from bot.core.parsing.vocabulary.all_languages import sentence_words

EXCEPTIONS = sentence_words("exceptions") | sentence_words("instead")
"""Words and phrases before people who are not meant."""

_PHRASES = {tuple(each.split()) for each in EXCEPTIONS}
_LONGEST = max(map(len, _PHRASES))


def exception_at(words: Sequence[Word], at: int) -> int:
    """Return how many words from `at` on say that whoever follows isn't meant; 0 for none."""
    keys = tuple(word.key for word in words[at : at + _LONGEST])
    return next((n for n in range(len(keys), 0, -1) if keys[:n] in _PHRASES), 0)
