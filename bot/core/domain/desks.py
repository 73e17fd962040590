"""Desks: permanent addresses on posters, at which anybody can call a group of experts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from bot.core.domain.experts import ExpertGroup
from bot.core.domain.meetings import Meeting

MOST_BY_DEVICE = 3
"""Calls of one device within `DEVICE_WINDOW`."""

DEVICE_WINDOW = timedelta(minutes=15)

MOST_BY_DESK = 10
"""Calls at one desk within `DESK_WINDOW`, by everybody together."""

DESK_WINDOW = timedelta(minutes=5)

MOST_WAITING = 10
"""Callers of one desk who may wait at a time; more would wait in vain."""

LASTS = timedelta(minutes=15)
"""How long a device that calls again comes back to a call that somebody took."""

MOST_LANGUAGES = 3
"""Languages of a poster."""

_HOST = "desk "


@dataclass(frozen=True)
class Desk:
    """A desk with a poster.

    Args:
        name: as people say it, in lower case.
        group: the group that is asked.
        seed: its address is derived from it; another one gives another address.
        languages: of its poster, as two letters, in order.
        code: four digits that are printed on the poster and asked for; empty for none.
        screen: whether its code changes, on a screen.
        off: whether its poster is out of use.
    """

    name: str
    group: str
    seed: str = field(repr=False)
    languages: tuple[str, ...] = ()
    code: str = field(default="", repr=False)
    screen: bool = False
    off: bool = False

    @property
    def title(self) -> str:
        """Its name as a heading."""
        return self.name[:1].upper() + self.name[1:]

    @property
    def host_id(self) -> str:
        """What stands for a host until somebody takes the call; no Webex id has a space."""
        return f"{_HOST}{self.name}"


@dataclass(frozen=True)
class DeskAddresses:
    """The addresses of a desk.

    Args:
        page: on the poster, for everybody who sees it.
        screen: of the page that shows a changing code; only for the person who sets up the screen.
    """

    page: str = field(repr=False)
    screen: str = field(repr=False)


def desk_of(meeting: Meeting) -> str:
    """Return the name of the desk at which a meeting was asked for; empty for none."""
    return meeting.host_id[len(_HOST) :] if meeting.host_id.startswith(_HOST) else ""


@dataclass(frozen=True)
class Opening:
    """Whether a group is there.

    Args:
        is_open: whether it is.
        changes: when it opens or closes next, aware; None if it doesn't, or that isn't known.
        zone: its time zone.
    """

    is_open: bool
    changes: datetime | None = None
    zone: str = "UTC"


def opening_of(group: ExpertGroup | None, now: datetime) -> Opening:
    """Return whether a group is there; a group that was deleted never is."""
    if group is None:
        return Opening(is_open=False)
    if group.is_open(now):
        return Opening(bool(group.as_of(now).tiers), group.closes_next(now), group.zone)
    return Opening(False, group.opens_next(now), group.zone)


class DeskState(StrEnum):
    """Whether visitors can call at a desk."""

    READY = "ready"
    CLOSED = "closed"
    OFF = "off"
    MOVED = "moved"


@dataclass(frozen=True)
class DeskView:
    """The content of a desk's page.

    Args:
        state: of the desk.
        title: its name.
        opening: whether its group is there.
        asks_code: whether the digits on the poster are asked for.
        by_screen: whether only the changing code on a screen leads to a call.
    """

    state: DeskState
    title: str
    opening: Opening = Opening(is_open=False)
    asks_code: bool = False
    by_screen: bool = False


class CallRefusal(StrEnum):
    """Why a press leads to no call."""

    NOT_READY = "the desk is closed, off or moved"
    CODE = "the digits are wrong"
    OLD_CODE = "the code on the screen has changed"
    DEVICE = "this device called often lately"
    DESK = "there were many calls lately"
    WAITING = "many wait already"


@dataclass(frozen=True)
class RecentCalls:
    """How much a desk was called lately.

    Args:
        by_device: by the device that calls now.
        by_anybody: by all devices.
        waiting: how many wait for somebody to take their call.
    """

    by_device: int = 0
    by_anybody: int = 0
    waiting: int = 0


def refusal_of(recent: RecentCalls) -> CallRefusal | None:
    """Return why one more call is too many; None if it isn't."""
    if recent.by_device >= MOST_BY_DEVICE:
        return CallRefusal.DEVICE
    if recent.waiting >= MOST_WAITING:
        return CallRefusal.WAITING
    return CallRefusal.DESK if recent.by_anybody >= MOST_BY_DESK else None


@dataclass(frozen=True)
class DeskCall:
    """A call that somebody made at a desk.

    Args:
        seed: of its meeting.
        at: when the button was pressed.
        number: its meeting's; None until there is one.
        ends: when its meeting ends; None until there is one.
        cancelled: whether it was cancelled.
        claimed: when somebody took it; None if nobody has.
    """

    seed: str = field(repr=False)
    at: datetime
    number: int | None = None
    ends: datetime | None = None
    cancelled: bool = False
    claimed: datetime | None = None

    def lasts(self, now: datetime) -> bool:
        """Return whether a device that calls again means this call."""
        if self.cancelled or (self.ends and self.ends <= now):
            return False
        began = self.claimed or (None if self.number else self.at)
        return began is None or now - began < LASTS


def languages_of(said: Sequence[str], usual: str) -> tuple[str, ...]:
    """Return the languages of a poster: those that were said, or else the usual one and English."""
    return tuple(dict.fromkeys(said or (usual, "en")))[:MOST_LANGUAGES]
