"""Cancels a call at a desk that nobody has taken, for its caller or for the group."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from bot.core import replies
from bot.core.conversations.expert_calls.expert_closing import close_request
from bot.core.conversations.expert_calls.expert_tiers import group_called
from bot.core.conversations.requests.ask import ask
from bot.core.conversations.requests.decision import TellOfDoor
from bot.core.conversations.requests.request import Request
from bot.core.domain.commands import Cancel
from bot.core.domain.desks import desk_of
from bot.core.domain.experts import ExpertGroup
from bot.core.domain.group_requests import ExpertRequest
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Meeting, State
from bot.core.replies import expert_replies, question_cards
from bot.core.steps.expert_steps import ReadExpertRequest
from bot.core.steps.find_steps import ReadMeeting
from bot.core.steps.ledger_steps import CancelMeeting
from bot.core.steps.step import Conversation, Step
from bot.core.steps.webex_steps import Say


def caller_leaves(due: TellOfDoor) -> Conversation:
    """Cancel a call whose caller no longer needs it, unless somebody has taken it."""
    meeting = due.record.meeting
    made: ExpertRequest | None = yield ReadExpertRequest(meeting.number)
    if made is None or not (made.is_free and desk_of(meeting)):
        return
    yield CancelMeeting(meeting.number, due.notice.at)
    yield from close_request(meeting, due.installation.languages)


def find_free_call(command: Cancel, request: Request) -> Generator[Step, Any, Meeting | None]:
    """Return the call that somebody of its group means, if nobody has taken it; else None."""
    number = command.which.number
    made: ExpertRequest | None = (yield ReadExpertRequest(number)) if number else None
    if number is None or made is None or not made.is_free:
        return None
    record: MeetingRecord | None = yield ReadMeeting(number)
    group = yield from group_called(made.group, request.installation)
    if record is None or not desk_of(record.meeting) or record.meeting.state is State.CANCELLED:
        return None
    return record.meeting if group and _may_cancel(group, request) else None


def _may_cancel(group: ExpertGroup, request: Request) -> bool:
    """Return whether somebody is asked, leads the group or is an administrator."""
    by = request.requester
    leads = any(each.is_same(by.as_guest) for each in group.leads)
    is_asked = group.admits(by.person_id, by.room_id, by.email)
    return leads or is_asked or request.installation.admins.admits(by.email)


def cancel_call(command: Cancel, meeting: Meeting, request: Request) -> Conversation:
    """Cancel a call; one press alone asks first, since the caller waits."""
    t, sentence = request.language, f"cancel #{meeting.number}"
    if command.ask_first:
        card = question_cards.may_cancel(t, meeting, 1, request.asked_person)
        yield from ask(request, replies.may_cancel(t, meeting), card, choices=[sentence])
        return
    yield CancelMeeting(meeting.number, request.at)
    told = yield from close_request(meeting, request.installation.languages)
    if request.requester.room_id not in told:
        yield Say(expert_replies.closed_here(t, meeting), request.places)
