"""Tells a sentence that cancels all meetings, and not one: `cancel everything`."""

from __future__ import annotations

import re
from itertools import chain

from bot.core.composing.first_verbs import PARTS_OF_CANCEL
from bot.core.composing.meeting_words import BOTH, DETERMINERS, EVERYTHING, NOUNS, OF, POINTING
from bot.core.parsing.command_words import skip_courtesies
from bot.core.parsing.slots.subjects import COURTESIES
from bot.core.parsing.text.words import split
from bot.core.parsing.vocabulary.all_languages import DAYS, WEEKDAYS, all_of
from bot.core.parsing.vocabulary.verb_stems import any_form

_VERB = any_form("cancels", "discards").pattern
_AT_ONE_END = re.compile(rf"(?:{_VERB}(?P<behind>.*)|(?P<before>.*){_VERB})", re.IGNORECASE)
_OF_ALL = EVERYTHING | DETERMINERS | NOUNS | POINTING
_SAYS_NOTHING = COURTESIES | frozenset(all_of("now"))


_WHEN = {word for name in (*DAYS, *chain.from_iterable(WEEKDAYS)) for word in name.split()}


def cancels_all(sentence: str, meetings: int) -> bool:
    """Return whether a sentence asks to cancel all meetings, or `both` of more than two.

    Args:
        sentence: the sentence, which may name a day.
        meetings: how many meetings there are.
    """
    if len(sentence) > _LONGEST:
        return False
    keys = [word.key for word in skip_courtesies(split(sentence))]
    said = [each for each in keys if each and each not in _SAYS_NOTHING]
    what = {each.strip("-") for each in _what(" ".join(said)).split()}
    several = EVERYTHING | BOTH if meetings > _TWO else EVERYTHING
    return not what.isdisjoint(several) and what <= _OF_ALL | several | _WHEN | OF


_TWO = 2
_LONGEST = 120
"""The most characters of a sentence that only cancels all meetings."""


def _what(said: str) -> str:
    """Return what is cancelled by a verb in front, at the end, or around it; empty for none."""
    for first, last in PARTS_OF_CANCEL:
        if said.startswith(f"{first} ") and said.endswith(f" {last}"):
            return said[len(first) : -len(last)]
    found = _AT_ONE_END.fullmatch(said)
    return found["behind"] or found["before"] or "" if found else ""
