"""Guesses a guest's time zone from the top-level domain of their address."""

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
ZONE_OF_COUNTRY: dict[str, str] = dict(pair.split() for pair in _ZONES.split(","))
"""Only countries where nearly everyone has the same time."""


def guess_time_zone(email: str) -> ZoneInfo | None:
    """Return the time zone that an address suggests, or None."""
    zone = ZONE_OF_COUNTRY.get(email.rpartition(".")[2].lower())
    return ZoneInfo(zone) if zone else None
