"""Who is to get links, and the links for them; `sending` sends them."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot.core import replies
from bot.core.commands import Guest
from bot.core.conversations.asked import Asked, House
from bot.core.conversations.ways import DIRECT
from bot.core.ending import LastWord
from bot.core.errors import Trouble
from bot.core.joseencrypt import MOST_LINKS, LinkRequest
from bot.core.links import Links
from bot.core.meetings import HostReason, Meeting, Role, Way
from bot.core.steps import MintLinks, Person, Place, Step, Together

MOST_SHORT = 100
"""Short links in one message; each takes some fifty bytes of the 7,439."""

MOST_LONG = 6
"""Long links in one message; each takes up to a thousand bytes."""


@dataclass(frozen=True)
class Addressee:
    """Somebody, or a place, that is to get a link.

    Args:
        role: as what.
        guest: who; nobody for a link that anybody may use.
        places: where it goes, the first that takes it.
        ways: how it goes there; several for one link that goes several ways.
        count: how many links, in one message.
        again: whether it takes the place of an earlier link.
        qr: whether the link goes as a picture too.
        reason: why a host gets one.
    """

    role: Role
    guest: Guest
    places: tuple[Place, ...]
    ways: tuple[Way, ...] = DIRECT
    count: int = 1
    again: bool = False
    qr: bool = False
    reason: HostReason = HostReason.STARTED


def guest(who: Guest, house: House) -> Addressee:
    """Return somebody who gets a guest's link of their own."""
    places = () if who.phone else (place_of(who),)
    return Addressee(Role.GUEST, who, places, house.ways.of(who))


def host(person_id: str, email: str = "", reason: HostReason = HostReason.STARTED) -> Addressee:
    """Return somebody who gets a host link."""
    who = Guest(person_id, email)
    return Addressee(Role.HOST, who, (Person(person_id),), reason=reason)


def bundles(role: Role, number: int, asked: Asked, to: Guest | None = None) -> list[Addressee]:
    """Return `number` links for a host to hand on, in as many messages as hold them.

    Args:
        role: as what they let somebody in.
        number: of links.
        asked: by whoever gets them, where no other host does.
        to: another host.
    """
    most = MOST_SHORT if asked.house.short_links else MOST_LONG
    counts = [min(most, number - had) for had in range(0, number, most)]
    who = to or Guest(asked.by.person_id, asked.by.email)
    return [Addressee(role, who, (place_of(who),), (Way.HANDED,), count) for count in counts]


def place_of(who: Guest) -> Person:
    """Return the direct space of somebody with the bot."""
    return Person(who.person_id) if who.person_id else Person(email=who.email)


def mint(
    meeting: Meeting, house: House, addressees: Sequence[Addressee]
) -> Generator[Step, Any, Links]:
    """Return links for all `addressees`.

    All links or none: half a meeting, handed out in silence, would be worse than a refusal.

    Raises:
        Trouble: there are none.
    """
    hosts = sum(each.count for each in addressees if each.role is Role.HOST)
    guests = sum(each.count for each in addressees if each.role is not Role.HOST)
    calls = [MintLinks(each) for each in _requests(meeting, house, hosts, guests)]
    answers = (yield Together(tuple(calls))) if len(calls) > 1 else ((yield calls[0]),)
    for answer in answers:
        if isinstance(answer, Trouble):
            raise answer
    return Links(
        hosts=tuple(link for answer in answers for link in answer.hosts),
        guests=tuple(link for answer in answers for link in answer.guests),
    )


def mint_or_tell(
    meeting: Meeting, asked: Asked, addressees: Sequence[Addressee]
) -> Generator[Step, Any, Links | None]:
    """Return links for all `addressees`; None when there are none, as was told."""
    try:
        links = yield from mint(meeting, asked.house, addressees)
    except Trouble as trouble:
        yield LastWord(replies.no_links(asked.tongue, trouble), asked.places)
        return None
    return links


def _requests(meeting: Meeting, house: House, hosts: int, guests: int) -> list[LinkRequest]:
    """One call gives so many links; the same `sub` again gives more for the same meeting."""
    calls = []
    while hosts + guests > 0:
        now_hosts = min(hosts, MOST_LINKS)
        now_guests = min(guests, MOST_LINKS - now_hosts)
        calls.append(_request(meeting, house, now_hosts, now_guests))
        hosts, guests = hosts - now_hosts, guests - now_guests
    return calls


def _request(meeting: Meeting, house: House, hosts: int, guests: int) -> LinkRequest:
    return LinkRequest(
        sub=meeting.sub,
        hosts=hosts,
        guests=guests,
        not_before=meeting.opens - timedelta(minutes=house.open_early),
        expires=meeting.expires,
        devices=meeting.devices,
        vertical=meeting.vertical,
        login_for_host=meeting.login,
        short=house.short_links,
        encryption=house.encryption,
    )
