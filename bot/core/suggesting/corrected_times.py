"""Reads another time for a meeting that was made just now: `no, 4pm`."""

from __future__ import annotations

import re

from bot.core.composing.spoken_meetings import MentionableMeetings
from bot.core.domain.commands import Move
from bot.core.domain.open_questions import OPEN
from bot.core.parsing.grammar import SentenceParser

_LONGEST = 60
"""The most characters of a correction."""

_NO = re.compile(
    r"(?:(?:no|nope|oh|sorry|oops|wait|actually|i meant?|i said|nein|ach|moment|ich meinte?"
    r"|entschuldigung|non|pardon|désolée?|je voulais dire|perdón|perdona|quería decir)"
    r"[,.:;!]*\s+)+",
    re.IGNORECASE,
)


def retimed_just_made(
    sentence: str, spoken: MentionableMeetings, by: SentenceParser
) -> Move | None:
    """Return the move of the meeting made just now to the time that corrects the one it has.

    Args:
        sentence: one that the grammar can't parse.
        spoken: the meetings that the speaker may mention.
        by: parses the time.
    """
    said = _NO.match(sentence.strip()) if len(sentence) <= _LONGEST else None
    new = [each for each in spoken.meetings if each.made and each.made > by.now - OPEN]
    if said is None or not new:
        return None
    made = max(new, key=lambda each: each.number)
    time = re.sub(
        r"^(?:at|um|à|a las?)\s+", "", sentence.strip()[said.end() :], flags=re.IGNORECASE
    )
    moved = by.command(f"move #{made.number} to {time}")
    return moved if isinstance(moved, Move) else None
