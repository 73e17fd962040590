"""Reads a sentence that moves a meeting to another day, and keeps its time of day."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.core.composing.spoken_meetings import MentionableMeetings
from bot.core.domain.commands import MeetingReference, Move
from bot.core.parsing.grammar import SentenceParser

_SAME_TIME = re.compile(
    r"\b(?:at )?(?:the )?same (?:time|hour)\b|\b(?:zur )?(?:selben?|gleichen?) (?:zeit|uhrzeit)\b"
    r"|\b(?:à la )?même heure\b|\b(?:a la )?misma hora\b",
    re.IGNORECASE,
)
_NOON = "12:00"


def moved_to_day(sentence: str, spoken: MentionableMeetings, by: SentenceParser) -> Move | None:
    """Return the move of `move it to Friday`, at the time of day that the meeting has now.

    Args:
        sentence: one without a time of day.
        spoken: the meetings that the speaker may mention.
        by: parses a sentence.
    """
    day = _SAME_TIME.sub("", sentence)
    at_noon = by.command(f"{day} {_NOON}")
    if not isinstance(at_noon, Move) or at_noon.which.words:
        return None
    meeting = spoken.named(at_noon.which.number)
    moved = by.command(f"{day} {meeting.clock}") if meeting and meeting.clock else None
    if meeting is None or not isinstance(moved, Move):
        return None
    return replace(moved, which=MeetingReference(meeting.number))
