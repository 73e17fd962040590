"""More links to a meeting that there is already: the same `sub` leads to the same space."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import replace
from typing import Any

from bot.core import replies
from bot.core.commands import Add, Cohost, Guest, Handover, MyLink, Resend, Which
from bot.core.conversations.asked import Asked
from bot.core.conversations.calling_off import note
from bot.core.conversations.choosing import choose, look_for, the_one
from bot.core.conversations.handing import Addressee, bundles, guest, host, mint_or_tell
from bot.core.conversations.meet import needs_none
from bot.core.conversations.receipts import Pages, account_for, finish
from bot.core.conversations.recognizing import recognized
from bot.core.conversations.renewing import for_anybody, hosts, nobodys
from bot.core.conversations.replacing import Earlier, replace_links
from bot.core.conversations.sending import Handed, send
from bot.core.ending import LastWord
from bot.core.errors import NotFound
from bot.core.held import Held, Invitation
from bot.core.meetings import Delivery, HostReason, Meeting, Role
from bot.core.remembering import AddHost, FindAsGuest, Resign
from bot.core.steps import Conversation, ReadPerson, Say, Step
from bot.core.texts import Text


def add(command: Add, asked: Asked) -> Conversation:
    """Invite more guests to the same meeting."""
    held = yield from choose(command, asked)
    if held is None:
        return
    left_out = [each for each in command.guests if needs_none(each, asked)]
    new = [each for each in command.guests if each not in left_out]
    named = yield from recognized(new, held.invited)
    guests = [asked.addressed(each, command.language) for each in named]
    number = len({each.same_as for each in (*guests, *held.invited)}) + command.spare
    if number > asked.house.most_guests:
        yield LastWord(
            replies.too_many(asked.tongue, number, 1, asked.house.most_guests), asked.places
        )
        return
    invited = [guest(each, asked.house) for each in guests]
    spare = bundles(Role.SPARE, command.spare, asked)
    handed = yield from hand_out(held.meeting, asked, [*invited, *spare])

    def pages(told: Sequence[Delivery]) -> tuple[Text, ...]:
        t, times, direct = asked.tongue, asked.times(held.meeting), asked.in_private
        shown = replies.receipt(t, held.meeting, told, left_out, times, direct=direct, more=True)
        # In a direct chat spare links are a message of their own, which says it all.
        return shown if command.guests or not asked.by.direct else ()

    if handed is not None:
        yield from account_for(asked, held.meeting, handed, pages)


def resend(command: Resend, asked: Asked) -> Conversation:
    """Give fresh links to those who lost theirs; whoever hosts none means their own as a guest."""
    fitting = yield from look_for(command, asked)
    if not fitting and command == Resend(me=True, which=command.which):
        invited = yield from _invitations(asked, command.which)
        if invited:
            yield from _give_again(invited, asked)
            return
    held = yield from the_one(fitting, command, asked)
    if held is None:
        return
    if command.everybody:
        yield from _resend_all(held, asked)
        return
    named = yield from recognized(command.guests, held.invited)
    unknown = [each for each in named if each not in held.invited]
    if unknown:
        yield LastWord(replies.not_invited(asked.tongue, unknown, held.meeting), asked.places)
        return
    me = [host(asked.by.person_id, asked.by.email, HostReason.AGAIN)] * command.me
    handed = yield from hand_out(
        held.meeting, asked, [*me, *(guest(who, asked.house) for who in named)]
    )
    if handed is not None and (named or not asked.by.direct):
        yield from account_for(asked, held.meeting, handed, _resent(held.meeting, asked))


def _resend_all(held: Held, asked: Asked) -> Conversation:
    """Give everybody a fresh link; what is nobody's own is replaced, or it would double."""
    guests = [guest(who, asked.house) for who in held.invited]
    addressees = [*hosts(held), *guests, *for_anybody(held, asked)]
    earlier = Earlier(nobodys(held), replies.replaced_by_newer)
    handed = yield from replace_links(held.meeting, asked, addressees, earlier)
    if handed is not None and (len(addressees) > 1 or not asked.by.direct):
        yield from account_for(asked, held.meeting, handed, _resent(held.meeting, asked))


def _resent(meeting: Meeting, asked: Asked) -> Pages:
    return lambda told: replies.resent(asked.tongue, meeting, told)


def my_link(_command: MyLink, asked: Asked) -> Conversation:
    """Give a guest their own link again; nobody gets another's."""
    invited = yield from _invitations(asked, Which())
    if invited:
        yield from _give_again(invited, asked)
        return
    theirs = asked.house.tongues.for_guest(asked.usual.language, asked.by.email)
    yield LastWord(replies.no_invitation(theirs), asked.direct)


def _invitations(asked: Asked, which: Which) -> Generator[Step, Any, list[Invitation]]:
    invited: tuple[Invitation, ...] = yield FindAsGuest(
        asked.by.person_id, asked.by.email, asked.at
    )
    return [each for each in invited if asked.house.outside(each.meeting).is_meant(which)]


def _give_again(invited: Sequence[Invitation], asked: Asked) -> Conversation:
    for each in invited:
        reader = replace(each.guest, language=asked.usual.language or each.guest.language)
        me = Addressee(Role.GUEST, reader, asked.direct)
        handed = yield from hand_out(each.meeting, asked, [me])
        if handed is None:
            return
        yield from finish(asked, each.meeting, handed)


def cohost(command: Cohost, asked: Asked) -> Conversation:
    """Make a colleague a host as well."""
    held = yield from choose(command, asked)
    if held and (yield from _make_host(held.meeting, command, asked)):
        yield Say(replies.is_host_too(asked.tongue, held.meeting, command.to), asked.places)


def handover(command: Handover, asked: Asked) -> Conversation:
    """Make a colleague the host, and tell the former one what cannot be taken back."""
    held = yield from choose(command, asked)
    if held is None:
        return
    colleague = yield from _make_host(held.meeting, command, asked)
    if colleague is None:
        return
    yield Resign(held.meeting.number, asked.by.person_id, colleague)
    told = replies.handed_over(asked.readers.host, held.meeting, command.to, asked.zone)
    yield Say(told, asked.direct)
    if not asked.by.direct:
        yield Say(replies.is_host_now(asked.tongue, held.meeting, command.to), asked.places)


def _make_host(
    meeting: Meeting, command: Cohost | Handover, asked: Asked
) -> Generator[Step, Any, Guest | None]:
    """Return the colleague who now has a host link; None if nobody has, which was told."""
    to = command.to
    colleague: Guest | None = yield from _in_webex(to)
    if colleague is None:
        yield LastWord(replies.mention_colleague(asked.tongue, to), asked.places)
        return None
    if not asked.house.access.admits(colleague.email):
        yield LastWord(replies.not_a_colleague(asked.tongue, to), asked.places)
        return None
    if colleague.person_id == asked.by.person_id:
        yield LastWord(replies.is_host_already(asked.tongue, meeting), asked.places)
        return None
    yield AddHost(meeting.number, colleague.person_id, colleague.email)
    reason = HostReason.HANDOVER if isinstance(command, Handover) else HostReason.COHOST
    them = host(colleague.person_id, colleague.email, reason)
    handed = yield from hand_out(meeting, asked, [them])
    if handed is None:
        return None
    [told] = handed.told
    if told.trouble:
        yield Say(replies.colleague_not_reached(asked.tongue, to, told), asked.places)
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
    meeting: Meeting, asked: Asked, addressees: list[Addressee]
) -> Generator[Step, Any, Handed | None]:
    """Mint, send and note; None when there are no links, or no meeting any more, as was told.

    Whoever calls it finishes what is late.
    """
    if not addressees:
        return Handed(())
    links = yield from mint_or_tell(meeting, asked, addressees)
    if links is None:
        return None
    handed = yield from send(asked, meeting, addressees, links)
    return handed if (yield from note(asked, meeting, handed.told)) else None
