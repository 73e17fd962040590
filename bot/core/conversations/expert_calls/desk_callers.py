"""Lets callers at a desk in, and tells them what became of their call."""

from __future__ import annotations

from bot.core.conversations.requests.installation import Installation
from bot.core.conversations.requests.request import Request
from bot.core.domain.attendance import Attendance
from bot.core.domain.doors import Reply
from bot.core.domain.meetings import Meeting
from bot.core.pages import desk_page
from bot.core.steps.door_steps import (
    AdmitVisitors,
    ClearDoors,
    ReadAttendances,
    ReplyToVisitors,
    ShowOnDoors,
)
from bot.core.steps.step import Conversation


def let_caller_in(meeting: Meeting, request: Request) -> Conversation:
    """Let in who called, since somebody took their call."""
    came: tuple[Attendance, ...] = yield ReadAttendances(meeting.number)
    ids = tuple(each.id for each in came if each.since)
    yield ClearDoors(meeting.number)  # as that nobody was free
    yield AdmitVisitors(meeting.number, ids, request.at)
    yield ReplyToVisitors(meeting.number, ids, Reply.COMING)


def tell_caller_that_nobody_is_free(
    meeting: Meeting, installation: Installation, occasion: str
) -> Conversation:
    """Tell who called that nobody has taken their call, on the page where they wait.

    Args:
        meeting: the call's.
        installation: the settings.
        occasion: identifies the request, so that a repeat adds nothing.
    """
    languages = installation.languages
    came: tuple[Attendance, ...] = yield ReadAttendances(meeting.number)
    for each in came:
        said = desk_page.nobody_free(languages.for_guest(each.language))
        yield ShowOnDoors(meeting.number, (each.known_as,), said, occasion)
