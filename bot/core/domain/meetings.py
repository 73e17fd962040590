"""Meetings, deliveries of links, and defaults."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from bot.core.domain.commands import Guest, MeetingReference, Vertical
from bot.core.domain.subject_words import has_words


class State(StrEnum):
    """Whether a meeting is on."""

    OPEN = "open"
    CANCELLED = "cancelled"


class Role(StrEnum):
    """What a link makes its holder.

    A former host handed the meeting over; a removed guest is no longer invited, though an opened or
    copied link may still work.
    """

    HOST = "host"
    FORMER = "former host"
    GUEST = "guest"
    REMOVED = "removed guest"
    SPARE = "spare"


class HostReason(StrEnum):
    """Why someone gets a host link."""

    STARTED = "they started the meeting"
    AGAIN = "they have one already, and get a fresh one"
    COHOST = "a host made them a host too"
    MOVED = "it was moved to another time"
    EXPERT = "they took a request to their group"
    HANDOVER = "the host handed the meeting over to them"


class Way(StrEnum):
    """How a link was sent."""

    DIRECT = "direct message"
    MAIL = "e-mail"
    PHONE = "text message"
    SPACE = "space"
    HANDED = "handed to the host"


@dataclass(frozen=True)
class Meeting:
    """A meeting.

    Args:
        sub: identifies it at the broker; unguessable, since knowing it is enough to mint links.
        host_id: the Webex id of the person who asked for it.
        host: the host's address, which changes when it is handed over.
        opens: when its links start working, in UTC.
        expires: when they stop working, in UTC.
        subject: what it is about, as the host wrote it; never sent to the broker.
        room_id: the space where it was asked for; None for a direct chat.
        thread: the first message of the request's thread, in a space.
        vertical: ``gen`` or ``hc``.
        login: whether the host's link offers to sign in.
        devices: SIP addresses to dial when the host joins.
        planned: whether it was planned for later.
        number: the number that people say; the ledger assigns it.
        state: whether it is on.
        organizer: the address of the person who asked for it, once it was handed over; calendars
            don't accept another organizer.
        host_name: what Webex calls the host; empty if unknown.
        moves: how often it was moved to another time.
        links_until: when the links of the times it was moved from stop working; None for none.
        admit_first: whether guests wait at the door until a host lets them in.
        expert_group: the group that was asked for a host; empty if the requester is the host.
        organisation: the host's, for guests; from the settings and never stored.
        made: when it was asked for; None until it is stored.
        cancelled: when it was cancelled; None if it wasn't.
        program: the name of the program that asked for it; empty for a person.
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
    host_name: str = field(default="", repr=False)
    moves: int = 0
    links_until: datetime | None = None
    admit_first: bool = False
    expert_group: str = ""
    organisation: str = field(default="", compare=False, repr=False)
    made: datetime | None = field(default=None, compare=False)
    cancelled: datetime | None = field(default=None, compare=False)
    program: str = ""

    @property
    def host_called(self) -> str:
        """The host's name, or their address where Webex doesn't tell it."""
        return self.host_name or self.host

    @property
    def host_in_full(self) -> str:
        """The host's name with that of their organisation, for people who don't know them."""
        return self.in_full(self.host_called)

    def in_full(self, called: str) -> str:
        """Return what one of its hosts is called, with the name of their organisation."""
        return f"{called} ({self.organisation})" if self.organisation else called

    @property
    def minutes(self) -> int:
        """How many minutes its links work."""
        return round((self.expires - self.opens).total_seconds() / 60)

    def is_over(self, now: datetime) -> bool:
        """Return whether it has ended or was cancelled."""
        return self.state is State.CANCELLED or self.expires <= now

    def minutes_since_start(self, now: datetime) -> int:
        """Return how many whole minutes ago it began; 0 if it hasn't."""
        return max(0, (now - self.opens) // timedelta(minutes=1))

    def with_end(self, expires: datetime) -> Meeting:
        """Return this meeting with another end."""
        return replace(self, expires=expires)

    @property
    def last_link_ends(self) -> datetime:
        """When its last link stops working, with those of the times it was moved from."""
        return max(self.expires, self.links_until or self.expires)

    def moved_to(self, opens: datetime, minutes: int) -> Meeting:
        """Return this meeting at another time."""
        return replace(
            self,
            opens=opens.astimezone(UTC),
            expires=opens.astimezone(UTC) + timedelta(minutes=minutes),
            planned=True,
            moves=self.moves + 1,
            links_until=self.last_link_ends,
        )

    def matches(self, which: MeetingReference) -> bool:
        """Return whether it has this number and these words in its subject, if given."""
        if which.number is not None:
            return self.number == which.number
        return has_words(self.subject or "", which.words)

    def is_unchanged_since(self, earlier: Meeting) -> bool:
        """Return whether it is still on, and when it was."""
        same = (self.opens, self.expires) == (earlier.opens, earlier.expires)
        return self.state is State.OPEN and same


@dataclass(frozen=True)
class Delivery:
    """The delivery of a link and its outcome. It never contains the link.

    Args:
        role: what the link makes its holder.
        guest: the person; nobody for a link that anybody may use.
        way: how it was sent.
        message_id: the message with the link; after trouble, the host's message to pass on; the id
            of an email or text message. None if it wasn't sent, or was withdrawn.
        room_id: the message's space, which edits need; None for an email or text message.
        card: whether the message has a card or a picture, so that Webex doesn't allow edits.
        trouble: the class name of the trouble; None for none.
        expires: when the link stops working, which for a former host may be before the meeting's
            end; None before it is recorded.
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
    def is_removed(self) -> bool:
        """Whether its guest is no longer invited."""
        return self.role is Role.REMOVED

    @property
    def cannot_be_withdrawn(self) -> bool:
        """Whether it went by email or text message, which can't be taken back."""
        return self.way in (Way.MAIL, Way.PHONE) and self.room_id is None


@dataclass(frozen=True)
class Preferences:
    """The defaults of a space or a person; None where none is set.

    Args:
        minutes: a meeting's length.
        vertical: ``gen`` or ``hc``.
        zone: a time zone.
        login: whether host links offer to sign in.
        language: two letters.
        admit_first: whether guests wait at the door until a host lets them in.
    """

    minutes: int | None = None
    vertical: Vertical | None = None
    zone: str | None = None
    login: bool | None = None
    language: str | None = None
    admit_first: bool | None = None

    def with_fallback(self, other: Preferences) -> Preferences:
        """Return these defaults, filled up with those of `other`."""
        mine = {name: value for name, value in vars(self).items() if value is not None}
        return replace(other, **mine)
