"""The `add`, `resend`, `my link`, `cohost` and `handover` commands."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import replace
from typing import Any

from bot.core import replies
from bot.core.conversations.cancellation import note
from bot.core.conversations.guest_identity import recognized
from bot.core.conversations.link_renewal import for_anybody, hosts, nobodys
from bot.core.conversations.link_replacement import Earlier, replace_links
from bot.core.conversations.meet import needs_none
from bot.core.conversations.meeting_choice import choose, look_for, the_one
from bot.core.conversations.message_delivery import Handed, send
from bot.core.conversations.minting import Addressee, bundles, guest, host, mint_or_tell
from bot.core.conversations.receipts import Pages, account_for, finish
from bot.core.conversations.request import Request
from bot.core.domain.commands import Add, Cohost, Guest, Handover, MyLink, Resend, Which
from bot.core.domain.errors import NotFound
from bot.core.domain.meeting_record import GuestInvitation, MeetingRecord
from bot.core.domain.meetings import Delivery, Meeting, Role
from bot.core.steps.last_word import LastWord
from bot.core.steps.ledger_steps import AddHost, FindAsGuest, Resign
from bot.core.steps.webex_steps import Conversation, ReadPerson, Say, Step
from bot.core.wording.texts import Text


def add(command: Add, request: Request) -> Conversation:
    """Invite more guests to the same meeting."""
    held = yield from choose(command, request)
    if held is None:
        return
    left_out = [each for each in command.guests if needs_none(each, request)]
    new = [each for each in command.guests if each not in left_out]
    named = yield from recognized(new, held.invited)
    guests = [request.addressed(each, command.language) for each in named]
    number = len({each.same_as for each in (*guests, *held.invited)}) + command.spare
    if number > request.installation.most_guests:
        yield LastWord(
            replies.too_many(request.tongue, number, 1, request.installation.most_guests),
            request.places,
        )
        return
    invited = [guest(each, request.installation) for each in guests]
    spare = bundles(Role.SPARE, command.spare, request)
    handed = yield from hand_out(held.meeting, request, [*invited, *spare])

    def pages(told: Sequence[Delivery]) -> tuple[Text, ...]:
        t, times, direct = request.tongue, request.times(held.meeting), request.in_private
        shown = replies.receipt(t, held.meeting, told, left_out, times, direct=direct, more=True)
        # In a direct chat spare links are a message of their own, which says it all.
        return shown if command.guests or not request.requester.direct else ()

    if handed is not None:
        yield from account_for(request, held.meeting, handed, pages)


def resend(command: Resend, request: Request) -> Conversation:
    """Give fresh links to those who lost theirs; whoever hosts none means their own as a guest."""
    fitting = yield from look_for(command, request)
    if not fitting and command == Resend(me=True, which=command.which):
        invited = yield from _invitations(request, command.which)
        if invited:
            yield from _give_again(invited, request)
            return
    held = yield from the_one(fitting, command, request)
    if held is None:
        return
    if command.everybody:
        yield from _resend_all(held, request)
        return
    named = yield from recognized(command.guests, held.invited)
    unknown = [each for each in named if each not in held.invited]
    if unknown:
        yield LastWord(replies.not_invited(request.tongue, unknown, held.meeting), request.places)
        return
    me = [host(request.requester.person_id, request.requester.email)] * command.me
    handed = yield from hand_out(
        held.meeting, request, [*me, *(guest(who, request.installation) for who in named)]
    )
    if handed is not None and (named or not request.requester.direct):
        yield from account_for(request, held.meeting, handed, _resent(held.meeting, request))


def _resend_all(held: MeetingRecord, request: Request) -> Conversation:
    """Give everybody a fresh link; what is nobody's own is replaced, or it would double."""
    guests = [guest(who, request.installation) for who in held.invited]
    addressees = [*hosts(held), *guests, *for_anybody(held, request)]
    earlier = Earlier(nobodys(held), replies.replaced_by_newer)
    handed = yield from replace_links(held.meeting, request, addressees, earlier)
    if handed is not None and (len(addressees) > 1 or not request.requester.direct):
        yield from account_for(request, held.meeting, handed, _resent(held.meeting, request))


def _resent(meeting: Meeting, request: Request) -> Pages:
    return lambda told: replies.resent(request.tongue, meeting, told)


def my_link(_command: MyLink, request: Request) -> Conversation:
    """Give a guest their own link again; nobody gets another's."""
    invited = yield from _invitations(request, Which())
    if invited:
        yield from _give_again(invited, request)
        return
    theirs = request.installation.tongues.for_guest(request.usual.language, request.requester.email)
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


def cohost(command: Cohost, request: Request) -> Conversation:
    """Make a colleague a host as well."""
    held = yield from choose(command, request)
    if held and (yield from _make_host(held.meeting, command.to, request)):
        yield Say(replies.is_host_too(request.tongue, held.meeting, command.to), request.places)


def handover(command: Handover, request: Request) -> Conversation:
    """Make a colleague the host, and tell the former one what cannot be taken back."""
    held = yield from choose(command, request)
    if held is None:
        return
    colleague = yield from _make_host(held.meeting, command.to, request)
    if colleague is None:
        return
    yield Resign(held.meeting.number, request.requester.person_id, colleague)
    told = replies.handed_over(request.readers.host, held.meeting, command.to, request.zone)
    yield Say(told, request.direct)
    if not request.requester.direct:
        yield Say(replies.is_host_now(request.tongue, held.meeting, command.to), request.places)


def _make_host(meeting: Meeting, to: Guest, request: Request) -> Generator[Step, Any, Guest | None]:
    """Return the colleague who has a host link now; None where nobody has, as was told."""
    colleague: Guest | None = yield from _in_webex(to)
    if colleague is None:
        yield LastWord(replies.mention_colleague(request.tongue, to), request.places)
        return None
    if not request.installation.access.admits(colleague.email):
        yield LastWord(replies.not_a_colleague(request.tongue, to), request.places)
        return None
    if colleague.person_id == request.requester.person_id:
        yield LastWord(replies.is_host_already(request.tongue, meeting), request.places)
        return None
    yield AddHost(meeting.number, colleague.person_id, colleague.email)
    handed = yield from hand_out(meeting, request, [host(colleague.person_id, colleague.email)])
    if handed is None:
        return None
    [told] = handed.told
    if told.trouble:
        yield Say(replies.colleague_not_reached(request.tongue, to, told), request.places)
    return None if told.trouble else colleague


def _in_webex(to: Guest) -> Generator[Step, Any, Guest | None]:
    """Return who somebody is in Webex, where nobody is known by a phone number."""
    if to.phone:
        return None
    try:
        found: Guest = yield ReadPerson(to.person_id, to.email)
    except NotFound:
        return None
    return found


def hand_out(
    meeting: Meeting, request: Request, addressees: list[Addressee]
) -> Generator[Step, Any, Handed | None]:
    """Mint, send and note; None when there are no links, or no meeting any more, as was told.

    Whoever calls it finishes what is late.
    """
    if not addressees:
        return Handed(())
    links = yield from mint_or_tell(meeting, request, addressees)
    if links is None:
        return None
    handed = yield from send(request, meeting, addressees, links)
    return handed if (yield from note(request, meeting, handed.told)) else None
