"""Reads the file of groups and its calendars again and again, on behalf of all processes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import structlog

from bot.core.domain.errors import Passing, Trouble
from bot.core.domain.filed_groups import CalendarAddress, CalendarEvent, FiledGroups
from bot.core.domain.opening_hours import Period
from bot.edges.background import Background
from bot.edges.duty.calendar_events import CalendarUnreadableError, events_in
from bot.edges.outbound_address import AddressRefused
from bot.edges.outbound_calls import AnswerTooLong, OutboundCalls
from bot.edges.storage.calendar_store import CalendarStore, digest_of
from bot.edges.storage.expert_group_store import GroupStore
from bot.edges.storage.singleton_tasks import SingletonTasks

LARGEST = 2_000_000
"""Bytes of a calendar; a year of shifts has a tenth of that."""

_FILE_SECONDS, _CALENDAR_SECONDS = 60.0, 600.0
_BEHIND, _AHEAD = timedelta(days=1), timedelta(days=60)
"""A copy lasts that long if its calendar can't be read any more."""

log = structlog.get_logger()


class CalendarRefresh(Background):
    """Keeps groups and calendars as the file and their addresses say, between `start` and `stop`.

    Args:
        read_file: returns what the file says now; None if there is no file.
        groups: where the groups are kept.
        calendars: where the copies of calendars are kept.
        calls: calls the addresses.
        tasks: says whose turn it is.
        clock: returns the time that conversations go by, in seconds since 1970.
    """

    def __init__(
        self,
        read_file: Callable[[], FiledGroups] | None,
        groups: GroupStore,
        calendars: CalendarStore,
        calls: OutboundCalls,
        tasks: SingletonTasks,
        *,
        clock: Callable[[], float],
    ) -> None:
        super().__init__("calendars")
        self._read_file, self._clock = read_file, clock
        self._groups, self._calendars = groups, calendars
        self._calls, self._tasks = calls, tasks
        self._known: FiledGroups | None = None
        self._addresses: tuple[CalendarAddress, ...] = ()

    def run(self) -> None:
        """Read until `stop` is called; without a file, forget the groups of an earlier one."""
        while not self.over.is_set():
            try:
                self.refresh()
            except Trouble:
                log.warning("experts.not_read", reason="database")
            if self._read_file is None:
                return
            self.over.wait(_FILE_SECONDS)

    def refresh(self) -> None:
        """Read the file, and those calendars whose turn it is."""
        found = self._read_file() if self._read_file else FiledGroups()
        if found != self._known:
            self._keep(found)
        # They are secret and so not stored: after a restart, a group with mistakes has none.
        self._addresses = found.calendars_after(self._addresses)
        for each in self._addresses:
            if self.over.is_set():
                return
            if self._tasks.claim(f"calendar {digest_of(each)[:16]}", _CALENDAR_SECONDS):
                self._read(each)

    def _keep(self, found: FiledGroups) -> None:
        self._groups.save_filed(found)
        if found.whole:
            self._calendars.drop_others(found.calendars, found.broken)
        for each in found.problems:
            log.warning("experts.mistake", problem=each)
        self._known = found

    def _read(self, address: CalendarAddress) -> None:
        at = datetime.fromtimestamp(self._clock(), UTC)
        named = {"group": address.group, "kind": address.kind}
        try:
            events = self._events(address, at)
        except (AddressRefused, AnswerTooLong, CalendarUnreadableError) as refused:
            trouble = str(refused)
        except Passing:
            trouble = "It isn't responding."
        else:
            self._calendars.keep(address, events, at)
            log.info("calendar.read", events=len(events), **named)
            return
        self._calendars.note_trouble(address, trouble, at)
        log.warning("calendar.not_read", reason=trouble, **named)

    def _events(self, address: CalendarAddress, at: datetime) -> list[CalendarEvent]:
        answer = self._calls.call("GET", address.url, headers={"Accept": "text/calendar"})
        if answer.status != 200:
            raise CalendarUnreadableError(f"It answered with status {answer.status}.")
        period = Period(at - _BEHIND, at + _AHEAD)
        return events_in(answer.body, ZoneInfo(address.zone), period)
