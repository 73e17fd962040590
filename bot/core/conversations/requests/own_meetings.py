"""Reads the meetings that a person hosts in the place where they ask."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import Any

from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Meeting
from bot.core.steps.find_steps import FindMeetings, ListMeetings, ReadMeeting
from bot.core.steps.step import Step, Together

_MOST = 10
"""The most meetings that are looked through for a guest."""


def still_on(asks: FindMeetings) -> Generator[Step, Any, list[Meeting]]:
    """Return a person's meetings that are not over: in a space, those of the space."""
    return that_are_on((yield from of_place(asks)), asks)


def of_place(asks: FindMeetings) -> Generator[Step, Any, list[Meeting]]:
    """Return a person's meetings, even cancelled ones: in a space, those of the space."""
    mine: tuple[Meeting, ...] = yield ListMeetings(asks.host_id, asks.now - asks.past)
    return [each for each in mine if asks.room_id in (None, each.room_id)]


def that_are_on(mine: Sequence[Meeting], asks: FindMeetings) -> list[Meeting]:
    """Return those that are not over."""
    return [each for each in mine if not each.is_over(asks.now - asks.past)]


def read_all(asks: FindMeetings) -> Generator[Step, Any, list[MeetingRecord]]:
    """Return the records of a person's meetings that are not over."""
    mine = yield from still_on(asks)
    wanted = tuple(ReadMeeting(each.number) for each in mine[:_MOST])
    read: Sequence[Any] = (yield Together(wanted)) if wanted else ()
    return [each for each in read if isinstance(each, MeetingRecord)]
