"""Where somebody seems to be, by the end of their address: a last hint, never more."""

from __future__ import annotations

from zoneinfo import ZoneInfo

_ZONES = """
at Europe/Vienna, be Europe/Brussels, bg Europe/Sofia, ch Europe/Zurich, cz Europe/Prague,
de Europe/Berlin, dk Europe/Copenhagen, ee Europe/Tallinn, fi Europe/Helsinki, fr Europe/Paris,
gr Europe/Athens, hr Europe/Zagreb, hu Europe/Budapest, ie Europe/Dublin, il Asia/Jerusalem,
in Asia/Kolkata, it Europe/Rome, jp Asia/Tokyo, kr Asia/Seoul, lt Europe/Vilnius,
lu Europe/Luxembourg, lv Europe/Riga, nl Europe/Amsterdam, no Europe/Oslo, pl Europe/Warsaw,
ro Europe/Bucharest, se Europe/Stockholm, sg Asia/Singapore, si Europe/Ljubljana,
sk Europe/Bratislava, uk Europe/London, za Africa/Johannesburg
"""
HOMES: dict[str, str] = dict(pair.split() for pair in _ZONES.split(","))
"""Zones of the countries in which nearly everybody's clock is the same."""


def home_of(email: str) -> ZoneInfo | None:
    """Return the time zone where whoever has this address seems to be, or None."""
    zone = HOMES.get(email.rpartition(".")[2].lower())
    return ZoneInfo(zone) if zone else None
