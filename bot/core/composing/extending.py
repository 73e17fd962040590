"""Composes a sentence that makes a meeting longer: by a length, to one, or until a time."""

from __future__ import annotations

import re
from datetime import timedelta

from bot.core.composing.evidence import Evidence
from bot.core.composing.names import OwnMeeting
from bot.core.parsing.times import durations

_A_DAY = timedelta(days=1)
"""A longer meeting isn't extended until a time of day."""

_UNTIL = re.compile(r"(?:until|till|til|bis|jusqu.(?:à|a)|hasta)(?:\s+|$)", re.IGNORECASE)
_UNTIL_OR_TO = re.compile(rf"(?:{_UNTIL.pattern}|to\s+)", re.IGNORECASE)
_SHORTER = re.compile(
    r"\b(?:shorte\w+|less|kürze\w*|plus court\w*|raccourci\w*|más cort\w+|acort\w*)\b",
    re.IGNORECASE,
)
_IN_ALL = re.compile(
    r"\b(?:to|auf|à|a)\s+\d|\bmake\s+(?:it|this|that|\{meeting\})\s+\d", re.IGNORECASE
)
_MORE = re.compile(r"\b(?:more|longer|another|extra|länger|mehr|de plus|más)\b", re.IGNORECASE)


def extended(found: Evidence, meeting: OwnMeeting, text: str) -> list[str]:
    """Return what makes a meeting longer; nothing if it is to be shorter.

    Args:
        found: what the original sentence mentions.
        meeting: the meeting.
        text: the original sentence, which may say how long it lasts in all.
    """
    if _SHORTER.search(text):
        return []
    if found.length and meeting.opens and _IN_ALL.search(text) and not _MORE.search(text):
        whole = timedelta(minutes=durations.minutes(by(found.length)))
        if whole < _A_DAY:
            return [f"extend #{meeting.number} until {meeting.opens + whole:%H:%M}"]
    until = _UNTIL_OR_TO.sub("", found.times, count=1)
    length = found.length or (f"until {until}" if until else "30m")
    return [f"extend #{meeting.number} {by(length)}"]


def says_until(found: Evidence) -> bool:
    """Return whether a time is when a meeting ends: `until 10`."""
    return bool(_UNTIL.match(found.times)) or bool(_UNTIL.match(found.text.strip()))


def by(length: str) -> str:
    """Return a length without the words before it."""
    return re.sub(r"^(?:for|by|over|another|um|de|por)\s+", "", length)
