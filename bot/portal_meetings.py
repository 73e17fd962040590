"""What programs send to the bot's API and get from it, as plain data for `bot.client`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any, Literal, Self, TypedDict


class MeetingOptions(TypedDict, total=False):
    """What can be said about a new meeting; what isn't, is as usual for its host.

    Args:
        topic: what it is about.
        opens: when it begins, timezone-aware; by default now.
        minutes: how long it lasts.
        language: that of invitations, as two letters; by default each guest's own.
        lobby: whether guests wait until the host lets them in.
        devices: names of devices to dial when the host joins.
        vertical: ``gen`` for general, ``hc`` for healthcare.
        reference: your own name for it.
        guest_links: how many guest links to return.
        host_links: how many host links to return.
    """

    topic: str
    opens: datetime
    minutes: int
    language: str
    lobby: bool
    devices: Sequence[str]
    vertical: Literal["gen", "hc"]
    reference: str
    guest_links: int
    host_links: int


@dataclass(frozen=True)
class Invitee:
    """Somebody to invite, by an email address or a phone number.

    Args:
        email: their address.
        phone: their number, with its country: ``+491701234567``.
        name: their name, in invitations.
    """

    email: str | None = None
    phone: str | None = None
    name: str | None = None


@dataclass(frozen=True)
class PortalGuest:
    """A guest of a meeting.

    Args:
        id: what the bot knows them by, for `Portal.remove`.
        email: their address, if they have one.
        phone: their number, if they have one.
        name: their name, if it is known.
    """

    id: str
    email: str | None = None
    phone: str | None = None
    name: str | None = None

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> Self:
        """Return the guest in the body of an answer."""
        return cls(body["id"], *map(body.get, ("email", "phone", "name")))


@dataclass(frozen=True)
class PortalLinks:
    """Fresh links. Anybody with a link gets in, so it doesn't print them."""

    hosts: tuple[str, ...] = field(default=(), repr=False)
    guests: tuple[str, ...] = field(default=(), repr=False)

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> Self:
        """Return the links in the body of an answer."""
        return cls(tuple(body.get("hosts", ())), tuple(body.get("guests", ())))


@dataclass(frozen=True)
class PortalMeeting:
    """A meeting as it was when it was read.

    Args:
        id: what the bot knows it by.
        state: ``open``, ``cancelled`` or ``ended``.
        host: the address of its host.
        topic: what it is about.
        opens: when it begins.
        minutes: how long it lasts.
        lobby: whether guests wait until the host lets them in.
        vertical: ``gen`` for general, ``hc`` for healthcare.
        devices: the names of devices that are dialled.
        reference: the program's own name for it.
        guests: who was invited.
        links: those that were asked for when it was made.
        host_reached: whether its host got their latest link; None while it is on its way.
        version: changes with the meeting; empty if it was just made, as its guests are being told.
    """

    id: str
    state: str
    host: str
    topic: str | None
    opens: datetime
    minutes: int
    lobby: bool
    vertical: str
    devices: tuple[str, ...]
    reference: str | None
    guests: tuple[PortalGuest, ...]
    links: PortalLinks = field(default_factory=PortalLinks)
    host_reached: bool | None = None
    version: str = field(default="", repr=False)

    @classmethod
    def from_json(cls, body: Mapping[str, Any], version: str = "") -> Self:
        """Return the meeting in the body of an answer. Fields of newer versions are left out."""
        known = {each.name: body[each.name] for each in fields(cls) if each.name in body}
        known |= {
            "opens": datetime.fromisoformat(body["opens"]),
            "devices": tuple(body["devices"]),
            "guests": tuple(PortalGuest.from_json(each) for each in body["guests"]),
            "links": PortalLinks.from_json(body.get("links", {})),
            "version": version,
        }
        return cls(**known)


@dataclass(frozen=True)
class PortalExpertRequest:
    """A request to a group of experts as it was when it was read.

    Args:
        id: what the bot knows it by, and its meeting.
        state: ``open``, ``taken``, ``cancelled`` or ``ended``.
        group: the name of the group.
        requester: the address of the person who asks.
        topic: what it is about.
        asked: when it was asked.
        expert: the address of the expert who has taken it.
        taken: when it was taken.
        reference: the program's own name for it.
        guests: who was invited.
    """

    id: str
    state: str
    group: str
    requester: str
    topic: str | None
    asked: datetime
    expert: str | None
    taken: datetime | None
    reference: str | None
    guests: tuple[PortalGuest, ...]

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> Self:
        """Return the request in the body of an answer. Fields of newer versions are left out."""
        known = {each.name: body[each.name] for each in fields(cls)}
        known |= {
            "asked": datetime.fromisoformat(body["asked"]),
            "taken": datetime.fromisoformat(body["taken"]) if body["taken"] else None,
            "guests": tuple(PortalGuest.from_json(each) for each in body["guests"]),
        }
        return cls(**known)
