"""Finds whom somebody may call by first name: people of the space, and guests of their meetings."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from datetime import timedelta
from typing import Any

from bot.core.conversations.requests.request import Request
from bot.core.domain.commands import Guest
from bot.core.domain.errors import Trouble
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Meeting
from bot.core.steps.find_steps import ListMeetings, ReadMeeting
from bot.core.steps.people_steps import ReadColleagues
from bot.core.steps.step import Step, Together

_SINCE = timedelta(hours=24)
"""How long a meeting may be over whose guests are still known."""

_MOST_MEETINGS = 10


def colleagues(request: Request) -> Generator[Step, Any, tuple[Guest, ...]]:
    """Return those whom the person may call by first name."""
    guests = yield from _of_meetings(request)
    members = yield from _of_space(request)
    me = request.requester.as_guest
    return tuple(each for each in (*guests, *members) if not each.is_same(me))


def _of_space(request: Request) -> Generator[Step, Any, tuple[Guest, ...]]:
    """Return the people of the space; nobody in a direct chat, or if Webex doesn't tell."""
    if request.room_id is None:
        return ()
    try:
        found: tuple[Guest, ...] = yield ReadColleagues(request.room_id)
    except Trouble:
        return ()
    return found


def _of_meetings(request: Request) -> Generator[Step, Any, tuple[Guest, ...]]:
    """Return the guests of the person's meetings here, also of those that are just over."""
    since = request.at - _SINCE
    mine: Sequence[Meeting] = yield ListMeetings(request.requester.person_id, since)
    here = [each for each in mine if request.room_id in (None, each.room_id)]
    wanted = tuple(ReadMeeting(each.number) for each in here[-_MOST_MEETINGS:])
    read: Sequence[Any] = (yield Together(wanted)) if wanted else ()
    records = [each for each in read if isinstance(each, MeetingRecord)]
    return tuple(guest for each in records for guest in each.invited)
