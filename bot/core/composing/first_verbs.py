"""Tells by its verb what a sentence asks for, in whatever form the verb stands."""

from __future__ import annotations

import re

from bot.core.parsing.command_words import skip_courtesies
from bot.core.parsing.text.words import joined, split
from bot.core.parsing.vocabulary.all_languages import AROUND
from bot.core.parsing.vocabulary.verb_stems import any_form

_CANCELS, _MOVES, _SHORTENS = any_form("cancels"), any_form("moves"), any_form("shortens")
_ADDS, _REMOVES = any_form("adds"), any_form("removes")

PARTS_OF_CANCEL = tuple(pair for pair, rule in AROUND.items() if rule == "cancel")
"""Both parts of verbs that cancel: `sag … ab`."""

_HEAD = 60
"""The characters of a sentence that its first verb is looked for in."""

_ENDS = re.compile(
    "|".join(
        [any_form("cancels", "discards", "ends").pattern]
        + [rf"\b{first}\w*\b.*\b{last}\b" for first, last in PARTS_OF_CANCEL]
    ),
    re.IGNORECASE,
)


def begins_to_cancel(text: str) -> bool:
    """Return whether the first word of a sentence, but for polite ones, cancels a meeting."""
    return bool(_CANCELS.match(_without_courtesies(text)))


def begins_to_move(text: str) -> bool:
    """Return whether the first word of a sentence moves a meeting, or makes it longer."""
    return bool(_MOVES.match(_without_courtesies(text)))


def begins_to_add(text: str) -> bool:
    """Return whether the first word of a sentence invites somebody."""
    return bool(_ADDS.match(_without_courtesies(text)))


def speaks_of_removing(text: str) -> bool:
    """Return whether a sentence says anywhere that somebody is, or was, a guest wrongly."""
    return bool(_REMOVES.search(text))


def speaks_of_an_end(text: str) -> bool:
    """Return whether a sentence says anywhere that something is over, or is to be."""
    return bool(_ENDS.search(text))


def speaks_of_less(text: str) -> bool:
    """Return whether a sentence says anywhere that something is to be shorter."""
    return bool(_SHORTENS.search(text))


def _without_courtesies(text: str) -> str:
    return joined(skip_courtesies(split(text[:_HEAD]))).strip()
