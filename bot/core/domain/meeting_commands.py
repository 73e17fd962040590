"""Commands about one existing meeting."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, time

from bot.core.domain.guests import Guest


@dataclass(frozen=True)
class MeetingReference:
    """Which meeting is meant. If nothing is said, see `FindMeetings`.

    Args:
        number: its number, as in ``#12``.
        words: words of its subject.
    """

    number: int | None = None
    words: str = field(default="", repr=False)


NO_MEETING = MeetingReference()
"""Where no meeting is named, see `FindMeetings`."""


@dataclass(frozen=True)
class Extend:
    """Make a meeting's links work for longer.

    Args:
        minutes: how much longer; 0 if it is said until when.
        which: the meeting.
        until: until when, timezone-aware.
        clock: until what time of day, with a time zone: the first after the meeting's present end.
        zone_assumed: whether the time is read in UTC because no time zone was named or set.
    """

    minutes: int = 0
    which: MeetingReference = NO_MEETING
    until: datetime | None = None
    clock: time | None = None
    zone_assumed: bool = False


@dataclass(frozen=True)
class Cancel:
    """Cancel a meeting. `ask_first`, because it was one press, before guests are told."""

    which: MeetingReference = NO_MEETING
    ask_first: bool = False


@dataclass(frozen=True)
class Status:
    """Say who got which link and how, and when it expires."""

    which: MeetingReference = NO_MEETING


@dataclass(frozen=True)
class Rename:
    """Give a meeting another subject, for the host's lists and what is sent from now on."""

    subject: str = field(repr=False)
    which: MeetingReference = NO_MEETING


@dataclass(frozen=True)
class Again:
    """Meet the guests of an earlier meeting again.

    Args:
        opens: when; None for now.
        minutes: how long; None for as long as before.
        which: the earlier meeting.
        zone_assumed: whether `opens` is read in a zone that nobody has set.
    """

    opens: datetime | None = None
    minutes: int | None = None
    which: MeetingReference = NO_MEETING
    zone_assumed: bool = False


@dataclass(frozen=True)
class Move:
    """Move a meeting to another time, which is said in one of three ways.

    Args:
        opens: when it begins, timezone-aware.
        clock: when it begins on its own day, with a time zone.
        by: how many minutes later it begins; earlier if negative, 0 for none of it.
        minutes: how long its links work from then on; None for as long as before.
        which: the meeting.
        zone_assumed: whether the time is read in UTC because no time zone was named or set.
    """

    opens: datetime | None = None
    clock: time | None = None
    by: int = 0
    minutes: int | None = None
    which: MeetingReference = NO_MEETING
    zone_assumed: bool = False


@dataclass(frozen=True)
class Tell:
    """Pass a message on to guests.

    Args:
        text: the message, on one line.
        everybody: whether it is for all guests, or else for `guests`.
        guests: by mention, address or phone number.
        which: the meeting.
    """

    text: str = field(repr=False)
    everybody: bool = False
    guests: tuple[Guest, ...] = ()
    which: MeetingReference = NO_MEETING


@dataclass(frozen=True)
class TellInviter:
    """Pass a guest's message on to the person who invited them.

    Args:
        text: the message, on one line.
        which: the meeting.
    """

    text: str = field(repr=False)
    which: MeetingReference = NO_MEETING


@dataclass(frozen=True)
class Remove:
    """Withdraw the invitation of guests.

    Args:
        guests: by mention, address or phone number.
        which: the meeting.
    """

    guests: tuple[Guest, ...]
    which: MeetingReference = NO_MEETING


@dataclass(frozen=True)
class Add:
    """Invite more guests to a meeting.

    Args:
        guests: by mention, address or phone number.
        which: the meeting.
        language: the guests' language, as two letters; None for their own.
        spare: the number of spare guest links, for the host to hand on.
    """

    guests: tuple[Guest, ...] = ()
    which: MeetingReference = NO_MEETING
    language: str | None = None
    spare: int = 0


@dataclass(frozen=True)
class Resend:
    """Send fresh links: to oneself, to named guests, or to all."""

    me: bool = False
    everybody: bool = False
    guests: tuple[Guest, ...] = ()
    which: MeetingReference = NO_MEETING


@dataclass(frozen=True)
class TextFor:
    """Give texts to forward to guests, each with a fresh link. Nobody named means all.

    Args:
        guests: by mention, address or phone number.
        names: guests by parts of their names, addresses or numbers.
        which: the meeting.
        direct: whether the links lead straight into the meeting, not to its door.
    """

    guests: tuple[Guest, ...] = ()
    names: tuple[str, ...] = field(default=(), repr=False)
    which: MeetingReference = NO_MEETING
    direct: bool = False


@dataclass(frozen=True)
class Handover:
    """Make a colleague the host."""

    to: Guest
    which: MeetingReference = NO_MEETING


@dataclass(frozen=True)
class Cohost:
    """Make a colleague another host."""

    to: Guest
    which: MeetingReference = NO_MEETING
