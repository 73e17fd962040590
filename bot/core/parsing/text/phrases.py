"""Merges several words with one meaning into one: a date, a duration, a number of guests.

Each slot has a pattern. The patterns of a command's slots are searched together in one pass, so
that the effort stays linear in the number of words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from bot.core.parsing.text.words import Kind, Word, Words, joined

PERSON, QUOTED, MARK, OTHER = "\x01", "\x02", "\x03", "\x05"
"""Characters that replace people, quotations, separators, and anything else that no pattern may
match, in the text to search."""

_STAND_INS = {Kind.PERSON: PERSON, Kind.QUOTED: QUOTED, Kind.MARK: MARK, Kind.PHRASE: "\x04"}
_LONGEST = 48  # characters of the longest word in a phrase: a time with its offset, a zone
_NEGATIVE = re.compile(r"[-\u2212]\d")
_DASHES = frozenset("-–—")


def compile_patterns(patterns: list[str]) -> re.Pattern[str] | None:
    """Compile several patterns into one that matches whole words.

    The name of the last group of a match is what the phrase means.

    Args:
        patterns: verbose patterns over the keys of words, which are separated by single spaces.
    """
    if not patterns:
        return None
    # ASCII only: the library that parses dates doesn't know the digits of other scripts.
    return re.compile(rf"(?<!\S)(?![\x01-\x05]){any_of(*patterns)}(?!\S)", re.VERBOSE | re.ASCII)


def one_of(names: Iterable[str]) -> str:
    """Return a pattern that matches any of `names`.

    The pattern tests the first letter before trying all names, because few words match.
    """
    longest_first = sorted(names, key=len, reverse=True)
    letters = "".join(sorted({name[0] for name in longest_first}))
    return rf"(?:(?=[{letters}]){any_of(*map(re.escape, longest_first))})"


def any_of(*patterns: str) -> str:
    """Return a pattern that matches what any of `patterns` does, tried in this order."""
    return rf"(?:{'|'.join(patterns)})"


def any_phrase(*lines: str) -> re.Pattern[str]:
    """Return what finds one of the phrases of `lines`, a line for each language, as whole words."""
    return re.compile(rf"\b{any_of(*lines)}\b", re.IGNORECASE)


MOST, MOST_NUMBERS = 64, 500
"""The most phrases and bare numbers in one sentence; no meeting needs more, and each costs time."""


def merge_phrases(words: Words, searched: re.Pattern[str] | None) -> list[Word] | None:
    """Return `words` with each phrase merged into one word, or None for too many phrases."""
    if searched is None:
        return list(words)
    texts = [_text(word) for word in words]
    if sum(map(str.isdigit, texts)) > MOST_NUMBERS:
        return None
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    found: list[Word] = []
    done = 0
    for number, match in enumerate(searched.finditer(" ".join(texts))):
        if number == MOST:
            return None
        first, last = (bisect_right(starts, at) - 1 for at in match.span())
        found += [*words[done:first], _phrase(words, starts, match)]
        done = last + 1
    return [*found, *words[done:]]


def partition(words: Words, *meanings: str) -> tuple[list[Word], list[Word]]:
    """Return the phrases in `words` with one of these meanings, and all other words."""
    return (
        [word for word in words if word.means in meanings],
        [word for word in words if word.means not in meanings],
    )


def _text(word: Word) -> str:
    if word.guest:
        return PERSON
    if word.kind is not Kind.PLAIN:
        return _STAND_INS[word.kind]
    if word.raw == "@":
        return "@"
    if word.raw.startswith("#"):
        return f"#{word.key}" if word.key.isdigit() else OTHER
    if _NEGATIVE.match(word.raw) or len(word.key) > _LONGEST or " " in word.key:
        return OTHER
    return word.key or ("-" if word.raw in _DASHES else OTHER)


def _phrase(words: Words, starts: list[int], match: re.Match[str]) -> Word:
    meaning = match.lastgroup or ""
    whole = _covered(words, starts, match.span())
    own = _covered(words, starts, match.span(meaning))
    inside = own[0].inside if own[0].kind is Kind.QUOTED else joined(own)
    gap, value = whole[0].gap, match[meaning]
    return Word(Kind.PHRASE, joined(whole), "", gap, inside=inside, means=meaning, value=value)


def _covered(words: Words, starts: list[int], span: tuple[int, int]) -> Words:
    first, last = (bisect_right(starts, at) - 1 for at in span)
    return words[first : last + 1]
