"""Sends fresh links to people who lost theirs."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import replace
from typing import Any

from bot.core import replies
from bot.core.conversations.guest_identity import recognized
from bot.core.conversations.link_delivery import hand_out
from bot.core.conversations.link_renewal import Earlier, for_anybody, hosts, nobodys, replace_links
from bot.core.conversations.meeting_choice import look_for, the_one
from bot.core.conversations.minting import Addressee, guest, host
from bot.core.conversations.receipts import Pages, account_for, finish
from bot.core.conversations.request import Request
from bot.core.domain.commands import MyLink, Resend, Which
from bot.core.domain.meeting_record import GuestInvitation, MeetingRecord
from bot.core.domain.meetings import HostReason, Meeting, Role
from bot.core.steps.last_word import LastWord
from bot.core.steps.ledger_steps import FindAsGuest
from bot.core.steps.webex_steps import Conversation, Step


def resend(command: Resend, request: Request) -> Conversation:
    """Send fresh links. Somebody who hosts no meeting means their own link as a guest."""
    fitting = yield from look_for(command, request)
    if not fitting and command == Resend(me=True, which=command.which):
        invited = yield from _invitations(request, command.which)
        if invited:
            yield from _give_again(invited, request)
            return
    record = yield from the_one(fitting, command, request)
    if record is None:
        return
    if command.everybody:
        yield from _resend_all(record, request)
        return
    named = yield from recognized(command.guests, record.invited)
    unknown = [each for each in named if each not in record.invited]
    if unknown:
        yield LastWord(
            replies.not_invited(request.language, unknown, record.meeting), request.places
        )
        return
    me = [host(request.requester.as_guest, HostReason.AGAIN)] * command.me
    handed = yield from hand_out(
        record.meeting, request, [*me, *(guest(who, request.installation) for who in named)]
    )
    if handed is not None and (named or not request.requester.direct):
        yield from account_for(request, record.meeting, handed, _resent(record.meeting, request))


def _resend_all(record: MeetingRecord, request: Request) -> Conversation:
    """Send everybody a fresh link; links that are nobody's own are replaced, not doubled."""
    guests = [guest(who, request.installation) for who in record.invited]
    addressees = [*hosts(record), *guests, *for_anybody(record, request)]
    earlier = Earlier(nobodys(record), replies.replaced_by_newer)
    handed = yield from replace_links(record.meeting, request, addressees, earlier)
    if handed is not None and (len(addressees) > 1 or not request.requester.direct):
        yield from account_for(request, record.meeting, handed, _resent(record.meeting, request))


def _resent(meeting: Meeting, request: Request) -> Pages:
    return lambda told: replies.resent(request.language, meeting, told)


def my_link(_command: MyLink, request: Request) -> Conversation:
    """Send a guest their own link again."""
    invited = yield from _invitations(request, Which())
    if invited:
        yield from _give_again(invited, request)
        return
    theirs = request.installation.languages.for_guest(
        request.usual.language, request.requester.email
    )
    yield LastWord(replies.no_invitation(theirs), request.direct)


def _invitations(request: Request, which: Which) -> Generator[Step, Any, list[GuestInvitation]]:
    invited: tuple[GuestInvitation, ...] = yield FindAsGuest(
        request.requester.person_id, request.requester.email, request.at
    )
    return [each for each in invited if request.installation.outside(each.meeting).is_meant(which)]


def _give_again(invited: Sequence[GuestInvitation], request: Request) -> Conversation:
    for each in invited:
        reader = replace(each.guest, language=request.usual.language or each.guest.language)
        me = Addressee(Role.GUEST, reader, request.direct)
        handed = yield from hand_out(each.meeting, request, [me])
        if handed is None:
            return
        yield from finish(request, each.meeting, handed)
