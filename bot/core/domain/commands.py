"""What a person can ask of the bot: a dataclass for each command."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from bot.core.domain.door_commands import LetIn, ReplyAtDoor
from bot.core.domain.expert_commands import (
    DeskToday,
    Expert,
    Experts,
    GiveBack,
    KeepWaiting,
    NextShift,
    OffDuty,
    OnDuty,
    PassRequest,
    SetGroup,
    Swap,
    TakeRequest,
    WhoIsOn,
)
from bot.core.domain.guests import Guest
from bot.core.domain.hints import Hint
from bot.core.domain.meeting_commands import (
    Add,
    Again,
    Cancel,
    Cohost,
    Extend,
    Handover,
    MeetingReference,
    Move,
    Remove,
    Rename,
    Resend,
    Status,
    Tell,
    TellInviter,
    TextFor,
)
from bot.core.domain.poster_commands import HangPoster

__all__ = [
    "About",
    "Add",
    "Again",
    "Cancel",
    "Check",
    "Cohost",
    "Command",
    "Defaults",
    "DeskToday",
    "Devices",
    "Expert",
    "Experts",
    "Extend",
    "GiveBack",
    "Guest",
    "Handover",
    "HangPoster",
    "Help",
    "HostClassic",
    "Join",
    "KeepWaiting",
    "LetIn",
    "Meet",
    "MeetingReference",
    "Meetings",
    "Move",
    "MyLink",
    "NextShift",
    "Nothing",
    "OffDuty",
    "OnDuty",
    "PassRequest",
    "Plan",
    "Remove",
    "Rename",
    "ReplyAtDoor",
    "Resend",
    "Sayable",
    "SetGroup",
    "Status",
    "Swap",
    "TakeRequest",
    "Tell",
    "TellInviter",
    "TextFor",
    "Thanks",
    "Unclear",
    "Vertical",
    "WhoIsOn",
]

Vertical = Literal["gen", "hc"]


@dataclass(frozen=True)
class Meet:
    """Start a meeting, now or later.

    Args:
        guests: each once, in the order they were named; may be empty.
        subject: at most 200 characters, no control characters. It may contain markdown, so
            replies write it with `inert`.
        here: post a guest link in the space too.
        opens: when it begins, timezone-aware; None for now.
        minutes: how long its links work from then on; None for the default.
        devices: names of devices to dial when the host joins.
        vertical: ``gen`` or ``hc``; None for the default.
        spare: the number of spare guest links, for the host to hand on.
        hosts: the number of host links, at least 1; all but the first are spare.
        dial: whether dialing the devices was confirmed.
        qr: whether to add a link as a QR code, for the host to show.
        language: the guests' language, as two letters; None for their own.
        zone_assumed: whether `opens` was read in UTC because no time zone was named or set.
        admit_first: whether guests wait until a host lets them in; None for the default.
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
    zone_assumed: bool = False
    admit_first: bool | None = None


@dataclass(frozen=True)
class MyLink:
    """Send a guest their own link again."""


@dataclass(frozen=True)
class Meetings:
    """List the requester's meetings: now, later, just past."""


@dataclass(frozen=True)
class Devices:
    """List the devices that can be dialed."""


@dataclass(frozen=True)
class Defaults:
    """Set the defaults of a space or, in private, one's own. All None shows them.

    Args:
        minutes: a meeting's length.
        vertical: ``gen`` or ``hc``.
        zone: a time zone, such as ``Europe/Berlin``.
        login: whether host links offer to sign in.
        language: two letters, such as ``de``.
        admit_first: whether guests wait until a host lets them in.
    """

    minutes: int | None = None
    vertical: Vertical | None = None
    zone: str | None = None
    login: bool | None = None
    language: str | None = None
    admit_first: bool | None = None


@dataclass(frozen=True)
class Join:
    """Give a link to join a classic Webex meeting."""

    number: str
    name: str | None = field(default=None, repr=False)


@dataclass(frozen=True)
class HostClassic:
    """Give a link to host a classic Webex meeting."""

    number: str


@dataclass(frozen=True)
class Plan:
    """Show a form to fill in."""


@dataclass(frozen=True)
class Check:
    """Tell an administrator what is wrong with the installation."""


@dataclass(frozen=True)
class About:
    """Say what the bot is."""


@dataclass(frozen=True)
class Help:
    """Say what one can say, or explain one command or placeholder, if `topic` names it."""

    topic: str | None = None


@dataclass(frozen=True)
class Thanks:
    """Thanks or approval, and nothing else."""


@dataclass(frozen=True)
class Nothing:
    """A mention, a file or a greeting, and nothing else; answered with help."""


@dataclass(frozen=True)
class Unclear:
    """A sentence that wasn't understood, so nothing is done.

    Args:
        said: the words in question, at most 100 characters; may contain an address or markdown.
        hint: why they weren't understood.
        meant: what was probably meant, to ask about; None if that isn't clear.
    """

    said: str = field(repr=False)
    hint: Hint
    meant: Sayable | None = None


_OfMeetings = Meet | Add | Resend | TextFor | MyLink | Handover | Cohost | Extend | Cancel | Status
_OfOneMeeting = Move | Rename | Again | Tell | TellInviter | Remove | LetIn | ReplyAtDoor
_Beside = Meetings | Devices | Defaults | Join | HostClassic | Plan | Help | About | Check
_OfExperts = Expert | Experts | SetGroup | TakeRequest | PassRequest | GiveBack | KeepWaiting
_OfDuty = WhoIsOn | OnDuty | OffDuty | Swap | NextShift | HangPoster | DeskToday
Sayable = _OfMeetings | _OfOneMeeting | _OfExperts | _OfDuty | _Beside | Nothing | Thanks
"""The commands that have a sentence: `grammar.say` writes it, `grammar.parse` reads it."""

Command = Sayable | Unclear
