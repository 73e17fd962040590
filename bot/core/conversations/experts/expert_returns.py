"""Hands requests on: an expert leaves one to others, gives it back, or doesn't come."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.core.conversations.expert_calls.desk_callers import tell_caller_that_nobody_is_free
from bot.core.conversations.expert_calls.expert_asking import Asking
from bot.core.conversations.expert_calls.expert_tiers import advance, group_called, language_of
from bot.core.conversations.experts.expert_claims import ASKED_AFTER, open_request
from bot.core.conversations.experts.request_choice import request_meant
from bot.core.conversations.requests.decision import RunScheduledTask
from bot.core.conversations.requests.installation import Installation
from bot.core.conversations.requests.meeting_choice import choose_meeting
from bot.core.conversations.requests.private_answers import answer_in_private
from bot.core.conversations.requests.request import Request
from bot.core.domain.commands import (
    GiveBack,
    Guest,
    MeetingReference,
    PassRequest,
    TakeRequest,
)
from bot.core.domain.desks import desk_of
from bot.core.domain.errors import Trouble
from bot.core.domain.experts import Tier
from bot.core.domain.group_requests import ExpertRequest
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Role
from bot.core.domain.open_questions import OpenQuestion, question_id
from bot.core.parsing import grammar
from bot.core.replies import asker_replies, expert_cards, expert_replies
from bot.core.replies.card_inputs import LONGEST_NOTE
from bot.core.steps.desk_steps import HaveCallerWait
from bot.core.steps.expert_steps import (
    HasNotStarted,
    LeaveToOthers,
    ReadExpertRequest,
    ReleaseExpertRequest,
)
from bot.core.steps.last_word import LastWord
from bot.core.steps.ledger_steps import MarkWithdrawn, Schedule, ScheduledTask
from bot.core.steps.question_steps import SaveQuestion
from bot.core.steps.step import Conversation, Posted, Step, Together
from bot.core.steps.webex_steps import DeleteMessage, DirectChat, ReadMembers, Say

LAPSE = "lapse"
"""The kind of the task that gives a claim back whose claimer doesn't answer."""

ANSWERED_WITHIN = timedelta(minutes=2)
"""How long a claimer has to answer."""


def pass_request(command: PassRequest, request: Request) -> Conversation:
    """Leave a request to others; once everybody who was asked has, the next are asked at once."""
    meant = yield from request_meant(command.which, request)
    if meant is None:
        return
    yield from answer_in_private(expert_replies.left_to_others(request.readers.host), request)
    found = yield from open_request(meant, request)
    if found is None or not found[0].is_free or found[0].due is None:
        return
    made, group, record = found
    asked = group.as_of(request.at).tier_of(made.step) or Tier()
    me = request.requester.as_guest
    known = next((each.identity for each in asked.people if each.is_same(me)), me.identity)
    left: Sequence[str] = yield LeaveToOthers(made.number, made.step, known)
    if (yield from _has_nobody_else(asked, record.meeting.host_id, left)):
        asking = Asking(record.meeting, made, group, request.installation, request.at)
        yield from advance(asking, request.seed)


def _has_nobody_else(tier: Tier, asker: str, left: Sequence[str]) -> Generator[Step, Any, bool]:
    """Return whether everybody who was asked, except the asker, has left it to others."""
    asked = {each.identity for each in tier.people}
    if tier.room_id:
        try:
            asked |= {*(yield ReadMembers(tier.room_id))}
        except Trouble:
            return False
    return asked - {asker} <= set(left)


@dataclass(frozen=True)
class _Return:
    """A claim that is given back.

    Args:
        record: the meeting.
        made: the request, as it was claimed.
        note: what its claimer leaves to the next expert.
        installation: the settings.
        at: the time, aware.
        by: identifies the conversation.
    """

    record: MeetingRecord
    made: ExpertRequest
    note: str
    installation: Installation
    at: datetime
    by: str


def give_back(command: GiveBack, request: Request) -> Conversation:
    """Give a request back; the next are asked at once, and read the note."""
    record = yield from choose_meeting(command, request)
    if record is None:
        return
    t, me = request.readers.host, request.requester.person_id
    made: ExpertRequest | None = yield ReadExpertRequest(record.meeting.number)
    if made is None or made.claimed_by != me or not record.is_host(me):
        yield LastWord(expert_replies.not_taken_by_you(t, record.meeting), request.direct_chat)
        return
    note = " ".join((command.note or "").split())[:LONGEST_NOTE]
    back = _Return(record, made, note, request.installation, request.at, request.seed)
    yield Say(expert_replies.given_back(t, record.meeting), request.direct_chat)
    yield from _hand_on(back, record.name_of_host(me) or request.requester.called)


def ask_claimer(due: RunScheduledTask) -> Conversation:
    """Ask a claimer who hasn't started whether they come."""
    meeting = due.record.meeting
    made: ExpertRequest | None = yield ReadExpertRequest(meeting.number)
    if made is None or made.confirmed is None or made.confirmed + ASKED_AFTER != due.task.due:
        return
    if meeting.opens > due.now or not (yield HasNotStarted(made.number, made.claimed_by)):
        return
    yield Schedule((ScheduledTask(LAPSE, made.number, due.now + ANSWERED_WITHIN),))
    t = yield from language_of(made.claimed_by, due.installation)
    card = expert_cards.still_coming(t, meeting)
    asked: Posted = yield Say(
        expert_replies.are_you_coming(t, meeting), (DirectChat(made.claimed_by),), card
    )
    if asked.room_id:
        comes = grammar.say(TakeRequest(MeetingReference(made.number)))
        question = OpenQuestion(question_id(due.task.key), due.now, (comes,))
        yield SaveQuestion(made.claimed_by, asked.room_id, question)


def lapse(due: RunScheduledTask) -> Conversation:
    """Give back a claim whose claimer was asked, and has neither started nor answered."""
    record, meeting = due.record, due.record.meeting
    made: ExpertRequest | None = yield ReadExpertRequest(meeting.number)
    latest = due.task.due - ANSWERED_WITHIN - ASKED_AFTER
    if made is None or made.confirmed is None or made.confirmed > latest:
        return
    if meeting.opens > due.now or not (yield HasNotStarted(made.number, made.claimed_by)):
        return
    t = yield from language_of(made.claimed_by, due.installation)
    yield Say(expert_replies.lapsed(t, meeting), (DirectChat(made.claimed_by),))
    who = record.name_of_host(made.claimed_by) or meeting.host_called
    yield from _hand_on(_Return(record, made, "", due.installation, due.now, due.task.key), who)


def _hand_on(back: _Return, who: str) -> Conversation:
    """Take a claim back with its host link, tell who asked, and ask the next."""
    made, meeting = back.made, back.record.meeting
    if not (yield ReleaseExpertRequest(made.number, made.claim, True, back.note)):
        return
    yield from _take_host_link_back(back.record, made.claimed_by)
    group = yield from group_called(made.group, back.installation)
    if desk_of(meeting):
        yield HaveCallerWait(meeting.number)
        if group is None:
            yield from tell_caller_that_nobody_is_free(meeting, back.installation, back.by)
    elif meeting.host_id != made.claimed_by or group is None:
        t = yield from language_of(meeting.host_id, back.installation)
        said = asker_replies.came_back if group else asker_replies.came_back_to_nobody
        yield Say(said(t, meeting, who), (DirectChat(meeting.host_id),))
    if group:
        free = replace(made, claimed_by="", note=back.note)
        me = Guest(made.claimed_by)
        gave_back = next((each for each in back.record.hosts if each.is_same(me)), me)
        asking = Asking(meeting, free, group, back.installation, back.at, gave_back)
        yield from advance(asking, back.by, chosen=True)


def _take_host_link_back(record: MeetingRecord, person_id: str) -> Conversation:
    """Delete the messages with a host link of somebody who no longer hosts."""
    own = [each for each in record.link_messages if each.guest.person_id == person_id]
    ids = tuple(str(each.message_id) for each in own if each.role is Role.HOST)
    if ids:
        yield Together(tuple(DeleteMessage(each) for each in ids))
        yield MarkWithdrawn(ids)
