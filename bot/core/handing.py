"""Handing out links: minted for a meeting, sent side by side, noted, and accounted for."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import islice
from typing import Any

from bot.core import replies
from bot.core.asked import Asked, House
from bot.core.commands import Guest
from bot.core.errors import Trouble
from bot.core.joseencrypt import MOST_LINKS, LinkRequest
from bot.core.links import GuestLink, HostLink, Links
from bot.core.meetings import Delivery, Meeting, Role, Way
from bot.core.steps import (
    MintLinks,
    Outcome,
    Person,
    Place,
    Posted,
    Say,
    Step,
    TellHost,
    Together,
)
from bot.core.texts import HostText, Text

MOST_SHORT = 100
"""Short links in one message; each takes some fifty bytes of the 7,439."""

MOST_LONG = 6
"""Long links in one message; each takes up to a thousand bytes."""

Handing = Generator[Step, Any, tuple[Delivery, ...]]


@dataclass(frozen=True)
class Addressee:
    """Somebody, or a place, that is to get a link.

    Args:
        role: as what.
        guest: who; nobody for a link that anybody may use.
        places: where it goes, the first that takes it.
        way: how that is called in a receipt.
        count: how many links, in one message.
    """

    role: Role
    guest: Guest
    places: tuple[Place, ...]
    way: Way = Way.DIRECT
    count: int = 1


def guest(who: Guest) -> Addressee:
    """Return somebody who gets a guest's link of their own by direct message."""
    return Addressee(Role.GUEST, who, (place_of(who),))


def host(person_id: str, email: str = "") -> Addressee:
    """Return somebody who gets the host's link."""
    who = Guest(person_id, email)
    return Addressee(Role.HOST, who, (Person(person_id),))


def bundles(role: Role, number: int, asked: Asked) -> list[Addressee]:
    """Return `number` links for the requester to hand on, in as many messages as hold them."""
    most = MOST_SHORT if asked.house.short_links else MOST_LONG
    counts = [min(most, number - had) for had in range(0, number, most)]
    who = Guest(asked.by.person_id, asked.by.email)
    return [Addressee(role, who, asked.direct, Way.HANDED, count) for count in counts]


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


def send(asked: Asked, meeting: Meeting, addressees: Sequence[Addressee], links: Links) -> Handing:
    """Send each addressee what is theirs, and pass on to the requester what failed.

    Whoever calls it yields a `Note` of the deliveries.
    """
    hosts, guests = iter(links.hosts), iter(links.guests)
    sends = tuple(_message(asked, meeting, each, hosts, guests) for each in addressees)
    outcomes: tuple[Outcome, ...] = yield Together(sends)
    failed = [
        (to, Say(replies.undelivered(asked.tongue, to.guest, outcome, sent.text), asked.direct))
        for to, sent, outcome in zip(addressees, sends, outcomes, strict=True)
        if isinstance(outcome, Trouble) and isinstance(sent, Say) and to.role is Role.GUEST
    ]
    passed_on: dict[str, Outcome] = {}
    if failed:
        told = yield Together(tuple(note for _, note in failed))
        passed_on = {to.guest.same_as: each for (to, _), each in zip(failed, told, strict=True)}
    return tuple(
        each
        for to, outcome in zip(addressees, outcomes, strict=True)
        for each in _deliveries(to, outcome, passed_on.get(to.guest.same_as))
    )


def _message(
    asked: Asked,
    meeting: Meeting,
    to: Addressee,
    hosts: Iterator[HostLink],
    guests: Iterator[GuestLink],
) -> Say | TellHost:
    if to.role is Role.HOST:
        links = tuple(islice(hosts, to.count))
        return TellHost(_host_text(asked, meeting, to, links), to.guest.person_id)
    links_of_guests = tuple(islice(guests, to.count))
    return Say(_guest_text(asked, meeting, to, links_of_guests), to.places)


def _host_text(
    asked: Asked, meeting: Meeting, to: Addressee, links: tuple[HostLink, ...]
) -> HostText:
    t = asked.readers(meeting).host
    if to.way is Way.HANDED:
        return replies.hosts_to_hand_on(t, meeting, links)
    return replies.host_note(t, meeting, links[0], asked.zone)


def _guest_text(
    asked: Asked, meeting: Meeting, to: Addressee, links: tuple[GuestLink, ...]
) -> Text:
    readers = asked.readers(meeting)
    match to.way:
        case Way.HANDED:
            return replies.guests_to_hand_on(readers.host, meeting, links)
        case Way.SPACE:
            return replies.space_note(readers.anybody, meeting, links[0], asked.zone)
    return replies.guest_note(readers.guest(to.guest), meeting, links[0], asked.zone)


def _deliveries(to: Addressee, outcome: Outcome, passed_on: Outcome | None) -> tuple[Delivery, ...]:
    """Return what came of each link; one that the host got to pass on is in that message."""
    carrier = passed_on if isinstance(outcome, Trouble) else outcome
    plain = Delivery(to.role, Guest() if to.role is Role.SPARE else to.guest, to.way)
    if isinstance(outcome, Trouble):
        plain = replace(plain, trouble=type(outcome).__name__)
    if isinstance(carrier, Posted):
        has_card = to.role is Role.HOST and to.way is Way.DIRECT
        plain = replace(
            plain, message_id=carrier.message_id, room_id=carrier.room_id, card=has_card
        )
    return (plain,) * to.count
