"""Takes a request to a group: the first who does is its host, and everybody is told."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.core import replies
from bot.core.conversations.delivery.cancellation import record_deliveries
from bot.core.conversations.delivery.message_delivery import SendResult, send
from bot.core.conversations.delivery.message_removal import withdrawal_steps
from bot.core.conversations.delivery.minting import (
    DoorUse,
    Recipient,
    guest_recipient,
    host_recipient,
    mint_or_explain,
    with_doors,
)
from bot.core.conversations.delivery.receipts import finish_late_messages
from bot.core.conversations.expert_calls.desk_callers import let_caller_in
from bot.core.conversations.expert_calls.expert_asking import delete_cards, say_where_cards_were
from bot.core.conversations.expert_calls.expert_tiers import group_called, language_of, wait_again
from bot.core.conversations.experts.request_choice import request_meant
from bot.core.conversations.requests.clarify import suggest_for
from bot.core.conversations.requests.event_publishing import publish_change, publish_invitations
from bot.core.conversations.requests.private_answers import answer_in_private
from bot.core.conversations.requests.request import Request
from bot.core.domain.commands import Guest, MeetingReference, TakeRequest
from bot.core.domain.desks import desk_of
from bot.core.domain.experts import ExpertGroup
from bot.core.domain.group_requests import ExpertRequest
from bot.core.domain.links import Links
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import HostReason, Meeting, State
from bot.core.domain.program_events import EventType
from bot.core.replies import asker_replies, expert_cards, expert_replies, poster_replies
from bot.core.steps.expert_steps import (
    ClaimExpertRequest,
    ConfirmClaim,
    MakeExpertHost,
    ReadExpertRequest,
    ReleaseExpertRequest,
)
from bot.core.steps.find_steps import ReadMeeting
from bot.core.steps.ledger_steps import Schedule, ScheduledTask
from bot.core.steps.step import Conversation, Step, Together
from bot.core.steps.webex_steps import DirectChat, ReadPerson, Say
from bot.core.suggesting.remarks import is_asked_of_somebody
from bot.core.wording.texts import Text

UNUSED = "unused"
"""The kind of the task that asks a claimer who hasn't pressed *Start*."""

ASKED_AFTER = timedelta(minutes=3)
"""How long after a claim its claimer is asked."""

Found = tuple[ExpertRequest, ExpertGroup, MeetingRecord]
"""A request, its group, and its meeting."""


def take_request(command: TakeRequest, request: Request) -> Conversation:
    """Claim a request. The first is sent the host link, others are told who was first."""
    t, me = request.readers.host, request.requester.person_id
    meant = yield from request_meant(command.which, request)
    if meant is None:
        return
    found = yield from open_request(meant, request)
    if found is None:
        yield from answer_in_private(expert_replies.no_request(t), request)
        return
    record, number = found[2], found[0].number
    if found[0].claimed_by != me and is_asked_of_somebody(request.own_words):
        yield from _ask_whether_you(record.meeting, request)
        return
    claim: ExpertRequest = yield ClaimExpertRequest(number, me, request.at, request.seed)
    if claim.claim == request.seed:
        yield from _become_host(record, claim, request)
    elif claim.claimed_by == me:
        yield from _confirm(record.meeting, claim, request)
    elif claim.claimed_by:
        first: Guest = yield ReadPerson(claim.claimed_by)
        at = claim.claimed or request.at
        said = expert_replies.was_first(t, record.meeting, first.display_name, at, request.zone)
        yield from answer_in_private(said, request)
    else:
        yield from answer_in_private(expert_replies.no_request(t), request)


def _ask_whether_you(meeting: Meeting, request: Request) -> Conversation:
    """Ask whether the person takes a request, where they may have asked a colleague to."""
    yield from suggest_for(meeting, [TakeRequest(MeetingReference(meeting.number))], request)


def open_request(number: int, request: Request) -> Generator[Step, Any, Found | None]:
    """Return a request that this person may take, with its meeting; None if there is none."""
    made: ExpertRequest | None = yield ReadExpertRequest(number)
    if made is None or made.closed:
        return None
    who = request.requester
    group = yield from group_called(made.group, request.installation)
    if group is None:
        return None
    if made.claimed_by != who.person_id and not group.admits(who.person_id, who.room_id, who.email):
        return None
    record: MeetingRecord | None = yield ReadMeeting(number)
    if record is None or record.meeting.state is State.CANCELLED:
        return None
    return None if record.meeting.is_over(request.at) else (made, group, record)


def unused_task(number: int, claim: ExpertRequest) -> tuple[ScheduledTask, ...]:
    """Return the task that asks a claimer who hasn't started."""
    assert claim.confirmed  # noqa: S101 - it was just claimed or confirmed
    return (ScheduledTask(UNUSED, number, claim.confirmed + ASKED_AFTER),)


def _confirm(meeting: Meeting, claim: ExpertRequest, request: Request) -> Conversation:
    """Record that a claimer still comes."""
    yield ConfirmClaim(claim.number, claim.claim, request.at)
    if request.installation.doors_at:
        yield Schedule(unused_task(claim.number, replace(claim, confirmed=request.at)))
    yield from answer_in_private(
        expert_replies.yours_already(request.readers.host, meeting), request
    )


def _become_host(record: MeetingRecord, claim: ExpertRequest, request: Request) -> Conversation:
    """Send the claimer the host link, and what is due to everybody else."""
    mine = yield from _claimer(request)
    hosted = replace(record.meeting, host=mine.email, host_name=mine.name)
    sent = yield from _send(record, hosted, mine, request)
    if sent is None or sent.deliveries[0].trouble:
        yield ReleaseExpertRequest(claim.number, claim.claim)
        yield from wait_again(claim, request.at, request.seed)
        if sent:
            [host, *guests] = sent.deliveries
            yield from record_deliveries(request, hosted, guests)
            said = replies.no_private_word(request.language_here, host)
            yield Say(said, request.where_asked)
        return
    if not (yield MakeExpertHost(claim.number, claim.claim, mine)):
        yield Together(withdrawal_steps(sent.deliveries[:1], lambda _: Text("")))
        yield from record_deliveries(request, hosted, sent.deliveries[1:])
        return
    yield from publish_change(EventType.EXPERT_CLAIMED, hosted, request)
    if (yield from record_deliveries(request, hosted, sent.deliveries)):
        yield from publish_invitations(hosted, sent.deliveries, request)
        if request.installation.doors_at:
            yield Schedule(unused_task(claim.number, claim))
        yield from _tell_everybody(claim, record, mine, request)
        yield from finish_late_messages(request, hosted, sent)


def _claimer(request: Request) -> Generator[Step, Any, Guest]:
    """Return who claims, by name; a press has told it already."""
    if request.requester.name:
        return request.requester.as_guest
    mine: Guest = yield ReadPerson(request.requester.person_id)
    return mine


def _send(
    record: MeetingRecord, hosted: Meeting, who: Guest, request: Request
) -> Generator[Step, Any, SendResult | None]:
    """Send the host link, and guests theirs if they waited for a host; None without links."""
    in_private = replace(request.requester, direct=True, thread=None)
    private = replace(request, requester=in_private)
    has_doors, held = bool(request.installation.doors_at), record.awaiting_host
    waiting = [guest_recipient(each, request.installation) for each in held if not has_doors]
    recipients: list[Recipient] = [host_recipient(who, HostReason.EXPERT), *waiting]
    if has_doors:
        none, how = Links((), ()), DoorUse(request.seed)
        links = yield from with_doors(none, hosted, request.installation, recipients, how)
    elif (minted := (yield from mint_or_explain(hosted, private, recipients))) is None:
        return None
    else:
        links = minted
    asker = replace(in_private, name=record.meeting.host_called)
    return (yield from send(replace(private, requester=asker), hosted, recipients, links))


def _tell_everybody(
    claim: ExpertRequest, record: MeetingRecord, who: Guest, request: Request
) -> Conversation:
    """Tell the claimer whom they meet, replace the cards by who took it, and tell who asked."""
    meeting, at, zone = record.meeting, claim.claimed or request.at, request.zone
    own = request.readers.host
    met = expert_replies.waits_for_you(own, record.invited)
    if desk_of(meeting):
        yield from let_caller_in(meeting, request)
        met = poster_replies.caller_waits(own, meeting.host_name)
    yield Say(met, request.direct_chat, expert_cards.give_back(own, meeting, record.invited))
    t = yield from language_of(meeting.host_id, request.installation)
    name = who.display_name
    asker = Say(asker_replies.took_it(t, meeting, name), (DirectChat(meeting.host_id),))
    own_chat = request.requester.room_id if request.requester.direct else ""
    yield from delete_cards([each.message_id for each in claim.cards])
    others = [asker] * (meeting.host_id != who.person_id and not desk_of(meeting))
    elsewhere = say_where_cards_were(
        [each for each in claim.cards if each.room_id != own_chat],
        lambda t: expert_replies.taken_here(t, meeting, name, at, zone),
        request.installation.languages,
    )
    yield Together((*others, *elsewhere))
