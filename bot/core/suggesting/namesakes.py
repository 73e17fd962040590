"""Reads a name that several guests have: each of them is offered, and nobody is chosen."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.core.composing.spoken_meetings import MentionableMeetings
from bot.core.composing.told_messages import names_of
from bot.core.domain.commands import Guest, Unclear
from bot.core.domain.hints import OPEN, Hint
from bot.core.parsing.grammar import acts
from bot.core.parsing.slots.slot import say_people
from bot.core.suggesting.guesses import once
from bot.core.suggesting.readings import Suggested
from bot.core.suggesting.several_requests import Likeliest

MOST = 3
"""The most guests of one name."""

_WORD = re.compile(r"(?<![\w@.<:|/+-])[^\W\d_]{2,30}(?![\w@|>]|\.\w)")


def of_namesakes(
    unclear: Unclear, sentence: str, spoken: MentionableMeetings, likeliest: Likeliest
) -> Suggested | None:
    """Return what a sentence says of each guest who has the name in it; None for one guest.

    Args:
        unclear: what the grammar found unclear in it.
        sentence: the sentence.
        spoken: the meetings whose guests may be named.
        likeliest: returns the command that a sentence is likeliest meant for.
    """
    said = _for_each(sentence, spoken.guests) if unclear.hint in OPEN else []
    commands = [each for each in map(likeliest, said) if each and acts(each)]
    if len(commands) < 2:
        return None
    return Suggested(once(commands), Unclear(sentence[:100], Hint.UNKNOWN))


def _for_each(sentence: str, guests: Iterable[Guest]) -> list[str]:
    """Return a sentence for each guest who may be meant by the first name in it; [] for one."""
    known = {each.identity: each for each in guests}.values()
    named = [(each, names_of([each])) for each in known]
    for word in _WORD.finditer(sentence):
        called = [each for each, names in named if word[0].casefold() in names]
        if called:
            start, end = word.span()
            each_one = [f"{sentence[:start]}{say_people([who])}{sentence[end:]}" for who in called]
            return each_one[:MOST] if len(called) > 1 else []
    return []
