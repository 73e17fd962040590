"""Sends fresh links to people who lost theirs."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import replace
from typing import Any

from bot.core import replies
from bot.core.conversations.clarify import suggest
from bot.core.conversations.guest_identity import resolve_guests
from bot.core.conversations.link_delivery import send_links
from bot.core.conversations.link_renewal import (
    ReplacedMessages,
    host_recipients,
    replace_links,
    unassigned_messages,
    unassigned_recipients,
)
from bot.core.conversations.meeting_candidates import find_candidates
from bot.core.conversations.meeting_choice import only_match
from bot.core.conversations.message_delivery import ReceiptPages
from bot.core.conversations.minting import Recipient, guest_recipient, host_recipient
from bot.core.conversations.receipts import finish_late_messages, send_receipt
from bot.core.conversations.request import Request
from bot.core.domain.commands import MeetingReference, MyLink, Resend, Unclear
from bot.core.domain.hints import Hint
from bot.core.domain.limits import link_quotas
from bot.core.domain.meeting_record import GuestInvitation, MeetingRecord
from bot.core.domain.meetings import HostReason, Meeting, Role
from bot.core.replies import expert_replies
from bot.core.steps.find_steps import FindInvitations
from bot.core.steps.last_word import LastWord
from bot.core.steps.quota_steps import UseQuotas
from bot.core.steps.step import Conversation, Step
from bot.core.suggesting.second_reader import Suggested
from bot.core.wording.languages import Language


def resend(command: Resend, request: Request) -> Conversation:
    """Send fresh links. Somebody who hosts no meeting means their own link as a guest."""
    fitting = yield from find_candidates(command, request)
    if not fitting and command == Resend(me=True, which=command.which):
        invited = yield from _invitations(request, command.which)
        if invited:
            yield from _give_again(invited, request)
            return
    record = yield from only_match(fitting, command, request)
    if record is None:
        return
    request = request.for_meeting(record.meeting)
    request = request.with_name(record.name_of_host(request.requester.person_id))
    if command.everybody:
        yield from _resend_all(record, request)
    elif command.me and not record.may_host(request.requester.person_id):
        yield from _without_host_link(record, request)
    else:
        yield from _resend_to(command, record, request)


def _resend_to(command: Resend, record: MeetingRecord, request: Request) -> Conversation:
    """Send fresh links to the requester and the guests who are named."""
    named = yield from resolve_guests(command.guests, record.invited)
    unknown = [each for each in named if each not in record.invited]
    if unknown:
        text = replies.not_invited(request.language, unknown, record.meeting)
        yield LastWord(text, request.places)
        return
    me = [host_recipient(request.requester.as_guest, HostReason.AGAIN)] * command.me
    guests = [guest_recipient(who, request.installation) for who in named]
    wanted = bool(named) or not request.requester.direct
    receipt = _resent(record.meeting, request)
    sent = yield from send_links(
        record.meeting, request, [*me, *guests], receipt if wanted else None, renew=True
    )
    if sent is not None and wanted:
        yield from send_receipt(request, record.meeting, sent, receipt)


def _without_host_link(record: MeetingRecord, request: Request) -> Conversation:
    """Send somebody who asked for an expert their own link as a guest, or say that it is none."""
    me = request.requester
    own = [each for each in record.invited if each.is_same(me.as_guest)]
    if own:
        yield from _give_again([GuestInvitation(record.meeting, own[0])], request)
        return
    yield LastWord(
        expert_replies.expert_hosts(request.readers.host, record.meeting), request.places
    )


def _resend_all(record: MeetingRecord, request: Request) -> Conversation:
    """Send everybody a fresh link; links that are nobody's own are replaced, not doubled."""
    guests = [guest_recipient(who, request.installation) for who in record.invited]
    recipients = [
        *host_recipients(record, request),
        *guests,
        *unassigned_recipients(record, request),
    ]
    earlier = ReplacedMessages(unassigned_messages(record), replies.replaced_by_newer)
    wanted = len(recipients) > 1 or not request.requester.direct
    receipt = _resent(record.meeting, request)
    sent = yield from replace_links(
        record.meeting, request, recipients, earlier, receipt if wanted else None, renew=True
    )
    if sent is not None and wanted:
        yield from send_receipt(request, record.meeting, sent, receipt)


def _resent(meeting: Meeting, request: Request) -> ReceiptPages:
    return lambda deliveries: replies.resent(request.language, meeting, deliveries)


def my_link(_command: MyLink, request: Request) -> Conversation:
    """Send a guest their own link again; a host who is nobody's guest is offered theirs."""
    invited = yield from _invitations(request, MeetingReference())
    if invited:
        yield from _give_again(invited, request)
        return
    none = replies.no_invitation(_own_language(request))
    hosted = yield from find_candidates(Resend(me=True), request)
    if not hosted:
        yield LastWord(none, request.direct_chat)
        return
    mine = Resend(me=True, which=MeetingReference(hosted[0].meeting.number))
    yield from suggest(Suggested((mine,), Unclear("", Hint.UNKNOWN)), request, none.markdown)


def _own_language(request: Request) -> Language:
    return request.installation.languages.for_guest(
        request.preferences.language, request.requester.email
    )


def _invitations(
    request: Request, which: MeetingReference
) -> Generator[Step, Any, list[GuestInvitation]]:
    invited: tuple[GuestInvitation, ...] = yield FindInvitations(
        request.requester.person_id, request.requester.email, request.at
    )
    return [
        each for each in invited if request.installation.public_view(each.meeting).matches(which)
    ]


def _give_again(invited: Sequence[GuestInvitation], request: Request) -> Conversation:
    quotas = tuple(link_quotas(request.installation.limits, request.requester.person_id))
    if quotas and any((yield UseQuotas((quotas,), f"{request.seed} my link", request.at))):
        yield LastWord(replies.newest_link(_own_language(request)), request.direct_chat)
        return
    for each in invited:
        reader = replace(each.guest, language=request.preferences.language or each.guest.language)
        me = Recipient(Role.GUEST, reader, request.direct_chat)
        sent = yield from send_links(each.meeting, request, [me])
        if sent is None:
            return
        yield from finish_late_messages(request, each.meeting, sent)
