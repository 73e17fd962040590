"""The `rename` and `again` commands."""

from __future__ import annotations

from dataclasses import replace

from bot.core import replies
from bot.core.conversations.meet import meet
from bot.core.conversations.meeting_choice import choose_meeting
from bot.core.conversations.request import Request
from bot.core.domain.commands import Again, Meet, Rename
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Way
from bot.core.steps.ledger_steps import RenameMeeting
from bot.core.steps.step import Conversation
from bot.core.steps.webex_steps import Say


def rename(command: Rename, request: Request) -> Conversation:
    """Give a meeting another subject, for lists and for what is sent from now on."""
    record = yield from choose_meeting(command, request)
    if record is None:
        return
    request = request.for_meeting(record.meeting)
    yield RenameMeeting(record.meeting.number, command.subject)
    renamed = replace(record.meeting, subject=command.subject)
    yield Say(replies.renamed(request.language, renamed), request.places)


def again(command: Again, request: Request) -> Conversation:
    """Start a new meeting with the guests of an earlier one."""
    record = yield from choose_meeting(command, request)
    if record:
        yield from meet(_same(command, record), request.for_meeting(record.meeting))


def _same(command: Again, record: MeetingRecord) -> Meet:
    """Return the command for a meeting like an earlier one."""
    earlier = record.meeting
    return Meet(
        guests=record.invited,
        subject=earlier.subject,
        here=any(each.way is Way.SPACE for each in record.deliveries),
        opens=command.opens,
        minutes=command.minutes or earlier.minutes,
        vertical=earlier.vertical,
        zone_assumed=command.zone_assumed,
        admit_first=earlier.admit_first or None,
    )
