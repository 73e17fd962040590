"""Finds words that may be a meeting's subject, although no word such as `about` leads to them."""

from __future__ import annotations

import re

from bot.core.suggesting.clearer_times import TIME_WORDS
from bot.core.suggesting.ranking import index
from bot.core.suggesting.tokens import tokens

_PIECES = re.compile(r"[.!?;,:|\n]+|\s[-–—]+\s|[-–—]+$")
_ON = re.compile(r"(?:on|for|over|zu|zum|zur|sur|para)\s+(.+)", re.IGNORECASE | re.DOTALL)


def apart(sentence: str) -> str:
    """Return the part of a sentence that stands alone and has words that no example has.

    Args:
        sentence: with ``{person}`` and other placeholders: `{person} - {time} - Q2 forecast`.
    """
    pieces = [each.strip() for each in _PIECES.split(sentence)]
    alone = [each for each in pieces if each and "{" not in each]
    if len(alone) == len(pieces):
        return ""
    return next((each for each in alone if not index().knows(tokens(each))), "")


def behind_on(said: str) -> str:
    """Return the subject of `on the roadmap`; empty if the words may say when."""
    found = _ON.fullmatch(said)
    timed = found and TIME_WORDS.intersection(tokens(found[1]))
    return "" if found is None or timed or re.search(r"\d", said) else found[1]
