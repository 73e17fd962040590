"""Asks about words that no slot has read: to ignore them could send a link to the wrong person."""

from __future__ import annotations

from itertools import pairwise

from bot.core.domain.commands import Unclear
from bot.core.domain.hints import Hint
from bot.core.parsing.slots.language_slots import LANGUAGES
from bot.core.parsing.slots.slot import FILLERS
from bot.core.parsing.text import addresses, phone_numbers
from bot.core.parsing.text.words import Kind, Word, Words, joined
from bot.core.parsing.times import time_zones
from bot.core.parsing.vocabulary.all_languages import sentence_words

EXCEPTIONS = sentence_words("exceptions")
"""Words before people who are not meant."""

_TIME_LEADS = frozenset(
    {"at", "until", "till", "on", "in", "um", "bis", "tomorrow", "next", "between", "before"}
    | {"after", "around", "later", "soon", "zwischen", "nach", "gegen", "about"}
)
_TIME_UNITS = frozenset({"minute", "minutes", "min", "mins", "hour", "hours", "bit", "while"})
_KINDS = frozenset({"healthcare", "health-care", "clinical", "medical", "hc", "general"})


def unread(words: Words, hint: Hint = Hint.WORDS, times: bool = False) -> Unclear | None:
    """Return a question about the words that no slot has read, or None if they can be ignored.

    Args:
        words: the remaining words.
        hint: the hint for ordinary words.
        times: whether the command takes a time.
    """
    left = [word for word in words if _means_something(word)]
    for word in left:
        if not word.guest and addresses.looks_like_address(word.raw):
            # After many addresses, further words aren't checked.
            wrong = Hint.TOO_MANY if addresses.address(word.raw) else Hint.ADDRESS
            return Unclear(word.raw[:100], wrong)
    if not left:
        return None
    if phone_numbers.looks_like_number(left[:8]):
        hint = Hint.PHONE
    else:
        hint = _why(*(word.key for word in left[:4]), times=times) or hint
    return Unclear(joined(left[:100])[:100], hint)


def _why(first: str, second: str = "", *others: str, times: bool) -> Hint | None:
    """Return the hint for words by what the first ones look like."""
    if first in _KINDS or first in LANGUAGES:
        return Hint.LEAD
    if first == "for":
        return Hint.HOW_LONG if second.isdigit() or not times else Hint.PURPOSE
    if first.isdigit() and second[:1].isalpha():
        return Hint.HOW_MANY
    if not times:
        return Hint.HOW_LONG if first.isdigit() else None
    of_time = second[:1].isdigit() or {second, *others} & _TIME_UNITS
    if (first == "in" and not of_time) or time_zones.zone_at(first, led=True):
        return Hint.PLACE
    return Hint.WHICH_TIME if first in _TIME_LEADS or first[:1].isdigit() else None


def _means_something(word: Word) -> bool:
    if word.kind is Kind.PLAIN:
        return bool(word.key) and word.key not in FILLERS
    return bool(word.inside) if word.kind is Kind.QUOTED else word.kind is not Kind.MARK


def leaves_out(words: Words) -> bool:
    """Return whether somebody is named who is not meant, as in `not bob@x.com`."""
    said = [word for word in words if word.key not in FILLERS]
    return any(before.key in EXCEPTIONS and word.guest for before, word in pairwise(said))
