"""Finds the meetings that a command may mean."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.core.conversations.request import Request
from bot.core.domain.commands import (
    Add,
    Again,
    Cancel,
    Cohost,
    Extend,
    Handover,
    MeetingReference,
    Move,
    Remove,
    Rename,
    Resend,
    Status,
    Tell,
    TextFor,
)
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.steps.find_steps import FindMeetings
from bot.core.steps.step import Step

JUST_PAST = timedelta(hours=24)
"""How long one can look up a meeting after its end."""

JUST_ENDED = timedelta(hours=1)
"""How long a command that names no meeting may mean one that is over."""

OfMeeting = (
    Add
    | Resend
    | Handover
    | Cohost
    | Extend
    | Move
    | Cancel
    | Status
    | TextFor
    | Rename
    | Again
    | Tell
    | Remove
)


def find_candidates(
    command: OfMeeting, request: Request
) -> Generator[Step, Any, list[MeetingRecord]]:
    """Return the meetings that `command` may mean.

    People find only meetings that they host. Those they handed over, they can only look up.
    """
    asks = asks_of(command, request)
    if isinstance(command, Status):
        asks = replace(asks, past=JUST_PAST, include_handed_over=True)
    if isinstance(command, Again):
        asks = replace(asks, past=JUST_PAST)
    found: tuple[MeetingRecord, ...] = yield replace(asks, even_lost=means_the_last(command))
    if isinstance(command, Add | Move | Tell | Remove) and command.which == MeetingReference():
        return (yield from _with_running(found, asks))
    return list(found)


def _with_running(
    found: tuple[MeetingRecord, ...], asks: FindMeetings
) -> Generator[Step, Any, list[MeetingRecord]]:
    """Return what was made just now, and what runs: which is meant cannot be told."""
    running: tuple[MeetingRecord, ...] = yield replace(asks, running_first=True)
    known = {each.meeting.number for each in found}
    return [*found, *(each for each in running if each.meeting.number not in known)]


def asks_of(command: OfMeeting, request: Request) -> FindMeetings:
    """Return the step that finds the meetings that `command` may mean."""
    return FindMeetings(
        request.requester.person_id,
        command.which,
        request.room_id,
        request.at,
        thread=request.requester.thread,
        running_first=isinstance(command, Extend | Resend | TextFor),
    )


def means_the_last(command: OfMeeting) -> bool:
    """Return whether the last meeting is meant: a second `cancel` must not cancel another."""
    return isinstance(command, Cancel) and command.which == MeetingReference()
