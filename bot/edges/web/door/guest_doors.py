"""Guests' doors: what their pages show, and what a press of *Join* does."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.core.domain.attendance import door_state, enters
from bot.core.domain.desks import desk_of
from bot.core.domain.doors import (
    Closed,
    DoorState,
    DoorView,
    Early,
    Enter,
    Press,
    Rsvp,
    Unavailable,
    Wait,
)
from bot.core.domain.errors import Trouble
from bot.core.domain.links import GuestLink
from bot.core.domain.meetings import Meeting
from bot.core.incoming.arrivals import DoorEvent
from bot.core.pages.calendar_entries import calendar_entry
from bot.core.wording.inert_text import one_line
from bot.edges.delivery.calendar_invitations import as_calendar
from bot.edges.storage.door_lookup import GuestDoor
from bot.edges.web.door.door_parts import DoorParts, version_of

STUCK_AFTER = 15.0
"""Seconds until a host is told that a guest can't get in; most outages pass sooner."""


class GuestDoors(DoorParts):
    """The guests' half of a `DoorService`."""

    def view(self, token: str, visitor: str = "") -> DoorView | None:
        """Return what a guest's page shows; changes nothing."""
        door = self.lookup.find(token, visitor)
        if door is None:
            return None
        meeting, who = self.as_shown(door.meeting), door.who
        shown = DoorView(
            door_state(meeting, who, self.early, self.now()),
            meeting.number,
            meeting.host_called,
            meeting.subject,
            meeting.opens,
            enters(meeting, self.early),
            meeting.expires,
            self.zone_named(door.zone),
            door.language,
            who.name or None,
            who.reply,
            door.messages,
            who.rsvp,
            door.shared,
            bool(desk_of(meeting)),
        )
        return replace(shown, version=version_of(shown))

    def press(self, token: str, visitor: str = "", name: str | None = None) -> Press | None:
        """Let a guest in, if it is time."""
        door = self.lookup.find(token, visitor)
        if door is None:
            return None
        early = self.early
        state = door_state(door.meeting, door.who, early, self.now())
        if state is DoorState.EARLY:
            return Early()
        if state in (DoorState.OVER, DoorState.CALLED_OFF):
            return Closed()
        called = one_line(name or "", 80) if door.shared else ""
        if door.meeting.admit_first and not door.who.admitted:
            return None if self._arrives(door, called) is None else Wait()
        return self._enter(door, called)

    def _enter(self, door: GuestDoor, name: str) -> Press | None:
        """Make a link first: a guest may be removed meanwhile, and then nobody gets it."""
        until = self._link_ends(door.meeting)
        try:
            links = self.mint(replace(door.meeting, expires=until), hosts=0, guests=1)
        except Trouble:
            arrived = self._arrives(door, name)
            if arrived is None:
                return None
            stuck = self.notice(DoorEvent.STUCK, door.meeting, arrived)
            self.inbox.add(stuck, STUCK_AFTER)
            return Unavailable()
        return None if self._arrives(door, name, until) is None else Enter(links.guests[0])

    def _arrives(self, door: GuestDoor, name: str, until: datetime | None = None) -> int | None:
        """Record who came, and return their id; None if the door was closed meanwhile."""
        notice = self.row(DoorEvent.HERE, door.meeting)
        arrived = self.lookup.arrive(door, name, self.now(), until, notice)
        self.wake()
        return arrived

    def _link_ends(self, meeting: Meeting) -> datetime:
        if not self.settings.link_minutes:
            return meeting.expires
        shorter = self.now() + timedelta(minutes=self.settings.link_minutes)
        return min(meeting.expires, shorter)

    def rsvp(self, token: str, answer: Rsvp) -> bool:
        """Record a guest's answer to the invitation; the host is told."""
        door = self.lookup.find(token, "")
        if door is None or door.shared:
            return False
        self.lookup.answer(door, answer, self.row(DoorEvent.ANSWERED, door.meeting))
        self.wake()
        return True

    def ask_again(self, token: str) -> bool:
        """Record that a guest asks for a new time; the host is told."""
        return self._tell(DoorEvent.ASKS_AGAIN, token)

    def leave(self, token: str) -> bool:
        """Take back a visitor's call at a desk."""
        return self._tell(DoorEvent.LEAVES, token)

    def _tell(self, event: DoorEvent, token: str) -> bool:
        door = self.lookup.find(token, "")
        if door is None:
            return False
        self.lookup.tell(door, self.row(event, door.meeting))
        self.wake()
        return True

    def calendar(self, token: str) -> bytes | None:
        """Return the meeting as an iCalendar file with the door's address."""
        door = self.lookup.find(token, "")
        if door is None:
            return None
        t = self.settings.languages.for_guest(door.language, door.who.known_as)
        link = GuestLink(f"{self.settings.public_url().rstrip('/')}/j/{token}")
        return as_calendar(calendar_entry(t, self.as_shown(door.meeting), link)).encode()
