"""Mints links for everybody who is to get one."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from bot.core import replies
from bot.core.conversations.delivery.failed_requests import no_links, of_meeting
from bot.core.conversations.requests.delivery_ways import DIRECT
from bot.core.conversations.requests.installation import Installation
from bot.core.conversations.requests.request import Request
from bot.core.domain.commands import Guest
from bot.core.domain.errors import Trouble
from bot.core.domain.joseencrypt import MOST_LINKS, LinkRequest
from bot.core.domain.link_requests import request_links
from bot.core.domain.links import GuestLink, HostDoor, Links
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import HostReason, Meeting, Role, Way
from bot.core.steps.door_steps import HANDED, DoorRequest, OpenDoors, OpenHostDoors
from bot.core.steps.step import Step, Together
from bot.core.steps.webex_steps import DirectChat, MintLinks, Place, Space

MOST_SHORT = 100
"""Short links per message; each takes some 50 bytes of the 7,439."""

MOST_LONG = 6
"""Long links per message; each takes up to a thousand bytes."""


@dataclass(frozen=True)
class Recipient:
    """A person or a place that gets a link.

    Args:
        role: what the link makes its holder.
        guest: the person; nobody for a link that anybody may use.
        places: where it is posted: the first that accepts it.
        ways: how it is sent; one link may go several ways.
        count: the number of links, in one message.
        again: whether it replaces an earlier link.
        qr: whether it is posted as a QR code too.
        reason: why a host, or somebody whose meeting was moved, gets it.
    """

    role: Role
    guest: Guest
    places: tuple[Place, ...]
    ways: tuple[Way, ...] = DIRECT
    count: int = 1
    again: bool = False
    qr: bool = False
    reason: HostReason = HostReason.STARTED

    @property
    def is_to_share(self) -> bool:
        """Whether a host gets these links to share them."""
        return Way.HANDED in self.ways or (self.role is Role.SPARE and self.ways == DIRECT)

    @property
    def moved(self) -> bool:
        """Whether they get it because the meeting was moved."""
        return self.reason is HostReason.MOVED


def guest_recipient(who: Guest, installation: Installation) -> Recipient:
    """Return the recipient of a guest's own link."""
    places = () if who.phone else (direct_chat_of(who),)
    return Recipient(Role.GUEST, who, places, installation.ways.of(who))


def host_recipient(who: Guest, reason: HostReason = HostReason.STARTED) -> Recipient:
    """Return the recipient of a host link."""
    return Recipient(Role.HOST, who, (DirectChat(who.person_id),), reason=reason)


def admitted_hosts(record: MeetingRecord, installation: Installation) -> list[Guest]:
    """Return the hosts who may still use the bot: nobody else gets a fresh host link."""
    return [each for each in record.hosts if installation.access.admits(each.email)]


def recipients_to_forward(
    role: Role, number: int, request: Request, to: Guest | None = None
) -> list[Recipient]:
    """Return the recipients of spare links for a host to share, split into messages.

    Args:
        role: what a link makes its holder.
        number: how many links.
        request: by the person who gets them, unless `to` does.
        to: another host.
    """
    most = MOST_SHORT if request.installation.has_short_links else MOST_LONG
    counts = [min(most, number - had) for had in range(0, number, most)]
    who = to or request.requester.as_guest
    return [Recipient(role, who, (direct_chat_of(who),), (Way.HANDED,), count) for count in counts]


def direct_chat_of(who: Guest) -> DirectChat:
    """Return a person's direct space with the bot."""
    return DirectChat(who.person_id) if who.person_id else DirectChat(email=who.email)


def mint(
    meeting: Meeting, installation: Installation, recipients: Sequence[Recipient], how: DoorUse
) -> Generator[Step, Any, Links]:
    """Return links for all `recipients`; with doors, guests' links are those of their doors.

    All or none: half a meeting, handed out in silence, would be worse than a refusal.

    Raises:
        Trouble: there are none.
    """
    links, _ = yield from mint_beside(meeting, installation, recipients, ())
    return (yield from with_doors(links, meeting, installation, recipients, how))


def mint_beside(
    meeting: Meeting,
    installation: Installation,
    recipients: Sequence[Recipient],
    others: tuple[Step, ...],
) -> Generator[Step, Any, tuple[Links, tuple[Any, ...]]]:
    """Return links for all `recipients`, and the answers of other steps done at the same time.

    With doors, guests get theirs from `with_doors`.

    Raises:
        Trouble: there are no links.
    """
    hosts = sum(each.count for each in recipients if each.role is Role.HOST)
    guests = sum(each.count for each in recipients if each.role is not Role.HOST)
    if installation.doors_at:
        guests = 0
    calls = [MintLinks(each) for each in _requests(meeting, installation, hosts, guests)]
    steps = (*calls, *others)
    if not steps:
        return Links((), ()), ()
    answers = (yield Together(steps)) if len(steps) > 1 else ((yield steps[0]),)
    return _all_links(answers[: len(calls)]), answers[len(calls) :]


def _all_links(answers: Sequence[Links | Trouble]) -> Links:
    minted: list[Links] = []
    for answer in answers:
        if isinstance(answer, Trouble):
            raise answer
        minted.append(answer)
    return Links(
        hosts=tuple(link for answer in minted for link in answer.hosts),
        guests=tuple(link for answer in minted for link in answer.guests),
        lost=any(answer.lost for answer in minted),
    )


def mint_or_explain(
    meeting: Meeting, request: Request, recipients: Sequence[Recipient], *, renew: bool = False
) -> Generator[Step, Any, Links | None]:
    """Mint links for all `recipients`; None if that failed, and the requester was told.

    Args:
        meeting: the meeting.
        request: the request.
        recipients: who gets the links.
        renew: whether earlier doors of the same guests close.
    """
    how = DoorUse(request.seed, renew)
    try:
        links = yield from mint(meeting, request.installation, recipients, how)
    except Trouble as trouble:
        text = replies.no_links(request.language, trouble)
        yield no_links(request, trouble, text, of_meeting(request.command, meeting))
        return None
    return links


@dataclass(frozen=True)
class DoorUse:
    """How guests' doors are opened.

    Args:
        occasion: identifies the request that opens them.
        renew: whether earlier doors of the same guests close.
    """

    occasion: str = field(repr=False)
    renew: bool = False


def with_doors(
    links: Links,
    meeting: Meeting,
    installation: Installation,
    recipients: Sequence[Recipient],
    how: DoorUse,
) -> Generator[Step, Any, Links]:
    """Return the links with those of guests' doors and hosts' pages, if there are doors."""
    number, at = meeting.number, installation.doors_at
    if not at:
        return links
    if wanted := tuple(_doors(recipients)):
        opened: tuple[GuestLink, ...] = yield OpenDoors(number, at, wanted, how.occasion, how.renew)
        links = replace(links, guests=opened, doors=True)
    own = [each for each in recipients if each.role is Role.HOST and Way.HANDED not in each.ways]
    if hosts := tuple(each.guest.person_id for each in own):
        pages: tuple[HostDoor, ...] = yield OpenHostDoors(number, at, hosts)
        links = replace(links, pages=dict(zip(hosts, pages, strict=True)))
    return links


def _doors(recipients: Sequence[Recipient]) -> Iterator[DoorRequest]:
    """Yield the doors of guests: one for each guest and space, and one for each link to hand on."""
    for to in recipients:
        who = to.guest
        if to.role is Role.GUEST:
            yield DoorRequest(who.identity, who.display_name, who.language)
        elif to.role is not Role.HOST:
            space = next((each.room_id for each in to.places if isinstance(each, Space)), "")
            is_spaces = space and Way.HANDED not in to.ways
            known_as = f"space {space}" if is_spaces else HANDED
            shared = DoorRequest(known_as, language=who.language, shared=True)
            yield from (shared,) * to.count


def _requests(
    meeting: Meeting, installation: Installation, hosts: int, guests: int
) -> list[LinkRequest]:
    """Split a request into calls: the same `sub` gives more links to the same meeting."""
    calls = []
    while hosts + guests > 0:
        now_hosts = min(hosts, MOST_LINKS)
        now_guests = min(guests, MOST_LINKS - now_hosts)
        calls.append(request_links(meeting, installation.link_kind, now_hosts, now_guests))
        hosts, guests = hosts - now_hosts, guests - now_guests
    return calls
