"""Finds the meetings that a command may mean."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.core.conversations.requests.certain_meetings import (
    invites,
    is_certain,
    is_for_more,
    is_in_doubt,
    is_of_thread,
    runs,
)
from bot.core.conversations.requests.own_meetings import of_place, read_all, that_are_on
from bot.core.conversations.requests.request import Request
from bot.core.conversations.requests.who_is_meant import where_they_are
from bot.core.domain.commands import (
    Add,
    Again,
    Cancel,
    Cohost,
    Extend,
    GiveBack,
    Handover,
    KeepWaiting,
    LetIn,
    MeetingReference,
    Move,
    NextShift,
    Remove,
    Rename,
    ReplyAtDoor,
    Resend,
    Status,
    Tell,
    TextFor,
)
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Meeting
from bot.core.steps.find_steps import FindMeetings, FindMentioned
from bot.core.steps.step import Step

JUST_PAST = timedelta(hours=24)
"""How long one can look up a meeting after its end."""

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
    | LetIn
    | ReplyAtDoor
    | GiveBack
    | KeepWaiting
    | NextShift
)


_OF_NOW = (Extend, Resend, TextFor, LetIn, ReplyAtDoor, GiveBack, KeepWaiting, NextShift)
"""The commands that rather mean a meeting that runs."""


def find_candidates(
    command: OfMeeting, request: Request
) -> Generator[Step, Any, list[MeetingRecord]]:
    """Return the meetings that `command` may mean; if it names none, those it can be told for.

    People find only meetings that they host. Those they handed over, they can only look up.
    """
    is_named = command.which != MeetingReference()
    asks = replace(_asks_in_the_past(command, request), mentions=is_named)
    found: Sequence[MeetingRecord] = yield asks
    if is_named or isinstance(command, Status):
        return list(found)
    if isinstance(command, Add | Move | Tell | Remove):
        found = yield from _with_running(found, asks)
    if isinstance(command, LetIn | ReplyAtDoor):
        at_door = yield from _at_doors(command, found, request)
        if at_door:
            return at_door
    mentioned = yield from mentioned_just_now(command, found, request)
    found = _each_once([*mentioned, *found])
    if isinstance(command, Remove | Resend | Tell | TextFor) and command.guests and found:
        return (yield from _with_guests(command, found, mentioned, request))
    return (yield from _sure_or_all(command, found, mentioned, request)) if found else []


def _sure_or_all(
    command: OfMeeting,
    found: list[MeetingRecord],
    mentioned: Sequence[MeetingRecord],
    request: Request,
) -> Generator[Step, Any, list[MeetingRecord]]:
    """Return the one that can only be meant, or all that may be: of some that run, those."""
    if _is_of_oneself(command) and is_certain(command, found[0], (), (), request):
        return found
    asks = _asks_in_the_past(command, request)
    mine = yield from of_place(asks)
    if len(found) == 1 and is_certain(command, found[0], mentioned, mine, request):
        return found
    everything = _with_all(found, mine, asks)
    is_any = isinstance(command, Cancel) or is_for_more(command, found[0], mine, request)
    if is_any or is_in_doubt(mine, request) or mentioned or not runs(found[0].meeting, request):
        return everything
    return [each for each in everything if runs(each.meeting, request)]


def _is_of_oneself(command: OfMeeting) -> bool:
    """Return whether a command is about the speaker's own place in a meeting, and no guest's."""
    own_link = isinstance(command, Resend) and command.me
    return own_link or isinstance(command, GiveBack | KeepWaiting | NextShift)


def _asks_in_the_past(command: OfMeeting, request: Request) -> FindMeetings:
    """Return the step that finds the meetings, even those that are over where they count."""
    asks = replace(asks_for(command, request), even_lost=_is_without_another(command))
    if isinstance(command, Status):
        return replace(asks, past=JUST_PAST, include_handed_over=True)
    if isinstance(command, Again):
        return replace(asks, past=JUST_PAST, even_cancelled=True)
    return asks


def mentioned_just_now(
    command: OfMeeting, found: Sequence[MeetingRecord], request: Request
) -> Generator[Step, Any, list[MeetingRecord]]:
    """Return what the person named or was told of just now; nothing in the thread of a meeting.

    What came before something that came to nothing does not count. If the meeting that is
    meant by default is gone, none takes its place.
    """
    of_thread = any(is_of_thread(each.meeting, request) for each in found)
    if not found or of_thread or _is_of_oneself(command):
        return []
    who, where = request.requester.person_id, request.room_id
    mentioned: Sequence[MeetingRecord] = yield FindMentioned(
        who, where, request.at, request.unclear_since
    )
    return list(mentioned)


def _each_once(records: Sequence[MeetingRecord]) -> list[MeetingRecord]:
    return list({each.meeting.number: each for each in records}.values())


def _with_running(
    found: Sequence[MeetingRecord], asks: FindMeetings
) -> Generator[Step, Any, list[MeetingRecord]]:
    """Return what was made just now, and what runs: which is meant cannot be told."""
    running: tuple[MeetingRecord, ...] = yield replace(asks, running_first=True)
    return _each_once([*found, *running])


def _with_guests(
    command: Remove | Resend | Tell | TextFor,
    found: Sequence[MeetingRecord],
    mentioned: Sequence[MeetingRecord],
    request: Request,
) -> Generator[Step, Any, list[MeetingRecord]]:
    """Return the meetings to which all guests are invited; if there are none, those found."""
    guests = command.guests
    mine = yield from of_place(asks_for(command, request))
    sure = [each for each in found if is_certain(command, each, mentioned, mine, request)]
    if any(invites(each, guests) for each in sure):
        return [each for each in sure if invites(each, guests)]
    records = yield from read_all(asks_for(command, request))
    return [each for each in records if invites(each, guests)] or list(found)


def _at_doors(
    command: LetIn | ReplyAtDoor, found: Sequence[MeetingRecord], request: Request
) -> Generator[Step, Any, list[MeetingRecord]]:
    """Return the meetings where those are at the door who are meant; in a thread, its own."""
    if not request.installation.doors_at:
        return []
    if any(is_of_thread(each.meeting, request) for each in found):
        return list(found)
    records = yield from read_all(asks_for(command, request))
    return (yield from where_they_are(command, records))


def _with_all(
    likeliest: Sequence[MeetingRecord], mine: Sequence[Meeting], asks: FindMeetings
) -> list[MeetingRecord]:
    """Return the likeliest meetings, and every other one that may be meant as well."""
    known = {each.meeting.number for each in likeliest}
    others = [each for each in that_are_on(mine, asks) if each.number not in known]
    return [*likeliest, *map(MeetingRecord, others)]


def asks_for(command: OfMeeting, request: Request) -> FindMeetings:
    """Return the step that finds the meetings which a command may mean."""
    return FindMeetings(
        request.requester.person_id,
        command.which,
        request.room_id,
        request.at,
        thread=request.requester.thread,
        running_first=isinstance(command, _OF_NOW),
    )


def means_the_last(command: OfMeeting) -> bool:
    """Return whether the last meeting is meant: a second `cancel` must not cancel another."""
    return isinstance(command, Cancel) and command.which == MeetingReference()


def _is_without_another(command: OfMeeting) -> bool:
    """Return whether nothing may take the place of the last meeting, since nobody is asked."""
    return means_the_last(command) and not (isinstance(command, Cancel) and command.ask_first)
