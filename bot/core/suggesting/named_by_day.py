"""Reads a sentence that names a meeting by its day: `move tomorrow's call to 3pm`.

The name gives way to the meeting's number, and the sentence is then read as strictly as any other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from bot.core.composing.cancelling_all import cancels_all
from bot.core.composing.courtesies import without_courtesies
from bot.core.composing.evidence import Evidence
from bot.core.composing.meeting_words import DETERMINERS, NOUNS, OF
from bot.core.composing.names import OwnMeeting
from bot.core.composing.spoken_meetings import MentionableMeetings
from bot.core.domain.commands import Again, Cancel, MeetingReference, Move, Sayable, Tell, Unclear
from bot.core.domain.hints import OF_TIMES, OPEN, Hint
from bot.core.domain.meeting_commands import NO_MEETING
from bot.core.parsing.grammar import SentenceParser
from bot.core.parsing.text.words import Word, joined
from bot.core.suggesting import clearer_times
from bot.core.suggesting.conditions import is_for_later
from bot.core.suggesting.meeting_times import beginning, is_own, plain
from bot.core.templates import template_reader

MOST = 3
"""The most meetings of one day to offer."""

_MOST_NAMES = 12
"""The most words of a sentence that are tried as a meeting's name."""

_OF_OLD = OF - {"for", "für", "para"}
"""Words between a meeting and the day that it has, rather than the one that it gets."""

_TIMED = (Move, Again)
"""Commands that take a time, which a day right behind the meeting may be."""


_MAY_NAME_A_MEETING = OPEN | OF_TIMES | {Hint.TWO_TIMES}
"""Hints that the name may lead to."""


@dataclass(frozen=True)
class NamedByDay:
    """What a sentence comes to that names a meeting by its day.

    Args:
        commands: the command, for each meeting of that day.
        is_sure: whether there is only one, and the day can't be another one than the meeting's.
    """

    commands: tuple[Sayable, ...] = ()
    is_sure: bool = False


@dataclass(frozen=True)
class _Name:
    """Where the name of a meeting stands.

    Args:
        start: the first word of the name.
        end: the word behind it.
        day: the word that is the day.
        is_led: whether a word such as `of` says that it is the meeting's day.
        is_beside: whether it is only the day of a meeting that its subject names.
    """

    start: int
    end: int
    day: Word
    is_led: bool
    is_beside: bool = False


def read_named_by_day(
    unclear: Unclear, found: Evidence, spoken: MentionableMeetings, by: SentenceParser
) -> NamedByDay:
    """Return what a sentence says of the meetings that it names by their day.

    Args:
        unclear: the grammar's result.
        found: what the sentence mentions.
        spoken: the meetings that the speaker may mention.
        by: parses the sentence in which the name is the meeting's number.
    """
    if unclear.hint not in _MAY_NAME_A_MEETING or is_for_later(found.text):
        return NamedByDay()
    said = [plain(each) for each in found.words]
    if alone := _only_one_of_all(said, found.text, spoken, by):
        return NamedByDay((alone,), is_sure=True)
    for name in islice(_names(said), _MOST_NAMES):
        meetings = _meetings(name, found, spoken, by)
        called = joined(found.words[name.start : name.end])
        said_of = {_numbered(each, found, called): each for each in meetings}
        read = [_of_meeting(each, text, found, spoken, by) for text, each in said_of.items()]
        if commands := tuple(each for each in read if each):
            is_new = isinstance(commands[0], _TIMED) and not name.is_led
            return NamedByDay(commands, is_sure=len(meetings) == 1 and not is_new)
        if len(said_of) == 1 and (halves := _at_either_half(next(iter(said_of)), by)):
            return NamedByDay(halves)
    return NamedByDay()


def _at_either_half(text: str, by: SentenceParser) -> tuple[Sayable, ...]:
    """Return the commands of a sentence whose time may be in the morning or in the afternoon."""
    unclear = by.parse(text)
    if not isinstance(unclear, Unclear) or unclear.hint not in clearer_times.UNCLEAR_TIMES:
        return ()
    read = map(by.command, islice(clearer_times.sentences(text, unclear.hint), MOST))
    return tuple(each for each in read if each)


def _only_one_of_all(
    said: Sequence[Word], text: str, spoken: MentionableMeetings, by: SentenceParser
) -> Cancel | None:
    """Return the command that asks whether to cancel the only meeting of a day.

    Where all meetings of that day are to be cancelled, there were thought to be more.
    """
    if not cancels_all(without_courtesies(text), len(spoken.meetings)):
        return None
    days = [beginning([word], by) for word in said if word.means == "day"]
    found = [each for day in days[:1] for each in spoken.meetings if day.is_of(each)]
    if len(found) != 1:
        return None
    return Cancel(MeetingReference(found[0].number), ask_first=True)


def _meetings(
    name: _Name, found: Evidence, spoken: MentionableMeetings, by: SentenceParser
) -> list[OwnMeeting]:
    """Return the meetings of the day; beside a subject, only the one that has it."""
    begins = beginning([name.day], by)
    of_day = [each for each in spoken.meetings if begins.is_of(each)]
    if name.is_beside:
        return [each for each in of_day if each.number == found.meeting]
    return of_day[:MOST]


def _numbered(meeting: OwnMeeting, found: Evidence, called: str) -> str:
    """Return a sentence with the meeting's number in place of its name.

    The day of a meeting that its subject names already is left out.
    """
    instead = "" if found.meeting == meeting.number else f"#{meeting.number}"
    return without_courtesies(found.text.replace(called, instead, 1))


def _of_meeting(
    meeting: OwnMeeting,
    numbered: str,
    found: Evidence,
    spoken: MentionableMeetings,
    by: SentenceParser,
) -> Sayable | None:
    """Return the command that the sentence with the meeting's number says."""
    is_named_twice = found.meeting == meeting.number
    command = by.command(numbered)
    if command is None:
        opened = Unclear(numbered[:100], Hint.UNKNOWN)
        command = template_reader.read(opened, numbered, spoken, by)
    if isinstance(command, Tell) and command.text not in " ".join(found.text.split()):
        return None  # the day is a part of the message
    which = getattr(command, "which", NO_MEETING)
    is_it = which.number == meeting.number or (is_named_twice and which.words)
    return command if is_it else None


def _names(said: Sequence[Word]) -> Iterator[_Name]:
    """Yield where words may name a meeting by its day."""
    for at, word in enumerate(said):
        if word.means == "day":
            yield from filter(None, (each(said, at) for each in _FORMS))


def _before_noun(said: Sequence[Word], at: int) -> _Name | None:
    """Return the name in `the Thursday one`, or in `tomorrow's call`."""
    if at + 1 == len(said) or said[at + 1].key not in NOUNS:
        return None
    start = at - 1 if at and said[at - 1].key in DETERMINERS else at
    return _Name(start, at + 2, said[at], is_led=True)


def _behind_noun(said: Sequence[Word], at: int) -> _Name | None:
    """Return the name in `the call on Friday`, or in `le rdv de demain`."""
    is_led = not _OF_OLD.isdisjoint(_leads(said[at]))
    noun = at - 1
    if noun > 0 and said[noun].key in _OF_OLD:
        noun, is_led = noun - 1, True
    if noun < 0 or said[noun].key not in (NOUNS | DETERMINERS if is_led else NOUNS):
        return None
    start = noun - 1 if noun and said[noun - 1].key in DETERMINERS else noun
    return _Name(start, at + 1, said[at], is_led)


def _beside_subject(said: Sequence[Word], at: int) -> _Name | None:
    """Return the day in `cancel the MRI tomorrow`, or in `the MRI of tomorrow`."""
    before = said[at - 1].key if at else ""
    is_led = before in _OF_OLD or not _OF_OLD.isdisjoint(_leads(said[at]))
    return _Name(at - (before in _OF_OLD), at + 1, said[at], is_led, is_beside=True)


def _alone(said: Sequence[Word], at: int) -> _Name | None:
    """Return the name in `cancel tomorrow's`, or in `annule celle de demain`."""
    leads = _leads(said[at])
    is_of = bool(leads) and leads[0] in DETERMINERS and not _OF_OLD.isdisjoint(leads[1:])
    return _Name(at, at + 1, said[at], is_led=True) if is_of or is_own(said[at]) else None


_FORMS = (_before_noun, _behind_noun, _alone, _beside_subject)


def _leads(day: Word) -> list[str]:
    """Return the words before a day that are part of its phrase: `de` of `de demain`."""
    return day.raw.casefold().split()[:-1]
