"""Reads a sentence that moves a meeting to another day, and keeps its time of day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.core.composing.names import OwnMeeting
from bot.core.composing.spoken_meetings import MentionableMeetings
from bot.core.domain.commands import MeetingReference, Move
from bot.core.parsing.grammar import SentenceParser
from bot.core.parsing.text.phrases import any_phrase

_SAME_TIME = re.compile(
    r"\b(?:at )?(?:the )?same (?:time|hour)\b|\b(?:zur )?(?:selben?|gleichen?) (?:zeit|uhrzeit)\b"
    r"|\b(?:à la )?même heure\b|\b(?:a la )?misma hora\b",
    re.IGNORECASE,
)
_BOTH = any_phrase(
    r"them\s+both|both(?:\s+of\s+them)?", "beide", r"(?:toutes\s+)?les\s+deux", r"ambas|las\s+dos"
)
_NOON = "12:00"
_MOST = 3


def moved_to_day(
    sentence: str, spoken: MentionableMeetings, by: SentenceParser
) -> tuple[Move, ...]:
    """Return the moves of `move it to Friday`, at the time of day that each meeting has now.

    Args:
        sentence: one without a time of day.
        spoken: the meetings that the speaker may mention.
        by: parses a sentence.
    """
    day = _SAME_TIME.sub("", sentence)
    one = _BOTH.sub("it", day)
    at_noon = by.command(f"{one} {_NOON}")
    if not isinstance(at_noon, Move):
        return ()
    meant = spoken.meetings if one != day else _meant(at_noon.which, spoken)
    moves = [(each, by.command(f"{one} {each.clock}")) for each in meant if each.clock]
    return tuple(
        replace(move, which=MeetingReference(each.number))
        for each, move in moves
        if isinstance(move, Move)
    )[:_MOST]


def _meant(which: MeetingReference, spoken: MentionableMeetings) -> Sequence[OwnMeeting]:
    """Return the meetings that are named, or the one that is meant if none is."""
    if not which.words:
        named = spoken.named(which.number)
        return [named] if named else []
    words = which.words.casefold().split()
    return [
        each for each in spoken.meetings if all(word in each.subject.casefold() for word in words)
    ]
