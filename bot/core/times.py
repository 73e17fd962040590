"""How the bot says times: never to be misread, always with the zone."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo


def moment(when: datetime, zone: tzinfo) -> str:
    """Return a moment as ``Wednesday 25 November 2026, 14:30 (Europe/Berlin, UTC+01:00)``.

    Args:
        when: aware.
        zone: in which it is said.
    """
    local = when.astimezone(zone)
    return f"{local:%A} {local.day} {local:%B %Y}, {clock(when, zone)}"


def clock(when: datetime, zone: tzinfo) -> str:
    """Return a time as ``14:30 (Europe/Berlin, UTC+01:00)``, and which one, if it comes twice."""
    local = when.astimezone(zone)
    return f"{local:%H:%M}{_which_of_two(local)} ({_zone(local)})"


def _which_of_two(local: datetime) -> str:
    if local.replace(fold=0).utcoffset() == local.replace(fold=1).utcoffset():
        return ""
    return f", {'after' if local.fold else 'before'} the clocks go back"


def duration(minutes: int) -> str:
    """Return a duration as ``45 minutes``, ``1 hour``, ``1 hour 30 minutes``."""
    hours, rest = divmod(minutes, 60)
    parts = [_counted(hours, "hour")] * bool(hours) + [_counted(rest, "minute")] * bool(rest)
    return " ".join(parts) or "0 minutes"


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}{'' if number == 1 else 's'}"


def _zone(local: datetime) -> str:
    offset = local.utcoffset() or timedelta()
    name = getattr(local.tzinfo, "key", None) or local.tzname() or ""
    if not offset and name in {"UTC", "Etc/UTC", ""}:
        return "UTC"
    sign = "-" if offset < timedelta() else "+"
    hours, minutes = divmod(abs(offset) // timedelta(minutes=1), 60)
    return f"{name}, UTC{sign}{hours:02}:{minutes:02}"
