"""Resolves a date, a time of day and a zone to one moment, or says why that is not possible."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo

from dateutil import tz

from bot.core.domain.hints import Hint
from bot.core.parsing.times import Unreadable, durations, time_zones
from bot.core.parsing.times.clock_times import MIDNIGHT, read_clock
from bot.core.parsing.times.dates import number_in_week, read_day


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

    Of a time that comes twice, when summer time ends, it is the first one still to come.

    Args:
        point: the words.
        now: when they were written.
        not_before: the moment that it follows: now, or the beginning of a meeting for its end.

    Raises:
        Unreadable: no such moment exists, or several could be meant.
    """
    if (point.iso or point.after) and (point.day or point.clock or point.part):
        raise Unreadable(Hint.WHICH_TIME)
    if point.after:
        return _later(now, durations.minutes(point.after))
    zone = _zone(point.zone, now)
    if point.iso:
        return _of_iso(point, zone, now, not_before)
    if not point.clock:
        read_day(
            point.day or "today", now.astimezone(zone).date()
        )  # raises for a day that does not exist
        raise Unreadable(Hint.WHAT_HOUR if point.day or point.part else Hint.WHICH_TIME)
    wall = _wall(point, now.astimezone(zone), not_before.astimezone(zone))
    return _settled(wall, point, not_before)


def _later(now: datetime, minutes: int) -> datetime:
    later = (now.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(now.tzinfo)
    return later.replace(second=0, microsecond=0)


def _of_iso(point: Point, zone: tzinfo, now: datetime, not_before: datetime) -> datetime:
    try:
        told = datetime.fromisoformat(point.iso.upper())
    except ValueError:
        raise Unreadable(Hint.NO_SUCH_TIME) from None
    _check_year(told, now)
    if told.tzinfo is None:
        return _settled(told.replace(tzinfo=zone), point, not_before)
    if not point.zone:
        return told
    if told.astimezone(zone).utcoffset() != told.utcoffset():
        raise Unreadable(Hint.ZONE)
    return told.astimezone(zone)


def _zone(said: str, now: datetime) -> tzinfo:
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
    minute, loose = read_clock(point.clock)
    evening = point.part and not re.search("morning|früh|vormittag", point.part)
    if point.clock in MIDNIGHT and point.day not in {"", f"{not_before:%Y-%m-%d}"}:
        raise Unreadable(Hint.WHAT_HOUR)
    if evening and minute < 12 * 60:
        minute += 12 * 60
    elif loose and not point.part:
        minute = _half_of_day(minute, point, not_before)
    wall = datetime.combine(day, time(), now.tzinfo) + timedelta(minutes=minute)
    _check_year(wall, now)
    return wall


def _half_of_day(minute: int, point: Point, not_before: datetime) -> int:
    """Return the next of 3:00 and 15:00 for `3` today; raise on another day."""
    if point.day not in {"", "today", "heute", f"{not_before:%Y-%m-%d}"}:
        raise Unreadable(Hint.WHICH_HALF)
    passed = not_before.hour * 60 + not_before.minute
    return minute if minute > passed else minute + 12 * 60


def _settled(wall: datetime, point: Point, not_before: datetime) -> datetime:
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
