"""Composes a sentence that makes a meeting longer: by a length, to one, or until a time."""

from __future__ import annotations

import re
from datetime import timedelta

from bot.core.composing.evidence import Evidence
from bot.core.composing.first_verbs import speaks_of_less
from bot.core.composing.names import OwnMeeting
from bot.core.parsing.text.phrases import one_of
from bot.core.parsing.times import durations
from bot.core.parsing.vocabulary.all_languages import all_of, sentence_words

_A_DAY = timedelta(days=1)
"""A longer meeting isn't extended until a time of day."""

_UNTIL = re.compile(rf"{one_of(all_of('until'))}(?:\s+|$)", re.IGNORECASE)
_UNTIL_OR_TO = re.compile(rf"(?:{_UNTIL.pattern}|to\s+)", re.IGNORECASE)
_IN_ALL = re.compile(
    rf"\b{one_of(sentence_words('to'))}\s+\d|\bmake\s+(?:it|this|that|\{{meeting\}})\s+\d",
    re.IGNORECASE,
)
_MORE = re.compile(rf"\b{one_of(sentence_words('more'))}\b", re.IGNORECASE)


def extended(found: Evidence, meeting: OwnMeeting, text: str) -> list[str]:
    """Return what makes a meeting longer; nothing if it is to be shorter.

    Args:
        found: what the original sentence mentions.
        meeting: the meeting.
        text: the original sentence, which may say how long it lasts in all.
    """
    if speaks_of_less(text):
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
