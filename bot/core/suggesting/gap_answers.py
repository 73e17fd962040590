"""Understands the words that a question asked for, in the gap of its sentence: `3pm`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.core.domain.commands import (
    Add,
    Again,
    Cohost,
    Command,
    Extend,
    Handover,
    LetIn,
    Meet,
    MeetingReference,
    Move,
    Nothing,
    Remove,
    Rename,
    Resend,
    Sayable,
    Tell,
    TextFor,
    Thanks,
    Unclear,
)
from bot.core.domain.hints import Hint
from bot.core.domain.meeting_commands import NO_MEETING
from bot.core.domain.open_questions import GAP, HOUR_GAP, TIME_GAP, fill
from bot.core.parsing.grammar import SentenceParser
from bot.core.parsing.vocabulary.language_words import Part
from bot.core.suggesting.plain_answers import value_in
from bot.core.suggesting.readings import Completed, Suggested, WhatHour, suggested
from bot.core.suggesting.time_answers import part_said, roughly

_ADDED = frozenset({Hint.WHAT_HOUR, Hint.MISSING, Hint.WHO})
"""Hints whose answer is added to the words in question: `3pm` to `tomorrow`."""

_REPLACED = frozenset(
    {Hint.WHICH_HALF, Hint.WHICH_DAY, Hint.WHICH_TIME, Hint.HOW_LONG, Hint.NO_SUCH_TIME}
    | {Hint.PAST, Hint.ADDRESS, Hint.PHONE, Hint.ENDS_FIRST, Hint.SKIPPED}
)
"""Hints whose answer replaces the words in question."""


_OF_MOMENTS = frozenset(
    {Hint.WHICH_DAY, Hint.WHICH_HALF, Hint.WHICH_TIME, Hint.NO_SUCH_TIME, Hint.PAST, Hint.SKIPPED}
)
"""Hints about the words of a moment, day and all."""


def of_gap(
    sentence: str, text: str, said: str, read: SentenceParser
) -> Sayable | Suggested | WhatHour | Completed | None:
    """Return what the words of an answer come to in the gap of a sentence.

    Where a time was asked for, nothing else is an answer, and an hour alone is only suggested:
    the day was in question.
    """
    plain = fill(sentence, GAP)
    found = _of_gap(plain, text, said, read)
    if plain == sentence or not isinstance(found, Sayable):
        return found
    if getattr(found, "opens", None) is None and getattr(found, "clock", None) is None:
        return None
    is_sure = HOUR_GAP in sentence or _names_day(text, read)
    return found if is_sure else suggested(found)


def _names_day(text: str, read: SentenceParser) -> bool:
    """Return whether an answer names a day: an hour alone moves a meeting on its own day."""
    value = value_in(text, read) or text
    moves = (read.command(f"move {lead}{value}") for lead in ("to ", ""))
    return any(isinstance(each, Move) and each.opens is not None for each in moves)


def _of_gap(
    sentence: str, text: str, said: str, read: SentenceParser
) -> Sayable | Suggested | WhatHour | Completed | None:
    if begins_like(text, [sentence]):
        return None
    part = part_said(said)
    in_part = sentence.replace(GAP, f"{GAP} {_IN_PART[part]}") if part else ""
    if part and read.command(in_part.replace(GAP, f"at {_HOUR_IN[part]}")):
        return WhatHour(in_part)
    if told := _told(sentence, text, read):
        return told
    whole, command = _filled(sentence, text.strip(), read)
    if isinstance(command, (Unclear, *_OF_VALUES)):
        value = value_in(text, read)
        if not value:
            return None  # a sentence about something else
        whole, command = _filled(sentence, value, read)
    if isinstance(command, Unclear):
        is_answer = command.hint in _NEARLY or _says_only_when(text, read)
        return Completed(whole) if is_answer else None
    which: MeetingReference = getattr(command, "which", NO_MEETING)
    names_meeting = bool(which.words) and which.words in text  # it fills no gap
    return (
        None if names_meeting or isinstance(command, Nothing | Thanks) else _in_doubt(command, text)
    )


def worded(sentence: str, text: str, read: SentenceParser) -> Sayable | None:
    """Return the message or the name that words may be which are a command, too; else None."""
    if GAP not in sentence:
        return None
    said = read.command(sentence.replace(f" {GAP}", f": {text.strip()}"))
    named = said or read.command(sentence.replace(GAP, f'"{text.strip()}"'))
    return named if isinstance(named, Tell | Rename) else None


def _told(sentence: str, text: str, read: SentenceParser) -> Suggested | None:
    """Return the message that an answer may be, as a suggestion; a request is none."""
    said = read.command(sentence.replace(f" {GAP}", f": {text.strip()}"))
    if not isinstance(said, Tell) or read.command(text):
        return None
    return suggested(said)


def _in_doubt(command: Sayable, text: str) -> Sayable | Suggested:
    """Return as a suggestion what may be no answer: a new name, `one sec` or `in a minute`."""
    is_length = isinstance(command, Move) and (command.by or _IN_A_WHILE.match(text))
    return suggested(command) if isinstance(command, Rename) or is_length else command


_IN_A_WHILE = re.compile(r"\s*(?:in|dans|en|dentro)\b", re.IGNORECASE)
"""The beginning of a time that is counted from now, as people also say when they are coming."""


def _says_only_when(text: str, read: SentenceParser) -> bool:
    """Return whether an answer is a time alone: whatever else is unclear, it is no new request."""
    meeting = read.command(f"meet a@example.com {text}")
    return isinstance(meeting, Meet) and meeting == Meet(meeting.guests, opens=meeting.opens)


def _filled(sentence: str, text: str, read: SentenceParser) -> tuple[str, Command]:
    """Return the sentence with words in its gap, and what it says."""
    hour = _BARE_HOUR.fullmatch(text)
    filled = [f"at {hour[1]}" if hour else text]
    filled += [f"at {about}"] if (about := roughly(text)) else []
    filled += [f"at {text}"] if text[:1].isdigit() else []
    wholes = [sentence.replace(GAP, each) for each in filled]
    read_as = [(each, read.parse(each)) for each in wholes]
    clear = (each for each in read_as if not isinstance(each[1], Unclear))
    return next(clear, read_as[-1])


_OF_VALUES = (*(Meet, Again, Move, Extend, Add, Remove, Resend, TextFor, Handover, Cohost, LetIn),)
"""Commands that lack a time, a length or people; others may lack any words."""

_BARE_HOUR = re.compile(r"(?:at|um|à|a las?)?\s*(\d{1,2}(?:[:.]\d\d)?)[.!]?", re.IGNORECASE)
_NEARLY = frozenset(
    {Hint.WHICH_HALF, Hint.WHICH_DAY, Hint.PAST, Hint.ADDRESS_SLIP, Hint.ADDRESS, Hint.SKIPPED}
)
"""What may still be unclear after an answer: it was an answer all the same."""

_HOUR_IN = {
    Part.MORNING: "9",
    Part.MIDDAY: "12",
    Part.AFTERNOON: "3",
    Part.EVENING: "8",
    Part.NIGHT: "11",
}
_IN_PART = {
    Part.MORNING: "in the morning",
    Part.MIDDAY: "at midday",
    Part.AFTERNOON: "in the afternoon",
    Part.EVENING: "in the evening",
    Part.NIGHT: "at night",
}


def with_gap(unclear: Unclear, sentence: str) -> str:
    """Return the sentence with a `GAP` for the answer; empty if the question asked for no words."""
    whole = sentence.rstrip(" .?!")
    if not whole:
        return ""
    if unclear.hint in _ADDED:
        return f"{whole} {GAP}"
    if unclear.hint in _REPLACED and unclear.said and unclear.said in whole:
        return whole.replace(unclear.said, _gap_for(unclear), 1)
    return ""


def _gap_for(unclear: Unclear) -> str:
    """Return the mark for what an answer has to say in place of the words in question."""
    if unclear.hint not in _OF_MOMENTS:
        return GAP
    return HOUR_GAP if _HOUR.fullmatch(unclear.said) else TIME_GAP


_HOUR = re.compile(
    r"(?:at|um|à|a las?|by|gegen|vers)?\s*\d{1,2}(?:[:.h]\d\d)?\s*(?:[ap]\.?m\.?|uhr|h|heures)?",
    re.IGNORECASE,
)
"""A time of day without a day."""


def begins_like(text: str, sentences: Sequence[str]) -> bool:
    """Return whether a message begins with the same verb: it says anew what was unclear."""
    verbs = {each.split(maxsplit=1)[0].casefold() for each in sentences}
    return text.split(maxsplit=1)[0].casefold() in verbs
