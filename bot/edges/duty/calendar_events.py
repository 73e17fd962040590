"""Reads an iCalendar file (RFC 5545): which events there are in a period, each occurrence once.

recurring-ical-events would do that, but needs dateutil before its version 3.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, tzinfo
from datetime import time as clock_time
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Any

from dateutil.rrule import rruleset, rrulestr

from bot.core.domain.errors import BotError
from bot.core.domain.filed_groups import CalendarEvent
from bot.core.domain.opening_hours import Period

if TYPE_CHECKING:
    from icalendar import Event

MOST_EVENTS = 2000
"""The most occurrences in a period; more than that is no rota."""

_SECONDS = 10.0
_TOO_OFTEN = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})


class CalendarUnreadableError(BotError):
    """A calendar that can't be read; the message says why, and quotes nothing of it."""


def events_in(
    ics: bytes, zone: tzinfo, period: Period, clock: Callable[[], float] = time.monotonic
) -> list[CalendarEvent]:
    """Return the occurrences that overlap a period, in order.

    Args:
        ics: the file.
        zone: the time zone of days and times that name none.
        period: when, aware.
        clock: returns seconds, to give up in time.

    Raises:
        CalendarUnreadableError: it isn't a calendar, or takes too long.
    """
    over = clock() + _SECONDS
    found: list[CalendarEvent] = []
    for series in _series_of(_events(ics), zone):
        with _unreadable():
            found += islice(series.occurrences(period), MOST_EVENTS + 1)
        if len(found) > MOST_EVENTS or clock() > over:
            raise CalendarUnreadableError("It has too many events.")
    return sorted(found, key=lambda each: each.period.begins)


def _events(ics: bytes) -> list[Event]:
    from icalendar import Calendar, Event  # noqa: PLC0415 - 3 MB, and few have such calendars

    try:
        calendar = Calendar.from_ical(ics)
    except (ValueError, IndexError, KeyError, TypeError, AttributeError):
        raise CalendarUnreadableError("It isn't an iCalendar file.") from None
    if not isinstance(calendar, Calendar):
        raise CalendarUnreadableError("It isn't an iCalendar file.")
    return [each for each in calendar.walk("VEVENT") if isinstance(each, Event)]


@contextmanager
def _unreadable() -> Iterator[None]:
    """Raise what goes wrong with an event as one error; the library has many for bad files."""
    try:
        yield
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError):
        raise CalendarUnreadableError("It has an event that can't be read.") from None


@dataclass
class _Series:
    """An event with its recurrences, and the occurrences that were changed.

    Args:
        zone: the time zone of days and times that name none.
        main: the event.
        changed: what an occurrence is instead, by when it would have begun.
        onward: those of them that also change all later ones.
    """

    zone: tzinfo
    main: Event | None = None
    changed: dict[datetime, Event] = field(default_factory=dict)
    onward: dict[datetime, Event] = field(default_factory=dict)

    def occurrences(self, period: Period) -> Iterator[CalendarEvent]:
        """Yield those that are in a period, at least in part."""
        for each in self.changed.values():
            yield from self._within(each, _start(each, self.zone), period)
        if self.main is None:
            return
        for begins in _starts(self.main, self.zone, period):
            if begins.astimezone(UTC) not in self.changed:
                yield from self._within(*self._as_changed(self.main, begins), period)

    def _as_changed(self, event: Event, begins: datetime) -> tuple[Event, datetime]:
        """Return what an occurrence is by the last change of it and all later ones, and when."""
        before = [each for each in self.onward if each < begins.astimezone(UTC)]
        if not before:
            return event, begins
        changed, own = self.onward[max(before)], begins.tzinfo or self.zone
        later = _naive(_start(changed, self.zone), own) - _naive(max(before), own)
        return changed, _local(begins.replace(tzinfo=None) + later, own)

    def _within(self, event: Event, begins: datetime, period: Period) -> Iterator[CalendarEvent]:
        """Yield one occurrence, if it is in the period and wasn't cancelled."""
        ends = _local(begins.replace(tzinfo=None) + _length(event, self.zone), begins.tzinfo)
        theirs = Period(begins.astimezone(UTC), ends.astimezone(UTC))
        is_in = theirs.begins < period.ends and period.begins < theirs.ends
        if is_in and str(event.get("STATUS", "")).upper() != "CANCELLED":
            yield CalendarEvent(theirs, str(event.get("SUMMARY", "")).strip()[:200])


def _series_of(events: list[Event], zone: tzinfo) -> list[_Series]:
    found: dict[str, _Series] = {}
    for number, event in enumerate(events):
        with _unreadable():
            series = found.setdefault(str(event.get("UID", number)), _Series(zone))
            if "RECURRENCE-ID" in event:
                changed: Any = event["RECURRENCE-ID"]
                at = _moment(changed.dt, zone).astimezone(UTC)
                series.changed[at] = event
                if str(changed.params.get("RANGE", "")).upper() == "THISANDFUTURE":
                    series.onward[at] = event
            else:
                series.main = event
    return list(found.values())


def _starts(event: Event, zone: tzinfo, period: Period) -> Iterator[datetime]:
    """Yield when an event begins, up to the end of a period.

    Recurrences go by the clock on the wall, so they are found without a zone, which is added then.
    """
    first = _start(event, zone)
    own = first.tzinfo or zone
    dates = rruleset()
    dates.rdate(first.replace(tzinfo=None))
    for rule in event.rrules:
        dates.rrule(_rule(rule, first, own))
    for added in event.rdates:
        dates.rdate(_naive(added[0] if isinstance(added, tuple) else added, own))
    for left_out in event.exdates:
        dates.exdate(_naive(left_out, own))
    last = period.ends.astimezone(own).replace(tzinfo=None)
    yield from (_local(each, own) for each in takewhile(lambda at: at < last, dates))


def _rule(rule: Any, first: datetime, own: tzinfo) -> Any:
    parts = dict(rule)
    if _TOO_OFTEN & {str(each).upper() for each in parts.get("FREQ", ())}:
        raise CalendarUnreadableError("It has too many events.")
    if any(int(each) < 1 for each in parts.get("INTERVAL", ())):
        raise ValueError("dateutil would search for ever")
    until = parts.pop("UNTIL", [None])[0]
    written = type(rule)(parts).to_ical().decode()
    made: Any = rrulestr(written, dtstart=first.replace(tzinfo=None))
    return made.replace(until=_last(until, own)) if until else made


def _last(until: date, own: tzinfo) -> datetime:
    if isinstance(until, datetime):
        return _naive(until, own)
    return datetime.combine(until, clock_time(23, 59, 59))


def _start(event: Event, zone: tzinfo) -> datetime:
    return _moment(event.start, zone)


def _length(event: Event, zone: tzinfo) -> timedelta:
    """Return how long an event lasts by the clock on the wall."""
    begins = _moment(event.start, zone)
    return _naive(event.end, begins.tzinfo or zone) - begins.replace(tzinfo=None)


def _moment(written: date, zone: tzinfo) -> datetime:
    """Return a moment; a day begins at midnight in the zone."""
    if not isinstance(written, datetime):
        return datetime(written.year, written.month, written.day, tzinfo=zone)
    return written if written.tzinfo else written.replace(tzinfo=zone)


def _naive(written: date, own: tzinfo) -> datetime:
    return _moment(written, own).astimezone(own).replace(tzinfo=None)


def _local(written: datetime, own: tzinfo | None) -> datetime:
    return written.replace(tzinfo=own)
