"""Makes a colleague a host: beside the requester, or in their place."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from bot.core import replies
from bot.core.conversations.delivery.cancellation import record_deliveries
from bot.core.conversations.delivery.message_delivery import send
from bot.core.conversations.delivery.minting import host_recipient, mint_or_explain
from bot.core.conversations.requests.meeting_choice import of_one_meeting
from bot.core.conversations.requests.request import Request
from bot.core.domain.access import is_bot
from bot.core.domain.commands import Cohost, Guest, Handover
from bot.core.domain.errors import NotFound
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import HostReason, Meeting, Role
from bot.core.replies import asker_replies
from bot.core.steps.last_word import LastWord
from bot.core.steps.ledger_steps import AddHost, MarkWithdrawn, TransferHost
from bot.core.steps.step import Conversation, Step, Together
from bot.core.steps.webex_steps import DeleteMessage, ReadPerson, Say
from bot.core.wording.texts import Text


@of_one_meeting
def cohost(command: Cohost, record: MeetingRecord, request: Request) -> Conversation:
    """Make a colleague another host."""
    colleague = yield from _make_host(record, command, request)
    if colleague is None:
        return
    yield Say(replies.is_host_too(request.language, record.meeting, colleague), request.places)


@of_one_meeting
def handover(command: Handover, record: MeetingRecord, request: Request) -> Conversation:
    """Make a colleague the host; the former host loses their buttons, though not a copied link."""
    colleague = yield from _make_host(record, command, request)
    if colleague is None:
        return
    yield TransferHost(record.meeting.number, request.requester.person_id, colleague)
    yield from _remove_buttons(record, request)
    text = replies.handed_over(request.readers.host, record.meeting, colleague, request.zone)
    yield Say(text, request.direct_chat)
    if not request.requester.direct:
        yield Say(replies.is_host_now(request.language, record.meeting, colleague), request.places)


def _remove_buttons(record: MeetingRecord, request: Request) -> Conversation:
    """Delete the former host's messages with a host link, whose buttons aren't theirs any more."""
    by = request.requester.person_id
    own = [each for each in record.link_messages if each.guest.person_id == by]
    cards = tuple(str(each.message_id) for each in own if each.card and each.role is Role.HOST)
    if cards:
        yield Together(tuple(DeleteMessage(each) for each in cards))
        yield MarkWithdrawn(cards)


def _make_host(
    record: MeetingRecord, command: Cohost | Handover, request: Request
) -> Generator[Step, Any, Guest | None]:
    """Return the new host; None if there is none, and the requester was told why."""
    request = request.with_name(record.name_of_host(request.requester.person_id))
    colleague: Guest | None = yield from _possible_host(record, command.to, request)
    if colleague is None:
        return None
    meeting, is_handover = record.meeting, isinstance(command, Handover)
    reason = HostReason.HANDOVER if is_handover else HostReason.COHOST
    new = host_recipient(colleague, reason)
    links = yield from mint_or_explain(meeting, request, [new])
    if links is None:
        return None
    sent = yield from send(request, meeting, [new], links)
    [delivery] = sent.deliveries
    if delivery.trouble:
        # Nothing is recorded: somebody without a link must not be a host whom nobody sees.
        said = replies.colleague_not_reached(request.language, command.to, delivery)
        yield Say(said, request.places)
        return None
    yield AddHost(meeting.number, colleague.person_id, colleague.email)
    is_on = yield from record_deliveries(request, meeting, [delivery])
    return colleague if is_on else None


def _possible_host(
    record: MeetingRecord, to: Guest, request: Request
) -> Generator[Step, Any, Guest | None]:
    """Return who is meant; None if they can't be a host, and the requester was told why."""
    meeting = record.meeting
    if not record.may_host(request.requester.person_id):
        yield LastWord(asker_replies.expert_hosts(request.language, meeting), request.places)
        return None
    colleague: Guest | None = yield from _in_webex(to)
    if colleague is None:
        yield LastWord(replies.mention_colleague(request.language, to), request.places)
        return None
    refusal = _refusal(colleague, meeting, to, request)
    if refusal:
        yield LastWord(refusal, request.places)
        return None
    return colleague


def _refusal(colleague: Guest, meeting: Meeting, to: Guest, request: Request) -> Text | None:
    """Return why somebody can't be made a host, or None."""
    if is_bot(colleague.email):
        return replies.bots_are_no_hosts(request.language, to)
    if not request.installation.access.admits(colleague.email):
        return replies.not_a_colleague(request.language, to)
    if colleague.person_id == request.requester.person_id:
        return replies.is_host_already(request.language, meeting)
    return None


def _in_webex(to: Guest) -> Generator[Step, Any, Guest | None]:
    """Return who a colleague is in Webex; a phone number is nobody there."""
    if to.phone:
        return None
    try:
        found: Guest = yield ReadPerson(to.person_id, to.email)
    except NotFound:
        return None
    return found
