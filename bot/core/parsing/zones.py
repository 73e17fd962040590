"""Time zones by the names that people give them: `Europe/Berlin`, `CET`, `Berlin time`."""

from __future__ import annotations

import re
from datetime import timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from bot.core.parsing import places

ABBREVIATIONS = {
    **dict.fromkeys(("cet", "cest", "mez", "mesz"), "Europe/Berlin"),
    **dict.fromkeys(("et", "est", "edt"), "America/New_York"),
    **dict.fromkeys(("ct", "cst", "cdt"), "America/Chicago"),
    **dict.fromkeys(("mt", "mst", "mdt"), "America/Denver"),
    **dict.fromkeys(("pt", "pst", "pdt"), "America/Los_Angeles"),
    **dict.fromkeys(("eet", "eest"), "Europe/Helsinki"),
    **dict.fromkeys(("aest", "aedt"), "Australia/Sydney"),
    "bst": "Europe/London",
    "jst": "Asia/Tokyo",
    "utc": "UTC",
    "gmt": "UTC",
}
"""Zones by abbreviation. Some, such as IST, mean too many places, and are asked about."""

_ALWAYS = frozenset({"et", "ct", "mt", "pt", "utc", "gmt"})
_GERMAN = {"mez": "CET", "mesz": "CEST"}
NAMED = rf"(?:{places.ZONE_NAME}|(?:utc|gmt)[+-]\d{{1,2}}(?::?\d\d)?|{'|'.join(ABBREVIATIONS)}|ist)"
"""A verbose pattern of what can only be meant for a zone where a zone is due."""

_OFFSET = re.compile(r"(?:utc|gmt)(?P<sign>[+-])(?P<hours>\d{1,2}):?(?P<minutes>\d\d)?")


def zone_named(text: str) -> str | None:
    """Return the name of the zone that people call `text`, in any case, or None."""
    called = text.casefold().removesuffix(" time")
    return ABBREVIATIONS.get(called) or places.zone_called(called)


def zone(text: str) -> tzinfo | None:
    """Return the zone that people call `text`, or None; `UTC+2` is one as well."""
    offset = _OFFSET.fullmatch(text.casefold())
    if offset:
        return _fixed(offset)
    name = zone_named(text)
    return ZoneInfo(name) if name else None


def means_season(text: str) -> str | None:
    """Return what a zone's clock is called when `text` is its name; None if it is one always.

    In July nobody knows whether `CET` means Berlin or an hour later.
    """
    called = text.casefold()
    if called in _ALWAYS or called not in ABBREVIATIONS:
        return None
    return _GERMAN.get(called, called.upper())


def _fixed(offset: re.Match[str]) -> tzinfo | None:
    ahead = timedelta(hours=int(offset["hours"]), minutes=int(offset["minutes"] or 0))
    if ahead > timedelta(hours=14):
        return None
    return timezone(-ahead if offset["sign"] == "-" else ahead)
