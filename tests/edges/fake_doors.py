"""Doors without meetings: what their pages show is set by hand, and what is pressed is kept."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from flask import Flask

from bot.core.domain.doors import (
    DoorState,
    DoorView,
    HostPress,
    HostView,
    Press,
    Reply,
    Rsvp,
    Wait,
)
from bot.core.domain.errors import Trouble
from bot.edges.web.door.door_limits import DoorLimits
from bot.edges.web.door.door_pages import create_door_pages
from bot.edges.web.door.door_service import DoorService
from bot.edges.web.door.door_site import Site
from bot.edges.web.receiver import create_health_app
from bot.process.translations import spoken

GUEST = "guest-token-of-27-characters"
HOST = "host-token-of-27-characters0"


def door_view(**given: Any) -> DoorView:
    """Return an open door, with what is given."""
    now = datetime.now(UTC).replace(microsecond=0)
    usual = {
        "state": DoorState.OPEN,
        "number": 12,
        "host": "Erin Expert",
        "subject": "the invoice",
        "opens": now,
        "enters": now,
        "expires": now + timedelta(hours=1),
        "host_zone": ZoneInfo("Europe/Berlin"),
        "version": "1",
    }
    return DoorView(**{**usual, **given})


def host_view(**given: Any) -> HostView:
    """Return the host's side of an open door, with what is given."""
    now = datetime.now(UTC).replace(microsecond=0)
    usual = {
        "state": DoorState.OPEN,
        "number": 12,
        "subject": "the invoice",
        "opens": now,
        "enters": now,
        "expires": now + timedelta(hours=1),
        "zone": ZoneInfo("Europe/Berlin"),
        "version": "1",
    }
    return HostView(**{**usual, **given})


@dataclass
class FakeDoors(DoorService):
    """One door for a guest and one for a host.

    Args:
        shown: what the guest's page shows.
        shown_to_host: what the host's page shows.
        press_gives: what the guest's presses lead to, one after the other; the last stays.
        start_gives: what the host's press leads to.
        trouble: what every call raises; None for nothing.
        done: what was called, but for what only reads.
    """

    shown: DoorView = field(default_factory=door_view)
    shown_to_host: HostView = field(default_factory=host_view)
    press_gives: list[Press | None] = field(default_factory=lambda: [Wait()])
    start_gives: HostPress | None = None
    trouble: Trouble | None = None
    done: list[tuple[Any, ...]] = field(default_factory=list)
    looks: int = 0

    def change(self, **given: Any) -> None:
        """Change what the guest's page shows."""
        version = str(int(self.shown.version) + 1)
        self.shown = replace(self.shown, version=version, **given)

    def change_for_host(self, **given: Any) -> None:
        """Change what the host's page shows."""
        version = str(int(self.shown_to_host.version) + 1)
        self.shown_to_host = replace(self.shown_to_host, version=version, **given)

    def view(self, token: str, visitor: str = "") -> DoorView | None:  # noqa: ARG002 - there is one door
        self.looks += 1
        self._fail()
        return self.shown if token == GUEST else None

    def press(self, token: str, visitor: str = "", name: str | None = None) -> Press | None:  # noqa: ARG002 - there is one door
        self._fail()
        self.done.append(("press", visitor, name))
        return self.press_gives.pop(0) if len(self.press_gives) > 1 else self.press_gives[0]

    def rsvp(self, token: str, answer: Rsvp) -> bool:  # noqa: ARG002 - there is one door
        self.done.append(("rsvp", answer))
        self.change(rsvp=answer)
        return True

    def leave(self, token: str) -> bool:  # noqa: ARG002 - there is one door
        self.done.append(("leave",))
        return True

    def ask_again(self, token: str) -> bool:  # noqa: ARG002 - there is one door
        self.done.append(("ask_again",))
        return True

    def calendar(self, token: str) -> bytes | None:  # noqa: ARG002 - there is one door
        return b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"

    def host_calendar(self, token: str) -> bytes | None:
        return self.calendar(token) if self.shown_to_host.planned else None

    def host_view(self, token: str) -> HostView | None:
        return self.shown_to_host if token == HOST else None

    def start(self, token: str) -> HostPress | None:  # noqa: ARG002 - there is one door
        self.done.append(("start",))
        return self.start_gives

    def admit(self, token: str, visitor_id: str) -> bool:  # noqa: ARG002 - there is one door
        self.done.append(("admit", visitor_id))
        return True

    def reply(self, token: str, visitor_id: str, answer: Reply) -> bool:  # noqa: ARG002 - there is one door
        self.done.append(("reply", visitor_id, answer))
        return True

    def lost(self, address: str) -> None:
        self._fail()
        self.done.append(("lost", address))

    def _fail(self) -> None:
        if self.trouble:
            raise self.trouble


def door_site(**given: Any) -> Site:
    """Return what the pages have in common, with what is given."""
    usual = {
        "public_url": lambda: "https://bot.example.com",
        "link_origin": "https://instant.example.com/visit/",
        "spoken": spoken,
        "organisation": "Example Clinic",
    }
    return Site(**{**usual, **given})


def door_app(doors: FakeDoors, site: Site | None = None, limits: DoorLimits | None = None) -> Flask:
    """Return an application with the pages, as the web half has it."""
    app = create_health_app(lambda: True)
    app.register_blueprint(create_door_pages(site or door_site(), doors, limits))
    return app


def never_reached() -> DoorLimits:
    """Return limits by a clock that is minutes ahead each time."""
    ticks = count(step=100)
    return DoorLimits(lambda: next(ticks))
