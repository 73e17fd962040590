"""Commands that ask a group of experts, or set one up."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from bot.core.domain.guests import Guest
from bot.core.domain.meeting_commands import NO_MEETING, MeetingReference
from bot.core.domain.opening_hours import OpenHours


@dataclass(frozen=True)
class Expert:
    """Ask a group for an expert, who becomes the host.

    Args:
        group: the group's name.
        guests: who meets the expert; nobody for the requester alone.
        subject: what it is about.
    """

    group: str
    guests: tuple[Guest, ...] = ()
    subject: str | None = field(default=None, repr=False)


@dataclass(frozen=True)
class TierNamed:
    """Who is asked at the same time: this space, people, those on call, or several of these."""

    here: bool = False
    guests: tuple[Guest, ...] = ()
    on_call: bool = False


@dataclass(frozen=True)
class SetGroup:
    """Set up a group of experts, change it, or delete it. What is left out stays as it is.

    Args:
        group: the group's name.
        tiers: who is asked first, then who else.
        after: the minutes before the next tier is asked.
        hours: when it is open.
        zone: the time zone of its hours.
        leads: who may change it, besides administrators.
        off: whether to delete it.
        as_filed: whether it is again as the file has it, whatever was said in a chat.
        ask_first: whether to ask before it is deleted, because it was one press.
    """

    group: str
    tiers: tuple[TierNamed, ...] = ()
    after: int | None = None
    hours: OpenHours | None = None
    zone: str | None = None
    leads: tuple[Guest, ...] = ()
    off: bool = False
    as_filed: bool = False
    ask_first: bool = False


@dataclass(frozen=True)
class Experts:
    """List the groups of experts."""


@dataclass(frozen=True)
class WhoIsOn:
    """Say who is on duty in a group, now and next."""

    group: str


@dataclass(frozen=True)
class OnDuty:
    """Go on duty, in all of the requester's groups.

    Args:
        until: when that ends; None if it lasts until they say otherwise.
    """

    until: datetime | None = None


@dataclass(frozen=True)
class OffDuty:
    """Go off duty, in all of the requester's groups; see `OnDuty` for `until`."""

    until: datetime | None = None


@dataclass(frozen=True)
class Swap:
    """Name a colleague to ask instead, in all groups; see `OnDuty` for `until`."""

    to: Guest
    until: datetime | None = None


@dataclass(frozen=True)
class DeskToday:
    """Show today's figures of the groups that one leads."""


@dataclass(frozen=True)
class TakeRequest:
    """Take a request: become the host of its meeting."""

    which: MeetingReference = NO_MEETING


@dataclass(frozen=True)
class PassRequest:
    """Leave a request to others."""

    which: MeetingReference = NO_MEETING


@dataclass(frozen=True)
class GiveBack:
    """Give back a request that one took.

    Args:
        which: its meeting.
        note: what to tell the next expert; None for nothing.
    """

    which: MeetingReference = NO_MEETING
    note: str | None = field(default=None, repr=False)


@dataclass(frozen=True)
class NextShift:
    """Move a request that nobody has taken to when others are there to ask."""

    which: MeetingReference = NO_MEETING


@dataclass(frozen=True)
class KeepWaiting:
    """Ask a group again that hasn't taken a request."""

    which: MeetingReference = NO_MEETING
