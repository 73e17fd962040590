"""Finds the meetings at whose doors those guests are whom `let in` and `reply` mean."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from typing import Any

from bot.core.domain.attendance import Attendance
from bot.core.domain.commands import Guest, LetIn, ReplyAtDoor
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.parsing.vocabulary.aside_words import TITLES
from bot.core.steps.door_steps import ReadAttendances
from bot.core.steps.step import Step, Together
from bot.core.suggesting.door_answers import means_who_waits


def where_they_are(
    command: LetIn | ReplyAtDoor, records: Sequence[MeetingRecord]
) -> Generator[Step, Any, list[MeetingRecord]]:
    """Return those of some meetings at whose doors somebody is whom a command means."""
    steps = tuple(ReadAttendances(each.meeting.number) for each in records)
    read: Sequence[Sequence[Attendance]] = (yield Together(steps)) if steps else ()
    return [
        record
        for record, came in zip(records, read, strict=True)
        if any(_is_meant(command, record, each) for each in came)
    ]


def _is_meant(command: LetIn | ReplyAtDoor, record: MeetingRecord, who: Attendance) -> bool:
    """Return whether a guest waits, or for a reply is there, and is called as the command says."""
    waits = record.meeting.admit_first and who.is_waiting
    if not (waits or (isinstance(command, ReplyAtDoor) and who.since)):
        return False
    named = command.guests or command.names or command.visitors
    return not named or means_who_waits(command.names) or is_named(who, command)


def is_named(who: Attendance, command: LetIn | ReplyAtDoor) -> bool:
    """Return whether a command names a guest who is at the door."""
    by_address = any(each.identity == who.known_as for each in command.guests)
    by_name = any(fits(each, Guest(name=who.name)) for each in command.names)
    return who.id in command.visitors or by_address or by_name


def fits(name: str, who: Guest) -> bool:
    """Return whether each word of `name` begins a word that a guest is known by."""
    known = f"{who.name} {who.email} {who.phone}".casefold().replace("@", " @")
    parts = known.replace(".", " ").replace("-", " ").split()
    return all(any(part.startswith(word) for part in parts) for word in _words(name))


def _words(name: str) -> Iterable[str]:
    words = name.casefold().replace(".", " ").replace("-", " ").split()
    return [each for each in words if each not in TITLES] or words
