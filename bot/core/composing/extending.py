"""Composes a sentence that makes a meeting longer: by a length, to one, or until a time."""

from __future__ import annotations

import re

from bot.core.composing.evidence import Evidence
from bot.core.composing.names import OwnMeeting
from bot.core.parsing.times import durations

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
    if found.length and meeting.minutes and _IN_ALL.search(text) and not _MORE.search(text):
        more = (durations.minutes(by(found.length)) or 0) - meeting.minutes
        return [f"extend #{meeting.number} {more}m"] if more > 0 else []
    until = _UNTIL_OR_TO.sub("", found.times, count=1)
    length = found.length or (f"until {until}" if until else "30m")
    return [f"extend #{meeting.number} {by(length)}"]


def says_until(found: Evidence) -> bool:
    """Return whether a time is when a meeting ends: `until 10`."""
    return bool(_UNTIL.match(found.times)) or bool(_UNTIL.match(found.text.strip()))


def by(length: str) -> str:
    """Return a length without the words before it."""
    return re.sub(r"^(?:for|by|over|another|um|de|por)\s+", "", length)
