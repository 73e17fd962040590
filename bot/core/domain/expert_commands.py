"""Commands that ask a group of experts, or set one up."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.core.domain.guests import Guest
from bot.core.domain.meeting_commands import NO_MEETING, MeetingReference


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
    """Who is asked at the same time: this space, people, or both."""

    here: bool = False
    guests: tuple[Guest, ...] = ()


@dataclass(frozen=True)
class SetGroup:
    """Set up a group of experts, or delete it if it has no tiers.

    Args:
        group: the group's name.
        tiers: who is asked first, then who else.
        after: the minutes before the next tier is asked; None for the default.
    """

    group: str
    tiers: tuple[TierNamed, ...] = ()
    after: int | None = None


@dataclass(frozen=True)
class Experts:
    """List the groups of experts."""


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
class KeepWaiting:
    """Have a group asked again that hasn't taken a request."""

    which: MeetingReference = NO_MEETING
