"""Suggests the requests of a sentence that makes several, or one request that forbids another."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from bot.core.composing.spoken_meetings import MentionableMeetings
from bot.core.domain.commands import Meet, Sayable, Tell, Unclear
from bot.core.domain.hints import OF_TIMES, OPEN, Hint
from bot.core.domain.meeting_commands import NO_MEETING
from bot.core.parsing.grammar import acts
from bot.core.parsing.text.mentions import named
from bot.core.suggesting.guesses import once
from bot.core.suggesting.readings import Suggested
from bot.core.suggesting.two_requests import requests_in

Likeliest = Callable[[str], Sayable | None]
"""Returns the command that some words say, or that is likeliest meant by them."""

_MAY_BE_SEVERAL = OPEN | OF_TIMES | {Hint.TWO_REQUESTS, Hint.SUBJECT, Hint.TWO_TIMES}
_MAY_BE_SEVERAL |= {Hint.WHICH_HALF, Hint.WHICH_DAY, Hint.WHAT_HOUR}
"""Hints that two requests in one sentence may lead to."""


def several_requests(
    unclear: Unclear, sentence: str, spoken: MentionableMeetings, likeliest: Likeliest
) -> Suggested | None:
    """Return the requests in a sentence, if it clearly makes several.

    Args:
        unclear: what the grammar found unclear in it.
        sentence: the sentence.
        spoken: the meetings that the speaker may mention.
        likeliest: returns the command that a part of it is likeliest meant for.
    """
    said = requests_in(sentence) if unclear.hint in _MAY_BE_SEVERAL else []
    read = _of_the_same([likeliest(each) for each in said])
    commands = [each for each in read if each and acts(each)]
    if not commands or not (read[0] and acts(read[0])):
        return None
    if not spoken.meetings and any(hasattr(each, "which") for each in commands):
        return None
    whole = [unclear.meant] if unclear.meant and unclear.hint is Hint.TWO_REQUESTS else []
    left_out = [part for part, each in zip(said, read, strict=True) if each not in commands]
    because = Unclear(named((left_out or said[1:])[0])[:100], Hint.TWO_REQUESTS)
    return Suggested(once([*commands, *whole]), because)


def _of_the_same(read: Sequence[Any]) -> list[Sayable | None]:
    """Return commands, of which a later one that names no meeting means the first one's.

    `cancel teeth and rebook for thursday 10` is about one meeting. What comes behind a new meeting
    is about that one, which there is not yet.
    """
    if read and isinstance(read[0], Meet):
        return [each if isinstance(each, Meet) else None for each in read]
    first = getattr(read[0], "which", NO_MEETING) if read else NO_MEETING
    return [
        replace(each, which=first) if getattr(each, "which", None) == NO_MEETING else each
        for each in read
    ]


_BUT_NOT = re.compile(
    r"(?P<said>.+?),?\s+(?:but|aber|mais|pero)\s+(?:please\s+|bitte\s+)?"
    r"(?:(?:do\s+not|don['’]?t|never)\s+tell|sag\w*\b.*\b(?:nicht|nichts)|ne\s+(?:le\s+)?dis\b"
    r"|ne\s+(?:le\s+)?dites\b|no\s+se\s+lo\s+digas|no\s+le\s+digas|no\s+digas).*",
    re.IGNORECASE | re.DOTALL,
)


def forbids_telling(sentence: str) -> bool:
    """Return whether a sentence ends with whom not to tell: `but don't tell bob`."""
    return bool(_BUT_NOT.fullmatch(sentence.strip()))


def told_but_not_to(unclear: Unclear, sentence: str, likeliest: Likeliest) -> Suggested | None:
    """Return what `tell alice … but don't tell bob` tells the first; None for anything else."""
    found = _BUT_NOT.fullmatch(sentence.strip()) if unclear.hint in OPEN else None
    command = likeliest(found["said"]) if found else None
    if not isinstance(command, Tell) or command.everybody:
        return None
    return Suggested((command,), Unclear(sentence[:100], Hint.UNKNOWN))
