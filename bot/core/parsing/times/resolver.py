"""Resolves a date, a time of day and a zone to one moment, or says why that is not possible."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo

from dateutil import tz

from bot.core.domain.hints import Hint
from bot.core.domain.unknown_zone import is_assumed
from bot.core.parsing.times import Unreadable, durations, time_zones
from bot.core.parsing.times.clock_times import Clock, read_clock
from bot.core.parsing.times.dates import number_in_week, read_day
from bot.core.parsing.vocabulary.all_languages import DAYS, PARTS


@dataclass
class Point:
    """The words that describe one moment."""

    iso: str = ""
    after: str = ""
    day: str = ""
    weekday: str = ""
    clock: str = ""
    part: str = ""
    zone: str = ""

    @property
    def empty(self) -> bool:
        return self == Point()


def resolve(point: Point, now: datetime, not_before: datetime) -> datetime:
    """Return the moment that `point` describes.

    When summer time ends, some times happen twice; it is the first one that is still to come.

    Args:
        point: the words.
        now: when they were written.
        not_before: the earliest moment: now, or a meeting's beginning for its end.

    Raises:
        Unreadable: no such moment exists, or several could be meant.
    """
    if (point.iso or point.after) and (point.day or point.clock or point.part):
        raise Unreadable(Hint.WHICH_TIME)
    if point.after:
        return _later(now, durations.minutes(point.after))
    zone = zone_of(point.zone, now)
    if point.iso:
        return _of_iso(point, zone, now, not_before)
    if not point.clock:
        read_day(
            point.day or "today", now.astimezone(zone).date()
        )  # raises for a day that does not exist
        raise Unreadable(Hint.WHAT_HOUR if point.day or point.part else Hint.WHICH_TIME)
    wall = _wall(point, now.astimezone(zone), not_before.astimezone(zone))
    return settled(wall, point, not_before)


def _later(now: datetime, minutes: int) -> datetime:
    # A time counted from now needs no zone to be clear.
    zone = UTC if is_assumed(now) else now.tzinfo
    later = (now.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(zone)
    return later.replace(second=0, microsecond=0)


def _of_iso(point: Point, zone: tzinfo, now: datetime, not_before: datetime) -> datetime:
    try:
        exact = datetime.fromisoformat(point.iso.upper())
    except ValueError:
        raise Unreadable(Hint.NO_SUCH_TIME) from None
    _check_year(exact, now)
    if exact.tzinfo is None:
        return settled(exact.replace(tzinfo=zone), point, not_before)
    if not point.zone:
        return exact
    if exact.astimezone(zone).utcoffset() != exact.utcoffset():
        raise Unreadable(Hint.ZONE)
    return exact.astimezone(zone)


def zone_of(said: str, now: datetime) -> tzinfo:
    """Return the zone called `said`, or the zone of `now` if it is empty.

    Raises:
        Unreadable: no zone has this name.
    """
    if said in {"", "my time", "our time", "local time"}:
        return now.tzinfo or UTC
    zone = time_zones.zone(said)
    if zone is None:
        raise Unreadable(Hint.ZONE)
    return zone


def _wall(point: Point, now: datetime, not_before: datetime) -> datetime:
    """Return the local time that `point` describes, in the zone of `now`."""
    day = read_day(point.day, now.date()) if point.day else now.date()
    if point.weekday and number_in_week(point.weekday) != day.weekday():
        raise Unreadable(Hint.WHICH_DAY)
    clock = read_clock(point.clock)
    if clock.hour == 24 and point.day not in {"", f"{not_before:%Y-%m-%d}"}:
        raise Unreadable(Hint.WHAT_HOUR)
    minute = _minute(clock, point, not_before)
    wall = datetime.combine(day, time(), now.tzinfo) + timedelta(minutes=minute)
    _check_year(wall, now)
    return wall


def _minute(clock: Clock, point: Point, not_before: datetime) -> int:
    """Return the minute of the day, unless it would be a guess."""
    fitting = fitting_minutes(clock, point.part)
    if not clock.is_small or len(fitting) == 1:
        return fitting[0]
    if point.day and DAYS.get(point.day) != 0 and point.day != f"{not_before:%Y-%m-%d}":
        raise Unreadable(Hint.WHICH_HALF)
    passed = not_before.hour * 60 + not_before.minute
    return next((each for each in fitting if each > passed), fitting[-1])


def fitting_minutes(clock: Clock, part: str) -> tuple[int, ...]:
    """Return the minutes of the day that a clock can mean in a part of the day.

    Args:
        clock: the time as written.
        part: the phrase for a part of the day; empty for none.

    Raises:
        Unreadable: the clock and the part contradict each other.
    """
    if not part:
        return clock.minutes
    fitting = tuple(each for each in clock.minutes if PARTS[part].allows(each))
    if not fitting:
        raise Unreadable(Hint.WHICH_TIME)
    return fitting


def settled(wall: datetime, point: Point, not_before: datetime) -> datetime:
    """Return a local time as one moment.

    Raises:
        Unreadable: the clocks skip it, or the zone has another abbreviation then.
    """
    if not tz.datetime_exists(wall):
        raise Unreadable(Hint.SKIPPED)
    season = time_zones.season_of(point.zone)
    if season and wall.tzname() != season and wall.replace(fold=1).tzname() != season:
        raise Unreadable(Hint.ZONE)
    passed = wall.astimezone(UTC) < not_before.astimezone(UTC)
    second = passed or (season and wall.tzname() != season)
    if second and tz.datetime_ambiguous(wall):
        return wall.replace(fold=1)
    return wall


def _check_year(moment: datetime, now: datetime) -> None:
    if not now.year - 1 <= moment.year <= now.year + 100:
        raise Unreadable(Hint.PAST if moment.year < now.year else Hint.NO_SUCH_TIME)
