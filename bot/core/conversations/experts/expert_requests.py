"""The `expert` command: asks a group until somebody takes the request or it is cancelled."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from typing import Any

from bot.core import replies
from bot.core.conversations.delivery.cancellation import record_deliveries
from bot.core.conversations.delivery.links_held_back import held_back
from bot.core.conversations.delivery.minting import Recipient, guest_recipient
from bot.core.conversations.delivery.receipts import send_receipt
from bot.core.conversations.delivery.sharing_with_hosts import ReceiptPages
from bot.core.conversations.expert_calls.desk_callers import tell_caller_that_nobody_is_free
from bot.core.conversations.expert_calls.expert_asking import Asking, ask_the_others, delete_cards
from bot.core.conversations.expert_calls.expert_tiers import (
    advance,
    ask_group,
    group_called,
    language_of,
    next_task,
)
from bot.core.conversations.experts.expert_lookup import find_available_group
from bot.core.conversations.meetings.meet import send_links, with_each_once
from bot.core.conversations.meetings.move import move
from bot.core.conversations.meetings.requested_meeting import meeting_of, why_refused
from bot.core.conversations.requests.decision import RunScheduledTask
from bot.core.conversations.requests.event_publishing import publish_change, publish_invitations
from bot.core.conversations.requests.meeting_choice import choose_meeting
from bot.core.conversations.requests.request import Request
from bot.core.conversations.scheduled.meeting_tasks import tasks_for
from bot.core.domain.commands import Expert, KeepWaiting, Meet, MeetingReference, Move, NextShift
from bot.core.domain.desks import desk_of
from bot.core.domain.errors import Trouble
from bot.core.domain.group_requests import ExpertRequest
from bot.core.domain.guests import Guest
from bot.core.domain.limits import LimitReached
from bot.core.domain.links import Links
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Meeting
from bot.core.domain.program_events import EventType
from bot.core.replies import asker_replies
from bot.core.steps.expert_steps import (
    AdvanceExpertRequest,
    NameAsker,
    ReadExpertRequest,
)
from bot.core.steps.find_steps import ReadMeeting
from bot.core.steps.last_word import LastWord
from bot.core.steps.ledger_steps import RecordDeliveries, SaveMeeting, Schedule
from bot.core.steps.step import Conversation, Step
from bot.core.steps.webex_steps import DirectChat, ReadPerson, Say


def ask_expert(command: Expert, request: Request) -> Conversation:
    """Ask a group. Its guests get their doors; without doors, their links once it is taken."""
    group = yield from find_available_group(command.group, request)
    if group is None:
        return
    meet = yield from with_each_once(Meet(command.guests, command.subject), request)
    refusal = why_refused(meet, request)
    if refusal:
        yield LastWord(refusal, request.places)
        return
    meeting = replace(meeting_of(meet, request), expert_group=group.name)
    kept = yield SaveMeeting(meeting, request.at, request.installation.limits)
    if isinstance(kept, LimitReached):
        yield LastWord(replies.too_often(request.language, kept), request.places)
        return
    yield from publish_change(EventType.MEETING_CREATED, kept, request)
    recipients = _recipients(meet, request)
    # Before anybody can take it: whoever does is told whom they meet, and sends what was held back.
    yield RecordDeliveries(kept.number, held_back(recipients))
    yield from ask_group(kept, group, request.at, request.installation, tasks_for(kept, request))
    # After the cards, which don't say it and shouldn't wait for it.
    kept = yield from _named(kept, request)
    waits = not request.installation.doors_at
    yield Say(asker_replies.asked(request.language, kept, group.name, waits=waits), request.places)
    if not waits:
        yield from _send_doors(kept, request, recipients)


def _send_doors(meeting: Meeting, request: Request, recipients: list[Recipient]) -> Conversation:
    """Send the guests their doors, and the requester how that went."""
    receipt = _receipt(request, meeting)
    sent = yield from send_links(request, meeting, recipients, Links((), ()), receipt)
    if (yield from record_deliveries(request, meeting, sent.deliveries)):
        yield from publish_invitations(meeting, sent.deliveries, request)
        yield from send_receipt(request, meeting, sent, receipt)


def _named(meeting: Meeting, request: Request) -> Generator[Step, Any, Meeting]:
    """Return a meeting with the requester's name, since a message only has their address."""
    if request.requester.name:
        return meeting
    try:
        me: Guest = yield ReadPerson(request.requester.person_id)
    except Trouble:
        return meeting
    yield NameAsker(meeting.number, me.name)
    return replace(meeting, host_name=me.name)


def _recipients(meet: Meet, request: Request) -> list[Recipient]:
    """Return who gets a guest's link: without guests, the requester."""
    guests = [request.with_language(each) for each in meet.guests]
    me = request.with_language(request.requester.as_guest)
    return [guest_recipient(each, request.installation) for each in guests or [me]]


def _receipt(request: Request, meeting: Meeting) -> ReceiptPages:
    t, times, direct = request.language, request.times(meeting), request.in_private
    return lambda told: replies.receipt(t, meeting, told, [], times, direct=direct)


def ask_next(due: RunScheduledTask) -> Conversation:
    """Ask the next tier, or tell the requester that nobody has taken it."""
    meeting, installation, by = due.record.meeting, due.installation, due.task.key
    made: ExpertRequest | None = yield ReadExpertRequest(meeting.number)
    if made is None or not made.is_free or made.due != due.task.due:
        return
    group = yield from group_called(made.group, installation)
    if group:
        yield from advance(Asking(meeting, made, group, installation, due.now), by)
    elif desk_of(meeting):
        yield from tell_caller_that_nobody_is_free(meeting, installation, by)
    else:
        t = yield from language_of(meeting.host_id, installation)
        said = asker_replies.group_not_reached(t, meeting, made.group)
        yield Say(said, (DirectChat(meeting.host_id),))


def ask_those_left(due: RunScheduledTask) -> Conversation:
    """Ask those of a tier who were away or busy, if nobody has taken it meanwhile."""
    meeting, installation = due.record.meeting, due.installation
    made: ExpertRequest | None = yield ReadExpertRequest(meeting.number)
    if made is None or not (made.later and made.is_free):
        return
    group = yield from group_called(made.group, installation)
    if group:
        yield from ask_the_others(Asking(meeting, made, group, installation, due.now))


def keep_waiting(command: KeepWaiting, request: Request) -> Conversation:
    """Ask everybody again, after the requester was told that nobody has taken it."""
    asking = yield from _unanswered(command, request)
    if asking is None:
        return
    meeting = asking.meeting
    request = request.for_meeting(meeting)
    said = asker_replies.asks_again(request.language, meeting, asking.group.name)
    if request.at < meeting.opens == asking.made.due:
        said = asker_replies.asks_then(request.language, meeting, asking.group.name, request.zone)
    if asking.present or asking.made.due:
        yield Say(said, request.places)
    if asking.made.due is None:
        yield from advance(asking, request.seed, chosen=True)


def next_shift(command: NextShift, request: Request) -> Conversation:
    """Move a request to when others are there to ask, and ask them then."""
    asking = yield from _unanswered(command, request)
    if asking is None:
        return
    meeting, made = asking.meeting, asking.made
    at = asking.group.waits_until(request.at)
    if at is None:
        request = request.for_meeting(meeting)
        said = asker_replies.no_next_shift(request.language, made.group)
        yield LastWord(said, request.places)
        return
    later = at.astimezone(request.at.tzinfo)
    yield from move(Move(later, which=MeetingReference(meeting.number)), request)
    record: MeetingRecord | None = yield ReadMeeting(meeting.number)
    if record is None or record.meeting.opens != at:
        return  # it wasn't moved, and they were told why
    step = made.step if made.due is None else made.step + 1
    if (yield AdvanceExpertRequest(made.number, made.step, step, at, request.seed)):
        yield Schedule((next_task(made, at),))
        yield from delete_cards([each.message_id for each in made.cards])


def _unanswered(
    command: KeepWaiting | NextShift, request: Request
) -> Generator[Step, Any, Asking | None]:
    """Return the request that is meant, if nobody has taken it; None if the person was told."""
    record = yield from choose_meeting(command, request)
    if record is None:
        return None
    request = request.for_meeting(record.meeting)
    made: ExpertRequest | None = yield ReadExpertRequest(record.meeting.number)
    group = (yield from group_called(made.group, request.installation)) if made else None
    if made is None or group is None or not made.is_free:
        said = asker_replies.not_waiting(request.language, record.meeting)
        yield LastWord(said, request.places)
        return None
    return Asking(record.meeting, made, group, request.installation, request.at)
