"""Finds the guests who have just come to somebody's meetings, or wait there to be let in."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import Any

from bot.core.composing.names import AtDoor
from bot.core.conversations.requests.request import Request
from bot.core.domain.attendance import Attendance
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.open_questions import OPEN
from bot.core.parsing.slots.slot import say_people
from bot.core.steps.door_steps import ReadAttendances
from bot.core.steps.step import Step, Together


def guests_at_door(
    records: Sequence[MeetingRecord], request: Request
) -> Generator[Step, Any, tuple[AtDoor, ...]]:
    """Return who of the guests of some meetings came just now, or waits to be let in."""
    if not request.installation.doors_at:
        return ()
    steps = tuple(ReadAttendances(each.meeting.number) for each in records)
    read: Sequence[Sequence[Attendance]] = yield Together(steps)
    return tuple(
        at_door_of(record, who)
        for record, came in zip(records, read, strict=True)
        for who in came
        if _is_new(record, who, request)
    )


def _is_new(record: MeetingRecord, who: Attendance, request: Request) -> bool:
    """Return whether a host who says `coming` may mean this guest."""
    if record.meeting.admit_first and who.is_waiting:
        return True
    return who.since is not None and who.since > request.at - OPEN


def at_door_of(record: MeetingRecord, who: Attendance) -> AtDoor:
    guest = next((each for each in record.invited if each.identity == who.known_as), None)
    named = say_people([guest]) if guest and not who.shared else ""
    waits = record.meeting.admit_first and who.is_waiting
    return AtDoor(record.meeting.number, named or f"visitor {who.id}", waits)
