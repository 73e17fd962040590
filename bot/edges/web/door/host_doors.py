"""Hosts' doors: who is here, letting them in, answering them, starting."""

from __future__ import annotations

from dataclasses import replace

from bot.core.domain.attendance import enters, meeting_state, visitor_of
from bot.core.domain.doors import (
    Closed,
    DoorState,
    Early,
    HostPress,
    HostView,
    Reply,
    Start,
    Unavailable,
)
from bot.core.domain.errors import Trouble
from bot.core.incoming.arrivals import DoorEvent
from bot.core.pages.host_calendar import host_calendar_entry
from bot.core.steps.door_steps import AdmitVisitors, ReadAttendances, ReplyToVisitors
from bot.core.steps.preference_steps import ReadPreferences
from bot.edges.delivery.calendar_invitations import as_calendar
from bot.edges.storage.door_lookup import KnownHost
from bot.edges.web.door.door_parts import DoorParts, version_of


class HostDoors(DoorParts):
    """The hosts' half of a `DoorService`."""

    def host_view(self, token: str) -> HostView | None:
        """Return what a host's page shows; changes nothing."""
        page = self._host(token)
        if page is None:
            return None
        meeting, early = page.meeting, self.early
        came = self.ledger.attendances.read(ReadAttendances(meeting.number))
        visitors = (visitor_of(each, meeting) for each in came)
        shown = HostView(
            meeting_state(meeting, early, self.now()),
            meeting.number,
            meeting.subject,
            meeting.opens,
            enters(meeting, early),
            meeting.expires,
            self.zone_of(page.host_id, meeting.room_id),
            self.ledger.recall(ReadPreferences(None, page.host_id)).preferences.language,
            tuple(each for each in visitors if each),
            page.started,
            meeting.planned,
        )
        return replace(shown, version=version_of(shown))

    def host_calendar(self, token: str) -> bytes | None:
        """Return a later meeting as an iCalendar file without any link, for its host."""
        page = self._host(token)
        if page is None or not page.meeting.planned:
            return None
        step = ReadPreferences(None, page.host_id)
        t = self.settings.languages.for_host(self.ledger.recall(step).preferences.language)
        return as_calendar(host_calendar_entry(t, self.as_shown(page.meeting))).encode()

    def start(self, token: str) -> HostPress | None:
        """Let a host in, if it is time."""
        page = self._host(token)
        if page is None:
            return None
        meeting = page.meeting
        state = meeting_state(meeting, self.early, self.now())
        if state is not DoorState.OPEN:
            return Early() if state is DoorState.EARLY else Closed()
        try:
            links = self.mint(meeting, hosts=1, guests=0)
        except Trouble:
            return Unavailable()
        self.lookup.start(page, self.now())
        return Start(links.hosts[0])

    def admit(self, token: str, visitor_id: str) -> bool:
        """Let a waiting visitor in."""
        page = self._host(token)
        if page is None or not visitor_id.isdecimal():
            return False
        step = AdmitVisitors(page.meeting.number, (int(visitor_id),), self.now())
        if not self.ledger.attendances.admit(step):
            return False
        self.inbox.add(self.notice(DoorEvent.ADMITTED, page.meeting, int(visitor_id)))
        self.wake()
        return True

    def reply(self, token: str, visitor_id: str, answer: Reply) -> bool:
        """Record a host's answer to a visitor, whose page shows it."""
        page = self._host(token)
        if page is None or not visitor_id.isdecimal():
            return False
        step = ReplyToVisitors(page.meeting.number, (int(visitor_id),), answer)
        self.ledger.attendances.reply(step)
        return True

    def _host(self, token: str) -> KnownHost | None:
        page = self.lookup.find_host(token)
        return page if page and self.settings.access.admits(page.email) else None
