"""What a person can ask of the bot: a dataclass for each command."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from bot.core.domain.guests import Guest as Guest  # noqa: PLC0414 - most know it by this module
from bot.core.domain.hints import Hint

Vertical = Literal["gen", "hc"]


@dataclass(frozen=True)
class Which:
    """Which meeting is meant: where nothing is said see `Find`.

    Args:
        number: its short number, as in ``#12``.
        words: of its subject.
    """

    number: int | None = None
    words: str = field(default="", repr=False)


@dataclass(frozen=True)
class Meet:
    """A meeting, now or later.

    Args:
        guests: each once, in the order they were named; empty when nobody was.
        subject: at most 200 characters without controls; it may hold markdown, so a reply
            has to write it inert.
        here: a guest link is wanted in the space as well.
        opens: when it begins; aware. None for now.
        minutes: how long its links work after that; None for the usual.
        devices: names of rooms or devices that are dialled when the host joins.
        vertical: ``gen`` or ``hc``; None for the usual.
        spare: links for people without an address, for the host to hand on.
        hosts: links for hosts, at least 1; those beyond the first are the host's to hand on.
        dial: the devices may be dialled: this was asked, and answered.
        qr: one more link, as a picture to scan, for the host to show.
        language: two letters of the one in which the guests are written to; None for theirs.
    """

    guests: tuple[Guest, ...] = ()
    subject: str | None = field(default=None, repr=False)
    here: bool = False
    opens: datetime | None = None
    minutes: int | None = None
    devices: tuple[str, ...] = ()
    vertical: Vertical | None = None
    spare: int = 0
    hosts: int = 1
    dial: bool = False
    qr: bool = False
    language: str | None = None


@dataclass(frozen=True)
class Add:
    """More guests for the same meeting, written to in a language if it is said.

    Args:
        guests: by mention, address or number.
        which: meeting.
        language: two letters.
        spare: links for people without an address, for the host to hand on.
    """

    guests: tuple[Guest, ...] = ()
    which: Which = Which()
    language: str | None = None
    spare: int = 0


@dataclass(frozen=True)
class Resend:
    """Fresh links for those who lost theirs: for oneself, for guests by name, or for all."""

    me: bool = False
    everybody: bool = False
    guests: tuple[Guest, ...] = ()
    which: Which = Which()


@dataclass(frozen=True)
class TextFor:
    """Texts to forward to guests, each with a fresh link; with nobody named for all.

    Args:
        guests: by mention, address or number.
        names: of guests, or parts of their names, addresses or numbers.
        which: meeting.
    """

    guests: tuple[Guest, ...] = ()
    names: tuple[str, ...] = field(default=(), repr=False)
    which: Which = Which()


@dataclass(frozen=True)
class MyLink:
    """A guest asks for their own link again."""


@dataclass(frozen=True)
class Handover:
    """A colleague becomes the host."""

    to: Guest
    which: Which = Which()


@dataclass(frozen=True)
class Cohost:
    """A colleague becomes a host as well."""

    to: Guest
    which: Which = Which()


@dataclass(frozen=True)
class Extend:
    """The meeting's links shall work for so many minutes more."""

    minutes: int
    which: Which = Which()


@dataclass(frozen=True)
class Cancel:
    """The meeting does not take place."""

    which: Which = Which()


@dataclass(frozen=True)
class Meetings:
    """My meetings: now, later, just past."""


@dataclass(frozen=True)
class Status:
    """Who got which link by which way, and when it expires."""

    which: Which = Which()


@dataclass(frozen=True)
class Devices:
    """The rooms and devices that can be dialled."""


@dataclass(frozen=True)
class Defaults:
    """What is usual here (in a space) or for me (1:1); all None asks what it is.

    Args:
        minutes: of a meeting.
        vertical: ``gen`` or ``hc``.
        zone: name of a time zone, such as ``Europe/Berlin``.
        login: whether the host's link offers to sign in.
        language: two letters, such as ``de``.
    """

    minutes: int | None = None
    vertical: Vertical | None = None
    zone: str | None = None
    login: bool | None = None
    language: str | None = None


@dataclass(frozen=True)
class Join:
    """A link to join a classic Webex meeting by its number."""

    number: str
    name: str | None = field(default=None, repr=False)


@dataclass(frozen=True)
class HostClassic:
    """A link to host a classic Webex meeting by its number."""

    number: str


@dataclass(frozen=True)
class Plan:
    """The form, for people who would rather fill in than type."""


@dataclass(frozen=True)
class Check:
    """What is wrong with the installation, for its administrators."""


@dataclass(frozen=True)
class About:
    """What the bot is."""


@dataclass(frozen=True)
class Help:
    """What one can say; about one command where `topic` names a rule of the grammar."""

    topic: str | None = None


@dataclass(frozen=True)
class Thanks:
    """Only thanks, or approval: answered in a word."""


@dataclass(frozen=True)
class Nothing:
    """Only a mention, only a file, only a greeting: answered with help."""


@dataclass(frozen=True)
class Unclear:
    """Not understood, and therefore not done.

    Args:
        said: the words in question, at most 100 characters; may hold an address or markdown.
        hint: why they were not understood.
        meant: what was probably meant, to be asked about; None when there is no telling.
    """

    said: str = field(repr=False)
    hint: Hint
    meant: Sayable | None = None


_OfMeetings = Meet | Add | Resend | TextFor | MyLink | Handover | Cohost | Extend | Cancel | Status
_Beside = Meetings | Devices | Defaults | Join | HostClassic | Plan | Help | About | Check
Sayable = _OfMeetings | _Beside | Nothing | Thanks
"""What has a sentence of its own: `grammar.say` writes it, `grammar.parse` reads it back."""

Command = Sayable | Unclear
