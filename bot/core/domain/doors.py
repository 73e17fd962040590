"""Doors: the pages in front of a meeting, and what a press of *Join* leads to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.core.domain.links import GuestLink, HostLink


class DoorState(StrEnum):
    """What a guest's page shows.

    Waiting: the guest pressed *Join* and must be let in. Admitted: the host let them in.
    """

    EARLY = "early"
    OPEN = "open"
    WAITING = "waiting"
    ADMITTED = "admitted"
    OVER = "over"
    CALLED_OFF = "called off"


class Reply(StrEnum):
    """A host's answer to a guest who is here."""

    COMING = "coming"
    IN_5 = "in 5 minutes"
    IN_15 = "in 15 minutes"
    NOT_TODAY = "not today"


class Rsvp(StrEnum):
    """A guest's answer to an invitation."""

    THERE = "there"
    LATE = "late"
    CANNOT = "cannot"


@dataclass(frozen=True)
class DoorView:
    """What a guest's page shows. It contains no link.

    Args:
        state: the state of the door for this guest.
        number: the meeting's number, which guests aren't told.
        host: the host's name, or their address where the name isn't known.
        subject: what the meeting is about; None if it has no subject, or in discreet mode.
        opens: when the meeting begins, in UTC.
        enters: when guests can join, in UTC; some minutes before it begins.
        expires: when it ends, in UTC.
        host_zone: the host's time zone.
        language: the guest's language, as two letters; None if nobody chose one.
        guest: the guest's name; None at a shared door, or if it isn't known.
        reply: the host's latest answer to this guest; None for none.
        messages: what the host told this guest, oldest first.
        rsvp: the guest's answer to the invitation; None for none.
        shared: whether one door serves many visitors, who may say their names.
        called: whether the guest called at a desk, which nobody invited them to.
        version: changes whenever anything above changes; the page's ETag.
    """

    state: DoorState
    number: int
    host: str = field(repr=False)
    subject: str | None = field(repr=False)
    opens: datetime
    enters: datetime
    expires: datetime
    host_zone: ZoneInfo
    language: str | None = None
    guest: str | None = field(default=None, repr=False)
    reply: Reply | None = None
    messages: tuple[str, ...] = field(default=(), repr=False)
    rsvp: Rsvp | None = None
    shared: bool = False
    called: bool = False
    version: str = ""


class VisitorState(StrEnum):
    """How far a visitor has come."""

    WAITING = "waiting"
    ADMITTED = "admitted"
    JOINED = "joined"


@dataclass(frozen=True)
class Visitor:
    """Somebody who pressed *Join*, as a host sees them.

    Args:
        id: identifies them at this meeting.
        name: their name or address; empty if they gave none at a shared door.
        since: when they first pressed, in UTC.
        state: how far they have come.
        reply: the host's latest answer to them; None for none.
    """

    id: str
    name: str = field(repr=False)
    since: datetime
    state: VisitorState
    reply: Reply | None = None


@dataclass(frozen=True)
class HostView:
    """What a host's page shows. It contains no link.

    Args:
        state: of the meeting: early, open, over or called off.
        number: the meeting's number.
        subject: what it is about; None if it has no subject.
        opens: when it begins, in UTC.
        enters: when people can join, in UTC.
        expires: when it ends, in UTC.
        zone: the host's time zone.
        language: the host's language, as two letters; None for the installation's.
        visitors: who pressed *Join*, in order.
        started: whether a host has pressed *Start*.
        planned: whether it was planned for later, so that it is one for calendars.
        version: changes whenever anything above changes; the page's ETag.
    """

    state: DoorState
    number: int
    subject: str | None = field(repr=False)
    opens: datetime
    enters: datetime
    expires: datetime
    zone: ZoneInfo
    language: str | None = None
    visitors: tuple[Visitor, ...] = ()
    started: bool = False
    planned: bool = False
    version: str = ""


@dataclass(frozen=True)
class Enter:
    """The guest goes in by this link."""

    link: GuestLink


@dataclass(frozen=True)
class Start:
    """The host goes in by this link."""

    link: HostLink


@dataclass(frozen=True)
class Wait:
    """The guest has to wait until the host lets them in."""


@dataclass(frozen=True)
class Early:
    """The meeting can't be joined yet."""


@dataclass(frozen=True)
class Closed:
    """The meeting is over, or was called off."""


@dataclass(frozen=True)
class Unavailable:
    """There is no link right now; a press a little later may get one."""


Press = Enter | Wait | Early | Closed | Unavailable
"""What a guest's press of *Join* leads to."""

HostPress = Start | Early | Closed | Unavailable
"""What a host's press of *Start* leads to."""
