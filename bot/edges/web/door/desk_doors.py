"""Desks: what their pages show, and what a press of *Call* does."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from bot.core.domain.desks import (
    CallRefusal,
    Desk,
    DeskCall,
    DeskState,
    DeskView,
    opening_of,
)
from bot.core.domain.experts import ExpertGroup
from bot.core.incoming.desk_presses import DeskPress
from bot.core.steps.desk_steps import door_of_caller
from bot.core.steps.door_steps import OpenDoors
from bot.core.wording.texts import LINK, filled_in
from bot.edges.durable.inbox import Inbox
from bot.edges.storage.desk_lookup import CallAsked, DeskLookup, FoundDesk
from bot.edges.storage.desk_store import PATH, DeskStore
from bot.edges.storage.door_keys import DoorKeys

PATIENCE = 2.0
"""Seconds to wait for the engine to open a door."""

PAUSE = 0.02

MOST_WAITING = 8
"""Requests that may wait at a time, so that threads are left for Webex's notices."""


@dataclass(frozen=True)
class CallPress:
    """What is sent when *Call* is pressed.

    Args:
        visitor: tells the device apart, by a cookie.
        form: tells the page apart.
        language: what the caller reads, as two letters.
        digits: what they entered; empty for nothing.
        screen_code: the code that they scanned from a screen; empty for none.
    """

    visitor: str
    form: str
    language: str
    digits: str = ""
    screen_code: str = ""


@dataclass(frozen=True)
class DeskDoors:
    """Shows desks, and records calls. Threads may share it.

    Without a database, every method raises DatabaseAway.

    Args:
        lookup: finds desks, and records calls.
        store: derives their addresses and codes.
        keys: opens doors.
        groups: returns the groups of experts.
        inbox: where the engine finds out who called.
        new_seed: returns an unguessable text.
        wake: has the engine look into the inbox now.
        now: returns the time, aware.
        doors_at: returns the public address; empty while that isn't known.
    """

    lookup: DeskLookup
    store: DeskStore
    keys: DoorKeys
    groups: Callable[[], tuple[ExpertGroup, ...]]
    inbox: Inbox
    new_seed: Callable[[], str]
    wake: Callable[[], None]
    now: Callable[[], datetime]
    doors_at: Callable[[], str]
    _free: threading.Semaphore = field(
        default_factory=lambda: threading.BoundedSemaphore(MOST_WAITING)
    )

    def view(self, token: str, screen_code: str = "") -> DeskView | None:
        """Return what the page of a desk shows; None for an address that leads to none."""
        found = self._find(token)
        return self._view(found, screen_code) if found else None

    def press(self, token: str, press: CallPress) -> DeskCall | CallRefusal | None:
        """Record a call, or return the one that this device or this page has already.

        The call is recorded before it returns; the engine opens its door soon after.
        """
        found = self._find(token)
        if found is None:
            return None
        desk, view = found.desk, self._view(found, press.screen_code)
        if view.state is not DeskState.READY:
            return CallRefusal.NOT_READY
        if view.by_screen:
            return CallRefusal.OLD_CODE
        if desk.code and press.digits != desk.code:
            return CallRefusal.CODE
        made = DeskPress(desk.name, self.now(), self.new_seed(), press.language)
        asked = CallAsked(desk, press.visitor, press.form, made.at, made.seed)
        call = self.lookup.call(asked, lambda: self.inbox.row_of(made))
        self.wake()
        return call

    def call_of(self, token: str, visitor: str = "", form: str = "") -> DeskCall | None:
        """Return the call that was made on a page, or that a device has and that lasts."""
        found = self._find(token)
        if found is None:
            return None
        name, now = found.desk.name, self.now()
        of_page = self.lookup.call_of_form(name, form) if form else None
        last = self.lookup.last_call(name, visitor) if visitor else None
        return next((each for each in (of_page, last) if each and each.lasts(now)), None)

    def door_of(self, token: str, call: DeskCall, form: str) -> str:
        """Return the path of a call's door; empty if it isn't there within `PATIENCE`."""
        over = time.monotonic() + PATIENCE
        if call.number is None and self._free.acquire(blocking=False):
            try:
                while call.number is None and time.monotonic() < over:
                    threading.Event().wait(PAUSE)
                    call = self.call_of(token, form=form) or call
            finally:
                self._free.release()
        return self._door(call) if call.number else ""

    def screen(self, token: str) -> tuple[Desk, str] | None:
        """Return a desk and the address that its screen shows now; None for a wrong address."""
        found = self.lookup.find(token)
        if found is None or found.moved or not found.is_screen or not found.desk.screen:
            return None
        desk = found.desk
        code = self.store.screen_code(desk, self.now())
        page = f"{self.doors_at().rstrip('/')}/{PATH}/{self.store.page_token(desk)}"
        return desk, f"{page}?k={code}"

    def _find(self, token: str) -> FoundDesk | None:
        found = self.lookup.find(token.lower())
        return None if found is None or found.is_screen else found

    def _view(self, found: FoundDesk, screen_code: str) -> DeskView:
        desk, now = found.desk, self.now()
        if found.moved or desk.off:
            return DeskView(DeskState.MOVED if found.moved else DeskState.OFF, desk.title)
        group = next((each for each in self.groups() if each.name == desk.group), None)
        opening = opening_of(group, now)
        if not opening.is_open:
            return DeskView(DeskState.CLOSED, desk.title, opening)
        by_screen = desk.screen and not self.store.is_screen_code(desk, screen_code, now)
        return DeskView(DeskState.READY, desk.title, opening, bool(desk.code), by_screen)

    def _door(self, call: DeskCall) -> str:
        """Return the path of a call's door, which the engine has opened."""
        door = (door_of_caller(),)
        [link] = self.keys.open(OpenDoors(call.number or 0, "", door, call.seed))
        return filled_in(LINK, link)
