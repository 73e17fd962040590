"""Reads a sentence that names a meeting which is over or cancelled: no other is meant by it."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.core.composing.names import OverMeeting, subject_pattern
from bot.core.composing.spoken_meetings import MentionableMeetings
from bot.core.domain.commands import (
    Again,
    Meet,
    MeetingReference,
    Sayable,
    Tell,
    TellInviter,
    Unclear,
)
from bot.core.domain.hints import OPEN, Hint
from bot.core.parsing.grammar import SentenceParser, acts
from bot.core.parsing.slots.subjects import KEYWORDS
from bot.core.parsing.text.phrases import any_phrase, one_of
from bot.core.suggesting.readings import Reading, Suggested

_AGAIN = any_phrase(
    "again|once more|repeat|rebook",
    r"nochmals?|noch ?mal|erneut|wieder\w*",
    "de nouveau|encore|refais|répète|reprogrammer?",
    "otra vez|de nuevo|repite|repetir",
)
_ARTICLE = r"(?:\b(?:the|der|die|das|den|le|la|el)\s+)?"


def over_meeting(sentence: str, spoken: MentionableMeetings) -> OverMeeting | None:
    """Return the newest meeting that is over and that a sentence names, but no open one."""
    if any(_names(sentence, each.subject) for each in spoken.meetings):
        return None
    named = [each for each in spoken.over if _names(sentence, each.subject)]
    return max(named, key=lambda each: each.number, default=None)


def _names(sentence: str, subject: str) -> bool:
    """Return whether a subject stands in a sentence, and isn't that of a new meeting."""
    words = subject_pattern(subject)
    lead = rf"(?:(?<!\w){one_of(KEYWORDS)}\W+{_ARTICLE})?"
    found = re.search(rf"{lead}\b{words}\b", sentence, re.IGNORECASE) if words else None
    return found is not None and not re.match(rf"{one_of(KEYWORDS)}\W", found[0], re.IGNORECASE)


def without_others(
    reading: Reading, over: OverMeeting, sentence: str, by: SentenceParser
) -> Reading:
    """Return a reading without commands for other meetings than the one that is named.

    Args:
        reading: what the sentence was probably meant for.
        over: the meeting that it names, which is over.
        sentence: the sentence.
        by: parses the request to meet its guests again.
    """
    if _AGAIN.search(sentence):
        again = _again(sentence, over, by)
        return Suggested((again,), Unclear(sentence[:100], Hint.UNKNOWN))
    is_off = Unclear(over.subject[:100], Hint.IS_CANCELLED if over.cancelled else Hint.IS_OVER)
    if isinstance(reading, Suggested):
        left = tuple(each for each in reading.choices if _is_for(each, over))
        return replace(reading, choices=left) if left else is_off
    is_open = isinstance(reading, Unclear) and reading.hint in OPEN | {Hint.TWO_REQUESTS}
    return is_off if is_open or hasattr(reading, "which") else reading


def _again(sentence: str, over: OverMeeting, by: SentenceParser) -> Sayable:
    """Return the request to meet the guests again, at the time that is said if it can be read."""
    rest = re.sub(
        rf"{_ARTICLE}\b{subject_pattern(over.subject)}\b", "", sentence, flags=re.IGNORECASE
    )
    said = by.command(f"again #{over.number} {_AGAIN.sub('', rest).strip(' ,.!')}")
    return said if isinstance(said, Again) else Again(which=MeetingReference(over.number))


def _is_for(command: Sayable, over: OverMeeting) -> bool:
    """Return whether a command is for this meeting, or for what else the words ask for."""
    if isinstance(command, Meet):
        return bool(command.guests)
    if isinstance(command, Tell | TellInviter):
        return _names(command.text, over.subject)
    which: MeetingReference | None = getattr(command, "which", None)
    return not acts(command) if which is None else which.number == over.number
