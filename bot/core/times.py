"""How the bot says times: never to be misread, always with the zone."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo

from bot.core.tongues import Tongue


def moment(t: Tongue, when: datetime, zone: tzinfo) -> str:
    """Return a moment as ``Wednesday 25 November 2026, 14:30 (Europe/Berlin, UTC+01:00)``.

    Args:
        t: in which it is said.
        when: aware.
        zone: in which it is told.
    """
    local = when.astimezone(zone)
    return t("{day}, {time} ({zone})", day=t.day(local), time=t.clock(local), zone=_zone(local))


def _zone(local: datetime) -> str:
    offset = local.utcoffset() or timedelta()
    name = getattr(local.tzinfo, "key", None) or local.tzname() or ""
    if not offset and name in {"UTC", "Etc/UTC", ""}:
        return "UTC"
    sign = "-" if offset < timedelta() else "+"
    hours, minutes = divmod(abs(offset) // timedelta(minutes=1), 60)
    return f"{name}, UTC{sign}{hours:02}:{minutes:02}"
