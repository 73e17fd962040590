"""Sends fresh links to people who lost theirs."""

from __future__ import annotations

from bot.core import replies
from bot.core.conversations.delivery.link_delivery import send_links
from bot.core.conversations.delivery.link_renewal import (
    ReplacedMessages,
    host_recipients,
    replace_links,
    unassigned_messages,
    unassigned_recipients,
)
from bot.core.conversations.delivery.links_held_back import without_waiting
from bot.core.conversations.delivery.minting import guest_recipient, host_recipient
from bot.core.conversations.delivery.receipts import send_receipt
from bot.core.conversations.delivery.sharing_with_hosts import ReceiptPages
from bot.core.conversations.meetings.own_links import find_invitations, give_own_links
from bot.core.conversations.requests.guest_identity import resolve_guests
from bot.core.conversations.requests.meeting_candidates import find_candidates
from bot.core.conversations.requests.meeting_choice import only_match
from bot.core.conversations.requests.request import Request
from bot.core.domain.commands import Resend
from bot.core.domain.meeting_record import GuestInvitation, MeetingRecord
from bot.core.domain.meetings import HostReason, Meeting
from bot.core.replies import asker_replies
from bot.core.steps.last_word import LastWord
from bot.core.steps.step import Conversation


def resend(command: Resend, request: Request) -> Conversation:
    """Send fresh links. Somebody who hosts no meeting means their own link as a guest."""
    fitting = yield from find_candidates(command, request)
    if not fitting and command == Resend(me=True, which=command.which):
        invited = yield from find_invitations(request, command.which)
        if invited:
            yield from give_own_links(invited, request)
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
    ready = yield from without_waiting(named, record, request)
    me = [host_recipient(request.requester.as_guest, HostReason.AGAIN)] * command.me
    guests = [guest_recipient(who, request.installation) for who in ready]
    if not (me or guests):
        return
    wanted = bool(ready) or not request.requester.direct
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
        yield from give_own_links([GuestInvitation(record.meeting, own[0])], request)
        return
    yield LastWord(asker_replies.expert_hosts(request.readers.host, record.meeting), request.places)


def _resend_all(record: MeetingRecord, request: Request) -> Conversation:
    """Send everybody a fresh link; links that are nobody's own are replaced, not doubled."""
    ready = yield from without_waiting(record.invited, record, request)
    guests = [guest_recipient(who, request.installation) for who in ready]
    recipients = [
        *host_recipients(record, request),
        *guests,
        *unassigned_recipients(record, request),
    ]
    if record.invited and not recipients:
        return
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
