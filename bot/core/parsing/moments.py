"""A moment, from what was told of it: a day, an hour, a zone.

Nothing is guessed: where there is no such moment, or it may be one of several, a hint says why.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo

from dateutil import tz

from bot.core.hints import Hint
from bot.core.parsing import lengths, zones
from bot.core.parsing.days import MIDNIGHT, Unreadable, clock_named, day_named, number_in_week


@dataclass
class Point:
    """What was told of one moment."""

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


def moment(point: Point, now: datetime, not_before: datetime) -> datetime:
    """Return the moment that is told; of two at the end of summer time the first to come.

    Raises:
        Unreadable: if there is no such moment, or it may be one of several.
    """
    if (point.iso or point.after) and (point.day or point.clock or point.part):
        raise Unreadable(Hint.WHICH_TIME)
    if point.after:
        return _later(now, lengths.minutes(point.after))
    zone = _zone(point.zone, now)
    if point.iso:
        return _of_iso(point, zone, now, not_before)
    if not point.clock:
        day_named(point.day or "today", now.astimezone(zone).date())  # there may be no such day
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
    zone = zones.zone(said)
    if zone is None:
        raise Unreadable(Hint.ZONE)
    return zone


def _wall(point: Point, now: datetime, not_before: datetime) -> datetime:
    """Return what calendar and clock show at the moment that is told, in the zone of `now`."""
    day = day_named(point.day, now.date()) if point.day else now.date()
    if point.weekday and number_in_week(point.weekday) != day.weekday():
        raise Unreadable(Hint.WHICH_DAY)
    minute, loose = clock_named(point.clock)
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
    """Return the coming one of `3` in the night and in the afternoon, where that is no guess."""
    if point.day not in {"", "today", "heute", f"{not_before:%Y-%m-%d}"}:
        raise Unreadable(Hint.WHICH_HALF)
    passed = not_before.hour * 60 + not_before.minute
    return minute if minute > passed else minute + 12 * 60


def _settled(wall: datetime, point: Point, not_before: datetime) -> datetime:
    if not tz.datetime_exists(wall):
        raise Unreadable(Hint.SKIPPED)
    season = zones.means_season(point.zone)
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
