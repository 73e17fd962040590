"""The buttons *Take it* and *Not me*: the first who takes a request is its host."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from typing import Any

from bot.core.conversations.cancellation import record_deliveries
from bot.core.conversations.desk_callers import let_caller_in
from bot.core.conversations.message_delivery import send
from bot.core.conversations.minting import host_recipient, mint_or_explain
from bot.core.conversations.private_answers import point_to_direct_chat
from bot.core.conversations.request import Request
from bot.core.domain.commands import Guest, PassRequest, TakeRequest
from bot.core.domain.desks import desk_of
from bot.core.domain.experts import ExpertGroup, ExpertRequest
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import HostReason, State
from bot.core.replies import expert_replies
from bot.core.steps.expert_steps import (
    ClaimExpertRequest,
    ReadExpertRequest,
    ReadGroups,
    ReleaseExpertRequest,
)
from bot.core.steps.find_steps import ReadMeeting
from bot.core.steps.ledger_steps import AddHost
from bot.core.steps.preference_steps import ReadPreferences, StoredPreferences
from bot.core.steps.step import Conversation, Step, Together
from bot.core.steps.webex_steps import DeleteMessage, Person, ReadPerson, Say, Space
from bot.core.wording.texts import Text


def take_request(command: TakeRequest, request: Request) -> Conversation:
    """Claim a request. The first is sent the host link, others are told who was first."""
    t, me = request.readers.host, request.requester.person_id
    found = yield from _open_request(command.which.number or 0, request)
    if found is None:
        yield from _tell(expert_replies.no_request(t), request)
        return
    claim: ExpertRequest = yield ClaimExpertRequest(found.meeting.number, me, request.at)
    if claim.claimed_by != me:
        first: Guest = yield ReadPerson(claim.claimed_by)
        at = claim.claimed or request.at
        said = expert_replies.was_first(t, found.meeting, first.display_name, at, request.zone)
        yield from _tell(said, request)
        return
    mine: Guest = yield ReadPerson(me)
    is_host = yield from _make_host(found, mine, request)
    if not is_host:
        yield ReleaseExpertRequest(found.meeting.number, me)
        return
    if found.invited:
        yield Say(expert_replies.waits_for_you(t, found.invited), request.direct_chat)
    yield from let_caller_in(found.meeting, request)
    yield from _retire(claim, found, mine, request)


def _make_host(record: MeetingRecord, who: Guest, request: Request) -> Generator[Step, Any, bool]:
    """Send somebody the host link; return whether they have it, or else were told why not."""
    private = replace(request, requester=replace(request.requester, direct=True, thread=None))
    meeting, host = record.meeting, host_recipient(who, HostReason.EXPERT)
    links = yield from mint_or_explain(meeting, private, [host])
    if links is None:
        return False
    by = replace(private.requester, name=meeting.host_called)
    sent = yield from send(replace(private, requester=by), meeting, [host], links)
    if sent.deliveries[0].trouble:
        return False
    yield AddHost(meeting.number, who.person_id, who.email)
    return (yield from record_deliveries(private, meeting, sent.deliveries))


def _tell(said: Text, request: Request) -> Conversation:
    """Answer in private; who asked in words in a space is told where the answer is."""
    yield Say(said, request.direct_chat)
    if request.said:
        yield from point_to_direct_chat(request)


def pass_request(_command: PassRequest, request: Request) -> Conversation:
    """Say that a request is left to others."""
    yield from _tell(expert_replies.left_to_others(request.readers.host), request)


def _open_request(number: int, request: Request) -> Generator[Step, Any, MeetingRecord | None]:
    """Return the meeting of a request that this person may take; None if there is none."""
    made: ExpertRequest | None = yield ReadExpertRequest(number)
    if made is None:
        return None
    groups: tuple[ExpertGroup, ...] = yield ReadGroups()
    group = next((each for each in groups if each.name == made.group), None)
    by = request.requester
    if group is None or not group.admits(by.person_id, by.room_id, by.email):
        return None
    record: MeetingRecord | None = yield ReadMeeting(number)
    if record is None or record.meeting.state is State.CANCELLED:
        return None
    return None if record.meeting.is_over(request.at) else record


def _retire(
    claim: ExpertRequest, record: MeetingRecord, who: Guest, request: Request
) -> Conversation:
    """Replace the cards by who took the request, and tell who asked."""
    meeting, at, zone = record.meeting, claim.claimed or request.at, request.zone
    name = who.display_name
    here = expert_replies.taken_here(request.language_here, meeting, name, at, zone)
    recalled: StoredPreferences = yield ReadPreferences(None, meeting.host_id)
    t = request.installation.languages.for_host(recalled.preferences.language)
    asker = Say(expert_replies.took_it(t, meeting, name), (Person(meeting.host_id),))
    tells = [asker] * (meeting.host_id != who.person_id and not desk_of(meeting))
    rooms = dict.fromkeys(each.room_id for each in claim.cards)
    yield Together(
        (
            *tells,
            *(DeleteMessage(each.message_id) for each in claim.cards),
            *(Say(here, (Space(room_id),)) for room_id in rooms if room_id),
        )
    )
