"""Composes a sentence that makes a meeting longer: by a length, to one, or until a time."""

from __future__ import annotations

import re
from datetime import timedelta

from bot.core.composing.evidence import Evidence
from bot.core.composing.first_verbs import speaks_of_less
from bot.core.composing.names import OwnMeeting
from bot.core.parsing.text.phrases import any_phrase, one_of
from bot.core.parsing.times import durations
from bot.core.parsing.vocabulary.all_languages import all_of, sentence_words

_A_DAY = timedelta(days=1)
"""A longer meeting isn't extended until a time of day."""

_UNTIL = re.compile(rf"{one_of(all_of('until'))}(?:\s+|$)", re.IGNORECASE)
_UNTIL_OR_TO = re.compile(rf"(?:{_UNTIL.pattern}|to\s+)", re.IGNORECASE)
_TO = one_of({*sentence_words("to"), *all_of("until")})
_IN_ALL = re.compile(rf"\b(?:{_TO}|make\s+(?:it|this|that|\{{meeting\}}))\s+$", re.IGNORECASE)
"""What stands before a length in all: `extend to 90 min`."""

_EXTENDS = re.compile(
    r"\b(?:exten|prolong|longer|until|till|verläng|länger|bis|jusqu|rallong|alarg|hasta|ampl)|\bto\b",
    re.IGNORECASE,
)
"""What makes a day the one until which a meeting lasts: `wed 10am` alone moves it."""

_TOTAL = any_phrase(one_of(sentence_words("total")))
_MORE = any_phrase(one_of(sentence_words("more")))


def extended(found: Evidence, meeting: OwnMeeting, text: str) -> list[str]:
    """Return what makes a meeting longer; nothing if it is to be shorter.

    Args:
        found: what the original sentence mentions.
        meeting: the meeting.
        text: the original sentence, which may say how long it lasts in all.
    """
    if speaks_of_less(text):
        return []
    if meeting.opens and _is_in_all(found.length, text):
        whole = timedelta(minutes=durations.minutes(by(found.length).casefold()))
        if whole < _A_DAY:
            return [f"extend #{meeting.number} until {meeting.opens + whole:%H:%M}"]
    if found.names_day and not (says_until(found) or _EXTENDS.search(text)):
        return []
    until = _UNTIL_OR_TO.sub("", found.times, count=1)
    length = found.length or (f"until {until}" if until else "30m")
    return [f"extend #{meeting.number} {by(length)}"]


def _is_in_all(length: str, text: str) -> bool:
    """Return whether a length is how long the meeting lasts in all, and not how much longer."""
    before = text.partition(length)[0] if length else ""
    whole = _IN_ALL.search(before) or _TOTAL.search(text)
    return bool(length and whole) and not says_more(text)


def says_more(text: str) -> bool:
    """Return whether a length is how much longer a meeting is to be: `15 more minutes`."""
    return bool(_MORE.search(text))


def says_until(found: Evidence) -> bool:
    """Return whether a time is when a meeting ends: `until 10`."""
    return bool(_UNTIL.match(found.times)) or bool(_UNTIL.match(found.text.strip()))


def by(length: str) -> str:
    """Return a length without the words before it."""
    return re.sub(r"^(?:for|by|over|another|um|de|por)\s+", "", length)
