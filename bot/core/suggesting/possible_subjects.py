"""Finds words that may be a meeting's subject, although no word such as `about` leads to them."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.core.composing.evidence import Evidence
from bot.core.composing.tokens import tokens
from bot.core.suggesting.clearer_times import TIME_WORDS
from bot.core.suggesting.ranking import index

_PIECES = re.compile(r"[.!?;,:|\n]+|\s[-–—]+\s|[-–—]+$")
_ON = re.compile(r"(?:on|for|over|zu|zum|zur|sur|para)\s+(.+)", re.IGNORECASE | re.DOTALL)


_AROUND = re.compile(
    r"^(?:a|an|the|my|our|new|quick|please|eine?|une?|una)\s+"
    r"|\s*\b(?:meeting|call|video|with|w|for|mit|avec|con|reunión|réunion|termin)$",
    re.IGNORECASE,
)
"""Words around a subject that stands before the people."""


def with_and_without(perhaps: str, found: Evidence) -> list[Evidence]:
    """Return the evidence with words that may be the subject, if there are any, and without.

    Args:
        perhaps: words that the grammar could not read; empty for none.
        found: the evidence, without a subject.
    """
    sentence = found.sentence
    subject = perhaps or _apart(sentence) or _before_people(sentence)
    devices = re.findall(r'"(.+?)"', found.options.casefold())
    if not subject or any(name in subject.casefold() for name in devices):
        return [found]
    return [replace(found, subject=subject), found]


def _before_people(sentence: str) -> str:
    """Return the words before the people, such as `budget meeting with`, if they are a subject."""
    words = sentence.partition("{person}")[0] if "{person}" in sentence else ""
    trimmed = None
    while trimmed != words:
        trimmed, words = words, _AROUND.sub("", words.strip(" ,:-–"))
    known = index().knows(tokens(words))
    return "" if known or "{" in words or len(words.split()) > _MOST_WORDS else words


_MOST_WORDS = 3


def _apart(sentence: str) -> str:
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
