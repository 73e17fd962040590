"""More links to a meeting that there is already: the same `sub` leads to the same space."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from bot.core import replies
from bot.core.asked import Asked
from bot.core.choosing import choose
from bot.core.commands import Add, Cohost, Guest, Handover, MyLink, Resend
from bot.core.errors import Trouble
from bot.core.handing import Addressee, guest, host, mint, send
from bot.core.meet import needs_none
from bot.core.meetings import Delivery, Meeting, Role, Way
from bot.core.remembering import AddHost, FindAsGuest, Held
from bot.core.steps import Conversation, ReadPerson, Say, Step


def add(command: Add, asked: Asked) -> Conversation:
    """Invite more guests to the same meeting."""
    held = yield from choose(command, asked)
    if held is None:
        return
    meeting = held.meeting
    left_out = [each for each in command.guests if needs_none(each, asked)]
    guests = [each for each in command.guests if each not in left_out]
    number = len({each.same_as for each in (*guests, *invited(held))})
    if number > asked.house.most_guests:
        yield Say(replies.too_many(number, asked.house.most_guests), asked.places)
        return
    told = yield from deliver(meeting, asked, [guest(each) for each in guests])
    if told is not None:
        for page in replies.receipt(meeting, told, left_out):
            yield Say(page, asked.places)


def resend(command: Resend, asked: Asked) -> Conversation:
    """Give fresh links to those who lost theirs."""
    held = yield from choose(command, asked)
    if held is None:
        return
    meeting = held.meeting
    addressees, unknown = _again(command, asked, held)
    if unknown:
        yield Say(replies.not_invited(unknown, meeting), asked.places)
        return
    told = yield from deliver(meeting, asked, addressees)
    if told is not None and (command.guests or command.everybody or not asked.by.direct):
        yield Say(replies.resent(meeting, told), asked.places)


def _again(command: Resend, asked: Asked, held: Held) -> tuple[list[Addressee], list[Guest]]:
    guests = {each.same_as: each for each in invited(held)}
    if command.everybody:
        return [_me(asked), *map(guest, guests.values())], []
    if not command.guests:
        return [_me(asked)], []
    known = [each for each in command.guests if each.same_as in guests]
    unknown = [each for each in command.guests if each.same_as not in guests]
    return [guest(guests[each.same_as]) for each in known], unknown


def invited(held: Held) -> list[Guest]:
    """Return the guests of a meeting, each once, in the order in which they were invited."""
    guests = [each.guest for each in held.deliveries if each.role is Role.GUEST]
    return list({each.same_as: each for each in guests}.values())


def _me(asked: Asked) -> Addressee:
    return host(asked.by.person_id, asked.by.email)


def my_link(_command: MyLink, asked: Asked) -> Conversation:
    """Give a guest their own link again; nobody gets another's."""
    invited: tuple[Meeting, ...] = yield FindAsGuest(asked.by.person_id, asked.by.email, asked.at)
    if not invited:
        yield Say(replies.no_invitation(), asked.direct)
    who = Guest(asked.by.person_id, asked.by.email)
    for meeting in invited:
        yield from deliver(meeting, asked, [Addressee(Role.GUEST, who, asked.direct)])


def cohost(command: Cohost, asked: Asked) -> Conversation:
    """Make a colleague a host as well."""
    held = yield from choose(command, asked)
    if held and (yield from _make_host(held.meeting, command.to, asked)):
        yield Say(replies.is_host_too(held.meeting, command.to), asked.places)


def handover(command: Handover, asked: Asked) -> Conversation:
    """Make a colleague the host, and tell the former one what cannot be taken back."""
    held = yield from choose(command, asked)
    if held and (yield from _make_host(held.meeting, command.to, asked)):
        yield Say(replies.handed_over(held.meeting, command.to, asked.zone), asked.direct)
        if not asked.by.direct:
            yield Say(replies.is_host_now(held.meeting, command.to), asked.places)


def _make_host(meeting: Meeting, to: Guest, asked: Asked) -> Generator[Step, Any, bool]:
    if not to.person_id:
        yield Say(replies.mention_colleague(to), asked.places)
        return False
    colleague: Guest = yield ReadPerson(to.person_id)
    if not asked.house.access.admits(colleague.email):
        yield Say(replies.not_a_colleague(to), asked.places)
        return False
    yield AddHost(meeting.number, colleague.person_id, colleague.email)
    told = yield from deliver(meeting, asked, [host(colleague.person_id, colleague.email)])
    if told is None:
        return False
    if told[0].trouble:
        yield Say(replies.colleague_not_reached(to, told[0]), asked.places)
    return told[0].trouble is None


def deliver(
    meeting: Meeting, asked: Asked, addressees: list[Addressee]
) -> Generator[Step, Any, tuple[Delivery, ...] | None]:
    """Mint and send; None when there are no links, which the person was told."""
    if not addressees:
        return ()
    try:
        links, _ = yield from mint(meeting, asked.house, addressees)
    except Trouble as trouble:
        yield Say(replies.no_meeting(trouble), asked.places)
        return None
    return (yield from send(asked, meeting, addressees, links))


def renewed(held: Held) -> list[Addressee]:
    """Return everybody who has a link of their own, once each, to get a fresh one."""
    hosts = {
        each.guest.person_id: host(each.guest.person_id, each.guest.email)
        for each in held.deliveries
        if each.role is Role.HOST and each.way is Way.DIRECT
    }
    return [*hosts.values(), *map(guest, invited(held))]
