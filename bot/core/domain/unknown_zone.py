"""The time zone of people who have set none: UTC, but not the same as a UTC that somebody chose."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

UNKNOWN_ZONE: tzinfo = timezone(timedelta(0), "UTC")


def zone_of_name(name: str | None) -> tzinfo:
    """Return the time zone of a name; the unknown one for none."""
    return ZoneInfo(name) if name else UNKNOWN_ZONE


def is_assumed(when: datetime | None) -> bool:
    """Return whether a time of day was read in UTC because nobody said in which zone it is."""
    return when is not None and when.tzinfo is UNKNOWN_ZONE
