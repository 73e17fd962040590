"""When a group of experts is open: hours of the week in a time zone, and periods of time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

EVERY_DAY = tuple(range(7))
WORKDAYS = tuple(range(5))
DAY_MINUTES = 24 * 60


@dataclass(frozen=True)
class OpenHours:
    """Hours on some days of the week.

    Args:
        opens: the minute of the day.
        closes: the minute of the day, up to 1440; of the next day if it isn't after `opens`.
        days: from 0 for Monday to 6 for Sunday.
    """

    opens: int
    closes: int
    days: tuple[int, ...] = EVERY_DAY

    @property
    def is_all_day(self) -> bool:
        """Whether they are the whole day, every day."""
        return (self.opens, self.closes, self.days) == (0, DAY_MINUTES, EVERY_DAY)


def clock(minute: int) -> str:
    """Return a minute of the day on a clock of 24 hours; the end of the day is 24:00."""
    return f"{minute // 60:02}:{minute % 60:02}"


@dataclass(frozen=True)
class Period:
    """A time from a beginning, which belongs to it, to an end, which doesn't; both aware."""

    begins: datetime
    ends: datetime

    def has(self, at: datetime) -> bool:
        """Return whether a moment is in it."""
        return self.begins <= at < self.ends


def open_periods(
    hours: Iterable[OpenHours], zone: tzinfo, begins: datetime, ends: datetime
) -> list[Period]:
    """Return when hours are open between two moments, in order and in UTC.

    Where clocks are changed, the time on the wall counts: a night shift is an hour longer or
    shorter. A time that comes twice opens at the first and closes at the second.
    """
    first = begins.astimezone(zone).date() - timedelta(days=1)
    last = ends.astimezone(zone).date()
    some = list(hours)
    found = [
        Period(_moment(day, each.opens, zone, 0), _moment(day, _end_of(each), zone, 1))
        for day in _days(first, last)
        for each in some
        if day.weekday() in each.days
    ]
    return within(found, Period(begins, ends))


def _end_of(hours: OpenHours) -> int:
    return hours.closes + DAY_MINUTES * (hours.closes <= hours.opens)


def _days(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += timedelta(days=1)


def _moment(day: date, minute: int, zone: tzinfo, fold: int) -> datetime:
    days, minutes = divmod(minute, DAY_MINUTES)
    clock = time(*divmod(minutes, 60))
    local = datetime.combine(day + timedelta(days=days), clock, zone)
    return local.replace(fold=fold).astimezone(UTC)


def joined_periods(periods: Iterable[Period]) -> list[Period]:
    """Return the periods in order, with those that touch made one."""
    found: list[Period] = []
    for each in sorted(periods, key=lambda period: period.begins):
        if found and each.begins <= found[-1].ends:
            found[-1] = Period(found[-1].begins, max(found[-1].ends, each.ends))
        elif each.begins < each.ends:
            found.append(each)
    return found


def within(periods: Iterable[Period], bounds: Period) -> list[Period]:
    """Return the parts of the periods that are inside of `bounds`."""
    cut = (Period(max(each.begins, bounds.begins), min(each.ends, bounds.ends)) for each in periods)
    return joined_periods(each for each in cut if each.begins < each.ends)


def without(periods: Iterable[Period], taken: Iterable[Period]) -> list[Period]:
    """Return the parts of the periods that are in none of `taken`."""
    left = joined_periods(periods)
    for each in joined_periods(taken):
        left = [part for period in left for part in _outside(period, each)]
    return left


def _outside(period: Period, taken: Period) -> Iterator[Period]:
    before = Period(period.begins, min(period.ends, taken.begins))
    after = Period(max(period.begins, taken.ends), period.ends)
    yield from (each for each in (before, after) if each.begins < each.ends)
