"""Formats times so that they can't be misread: always with the zone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from bot.core.wording.languages import Language


@dataclass(frozen=True)
class Times:
    """How the times of a meeting are shown.

    Args:
        zone: the time zone.
        early: how many minutes before the start the links of a planned meeting open.
        ago: minutes since the start, 0 before it; from then on only the end is shown.
        home: the requester's own time zone, if they named another one.
    """

    zone: tzinfo
    early: int = 0
    ago: int = 0
    home: tzinfo | None = None


def at_home(t: Language, when: datetime, times: Times) -> str:
    """Return a moment in the requester's own zone; empty if clocks there show the same."""
    home = times.home or times.zone
    if when.astimezone(home).utcoffset() == when.astimezone(times.zone).utcoffset():
        return ""
    return moment(t, when, home)


def moment(t: Language, when: datetime, zone: tzinfo) -> str:
    """Return a moment as ``Wednesday 25 November 2026, 14:30 (Europe/Berlin, UTC+01:00)``.

    Some times come twice in the night when the clocks go back; the text says which is meant.

    Args:
        t: the reader's language.
        when: aware.
        zone: the time zone to show.
    """
    local = when.astimezone(zone)
    values = {"day": t.day(local), "time": t.clock(local), "zone": _zone(local)}
    if local.replace(fold=0).utcoffset() == local.replace(fold=1).utcoffset():
        return t("{day}, {time} ({zone})", **values)
    if local.fold:
        return t("{day}, {time} after the clocks go back ({zone})", **values)
    return t("{day}, {time} before the clocks go back ({zone})", **values)


def moment_on_page(t: Language, when: datetime, zone: tzinfo) -> str:
    """Return a moment for a web page: browsers would break ``UTC-05:00`` at its hyphen."""
    return moment(t, when, zone).replace("UTC-", "UTC\N{MINUS SIGN}")


def brief_moment(t: Language, when: datetime, zone: tzinfo) -> str:
    """Return a moment without its zone, for a button below a text that names it."""
    local = when.astimezone(zone)
    return f"{t.day(local)}, {t.clock(local)}"


def time_of_day(t: Language, when: datetime, zone: tzinfo) -> str:
    """Return a time of today with its zone, as ``14:30 (Europe/Berlin)``."""
    local = when.astimezone(zone)
    return f"{t.clock(local)} ({_name(local)})"


def zone_name(name: str | None) -> str:
    """Return what to call a time zone, which is UTC for none."""
    return "UTC" if name in {None, "", "Etc/UTC"} else str(name)


def _zone(local: datetime) -> str:
    offset = local.utcoffset() or timedelta()
    name = _name(local)
    if not offset and name == "UTC":
        return name
    sign = "-" if offset < timedelta() else "+"
    hours, minutes = divmod(abs(offset) // timedelta(minutes=1), 60)
    return f"{name}, UTC{sign}{hours:02}:{minutes:02}"


def _name(local: datetime) -> str:
    return zone_name(getattr(local.tzinfo, "key", None) or local.tzname())
