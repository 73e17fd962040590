"""Meetings, deliveries of links, and defaults."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.core.domain.commands import Guest, Vertical, Which


class State(StrEnum):
    """What became of a meeting."""

    OPEN = "open"
    CANCELLED = "cancelled"


class Role(StrEnum):
    """As what somebody has a link; whoever handed the meeting over is its former host."""

    HOST = "host"
    FORMER = "former host"
    GUEST = "guest"
    SPARE = "spare"


class Way(StrEnum):
    """How a link went to somebody."""

    DIRECT = "direct message"
    MAIL = "e-mail"
    PHONE = "text message"
    SPACE = "space"
    HANDED = "handed to the host"


@dataclass(frozen=True)
class Meeting:
    """One meeting.

    Args:
        sub: names it at the broker; unguessable, since whoever knows it could mint links.
        host_id: Webex's id of the person who asked for it.
        host: their address, or that of whom they handed it over to.
        opens: when its links begin to work, in UTC, so that one can reckon with it.
        expires: when they stop working, in UTC.
        subject: what it is about, as the host wrote it; never sent to the broker.
        room_id: the space in which it was asked for; None in a direct space.
        thread: the first message of the request's thread, in a space.
        vertical: ``gen`` or ``hc``.
        login: whether the host's link offers to sign in.
        devices: SIP addresses that are dialled when the host joins.
        planned: whether it was asked for a time to come.
        number: the short one that people say; the ledger gives it.
        state: what became of it.
        organizer: the address of who asked for it, where they handed it over; a calendar takes no
            other organizer than the first.
    """

    sub: str = field(repr=False)
    host_id: str
    host: str = field(repr=False)
    opens: datetime
    expires: datetime
    subject: str | None = field(default=None, repr=False)
    room_id: str | None = None
    thread: str | None = None
    vertical: Vertical = "gen"
    login: bool = True
    devices: tuple[str, ...] = field(default=(), repr=False)
    planned: bool = False
    number: int = 0
    state: State = State.OPEN
    organizer: str | None = field(default=None, repr=False)

    @property
    def minutes(self) -> int:
        """For how long its links work."""
        return round((self.expires - self.opens).total_seconds() / 60)

    def over(self, now: datetime) -> bool:
        """Return whether no link of it works any more, or none is given out."""
        return self.state is State.CANCELLED or self.expires <= now

    def ago(self, now: datetime) -> int:
        """Return how many whole minutes ago it began; 0 where it did not yet."""
        return max(0, (now - self.opens) // timedelta(minutes=1))

    def until(self, expires: datetime) -> Meeting:
        """Return this meeting with another end."""
        return replace(self, expires=expires)

    def is_meant(self, which: Which) -> bool:
        """Return whether it has this number, or these words in its subject, where they are said."""
        if which.number is not None:
            return self.number == which.number
        subject = (self.subject or "").casefold()
        return all(word in subject for word in which.words.casefold().split())

    def still(self, earlier: Meeting) -> bool:
        """Return whether what was written about it earlier is still true: it is on, and as long."""
        return self.state is State.OPEN and self.expires == earlier.expires


@dataclass(frozen=True)
class Delivery:
    """That somebody was to get a link, how, and what came of it. It never holds the link.

    Args:
        role: as what.
        guest: who; for a link that is for anybody, nobody.
        way: how.
        message_id: the message that carried it, which in trouble is the one that the host got to
            pass on; of a mail or a text its own id. None where it did not go out, or was withdrawn.
        room_id: the space of that message, which an edit has to name; None for a mail or a text.
        card: whether that message has a card or a picture, so that Webex does not let it be
            edited.
        trouble: the kind of trouble that kept it, by name; None for none.
        expires: when the link stops working, which for a former host may be before the meeting's
            end; None before it is noted.
    """

    role: Role
    guest: Guest
    way: Way
    message_id: str | None = None
    room_id: str | None = None
    card: bool = False
    trouble: str | None = None
    expires: datetime | None = field(default=None, compare=False)

    @property
    def is_out_of_reach(self) -> bool:
        """Whether it lies in a mail or on a phone, and not in a message that one can take back."""
        return self.way in (Way.MAIL, Way.PHONE) and self.room_id is None


@dataclass(frozen=True)
class Usual:
    """What is usual in a space or for a person; None where nobody said.

    Args:
        minutes: of a meeting.
        vertical: ``gen`` or ``hc``.
        zone: name of a time zone.
        login: whether the host's link offers to sign in.
        language: two letters.
    """

    minutes: int | None = None
    vertical: Vertical | None = None
    zone: str | None = None
    login: bool | None = None
    language: str | None = None

    def over(self, other: Usual) -> Usual:
        """Return what is said here, and where nothing is, what `other` says."""
        mine = {name: value for name, value in vars(self).items() if value is not None}
        return replace(other, **mine)
