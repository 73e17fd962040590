"""Words that tell one thing become one word: a day, a duration, a number of guests.

Each slot brings a pattern of its own, and a command is searched for those of its slots alone,
once, in one pass: an effort that is linear in the words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from bot.core.parsing.words import Kind, Word, Words, joined

PERSON, QUOTED, MARK, OTHER = "\x01", "\x02", "\x03", "\x05"
"""What stands for a person, a quotation, a separator, and what tells nothing, such as a bracket,
in the text that patterns search."""

_STAND_INS = {Kind.PERSON: PERSON, Kind.QUOTED: QUOTED, Kind.MARK: MARK, Kind.TOLD: "\x04"}
_LONGEST = 48  # characters of a word that can tell something: a time with its offset, a zone
_DASHES = frozenset("-–—")


def pattern(frames: list[str]) -> re.Pattern[str] | None:
    """Return one pattern of whole words for many; the last group of a match says what it tells.

    Args:
        frames: verbose patterns over words in the form in which they are compared, one space
            between two words.
    """
    if not frames:
        return None
    # ASCII: the digits of other scripts are no numbers to the library that reads the dates.
    return re.compile(rf"(?<!\S)(?![\x01-\x05])(?:{'|'.join(frames)})(?!\S)", re.VERBOSE | re.ASCII)


def one_of(names: Iterable[str]) -> str:
    """Return a pattern of any of `names`, tried only where a letter stands with which one begins.

    Nearly no word of a sentence is one of them, and to try them all takes long.
    """
    longest_first = sorted(names, key=len, reverse=True)
    letters = "".join(sorted({name[0] for name in longest_first}))
    return rf"(?:(?=[{letters}])(?:{'|'.join(longest_first)}))"


MOST = 64
"""Things that one sentence may tell: no meeting needs more, and each takes its effort."""


def framed(words: Words, searched: re.Pattern[str] | None) -> list[Word] | None:
    """Return `words` in which those that tell one thing have become one; None for too many."""
    if searched is None:
        return list(words)
    texts = [_text(word) for word in words]
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    found: list[Word] = []
    done = 0
    for number, match in enumerate(searched.finditer(" ".join(texts))):
        if number == MOST:
            return None
        first, last = (bisect_right(starts, at) - 1 for at in match.span())
        found += [*words[done:first], _telling(words, starts, match)]
        done = last + 1
    return [*found, *words[done:]]


def telling(words: Words, *what: str) -> tuple[list[Word], list[Word]]:
    """Return those of `words` that tell one of `what`, and the others."""
    return [w for w in words if w.tells in what], [w for w in words if w.tells not in what]


def _text(word: Word) -> str:
    if word.guest:
        return PERSON
    if word.kind is not Kind.PLAIN:
        return _STAND_INS[word.kind]
    if word.raw.startswith("#"):
        return f"#{word.key}" if word.key.isdigit() else OTHER
    if len(word.key) > _LONGEST or " " in word.key:
        return OTHER
    return word.key or ("-" if word.raw in _DASHES else OTHER)


def _telling(words: Words, starts: list[int], match: re.Match[str]) -> Word:
    tells = match.lastgroup or ""
    whole = _covered(words, starts, match.span())
    own = _covered(words, starts, match.span(tells))
    written = own[0].inside if own[0].kind is Kind.QUOTED else joined(own)
    raw = joined(whole)
    return Word(Kind.TOLD, raw, "", whole[0].gap, inside=written, tells=tells, value=match[tells])


def _covered(words: Words, starts: list[int], span: tuple[int, int]) -> Words:
    first, last = (bisect_right(starts, at) - 1 for at in span)
    return words[first : last + 1]
