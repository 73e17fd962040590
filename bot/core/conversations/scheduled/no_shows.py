"""Tells hosts who hasn't come, some minutes after the start of a meeting."""

from __future__ import annotations

from datetime import timedelta

from bot.core.conversations.delivery.minting import direct_chat_of
from bot.core.conversations.requests.decision import RunScheduledTask
from bot.core.conversations.requests.event_publishing import at_door, publish
from bot.core.conversations.requests.installation import Installation
from bot.core.conversations.requests.reader_languages import Readers
from bot.core.domain.attendance import Attendance
from bot.core.domain.meetings import Meeting
from bot.core.domain.program_events import EventType
from bot.core.replies import arrival_replies
from bot.core.steps.door_steps import ReadAttendances
from bot.core.steps.ledger_steps import MentionMeeting, ScheduledTask
from bot.core.steps.step import Conversation, Together
from bot.core.steps.webex_steps import Say

AFTER = timedelta(minutes=10)
"""How long after the beginning hosts are told."""


def no_show_task(meeting: Meeting, installation: Installation) -> list[ScheduledTask]:
    """Return the task that tells who has not come, if guests have doors."""
    due = meeting.opens + AFTER
    if not installation.doors_at or due >= meeting.expires:
        return []
    return [ScheduledTask("noshow", meeting.number, due)]


def tell_who_is_missing(due: RunScheduledTask) -> Conversation:
    """Tell the hosts who has a door and has not come, unless everybody has."""
    record = due.record
    if due.task.due != record.meeting.opens + AFTER:
        return  # it was moved
    came: tuple[Attendance, ...] = yield ReadAttendances(record.meeting.number)
    invited = {each.identity for each in record.invited}
    missing = [
        each for each in came if each.known_as in invited and not (each.since or each.shared)
    ]
    if not missing:
        return
    meeting, no_show = record.meeting, EventType.GUEST_NO_SHOW
    events = [at_door(no_show, meeting, each, due.now, record.invited) for each in missing]
    yield from publish(meeting, events)
    t = Readers(due.installation.languages, due.recalled.for_person(record.host_id)).host
    said = arrival_replies.not_here_yet(t, record.meeting, missing)
    yield Together(tuple(Say(said, (direct_chat_of(each),)) for each in record.hosts))
    yield MentionMeeting(meeting.number, due.now)
