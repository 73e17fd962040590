"""Time zones by the names that people use: `Europe/Berlin`, `CET`, `3pm in Berlin`.

The bot asks about a name that is also a word, or that several places share.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

_AREAS = (
    "africa|america|antarctica|arctic|asia|atlantic|australia|brazil|canada|chile|etc|europe"
    "|indian|mexico|pacific|us"
)
ZONE_NAME = rf"(?:{_AREAS})/[\w+/-]+"
"""Verbose pattern: a zone with its area, such as `Europe/Berlin`."""

_ELSEWHERE = {
    "Europe/Berlin": "germany german deutschland munich munchen cologne koln hamburg frankfurt"
    " stuttgart dusseldorf leipzig dresden",
    "Europe/Vienna": "austria wien salzburg graz",
    "Europe/Zurich": "switzerland swiss geneva genf geneve basel bern lausanne",
    "Europe/London": "uk britain british england scotland wales manchester edinburgh glasgow",
    "Europe/Dublin": "ireland",
    "Europe/Paris": "lyon marseille",
    "Europe/Brussels": "belgium antwerp",
    "Europe/Amsterdam": "rotterdam",
    "Europe/Madrid": "barcelona",
    "Europe/Rome": "italy rom roma milan milano turin",
    "Europe/Stockholm": "sweden",
    "Europe/Oslo": "norway",
    "Europe/Copenhagen": "denmark",
    "Europe/Helsinki": "finland",
    "Europe/Warsaw": "poland krakow",
    "Europe/Prague": "prag",
    "Europe/Athens": "greece",
    "Asia/Kolkata": "india indian mumbai delhi new_delhi bangalore bengaluru chennai pune",
    "Asia/Tokyo": "japan osaka",
    "Asia/Seoul": "korea",
    "Asia/Shanghai": "china beijing peking shenzhen",
    "Asia/Jerusalem": "israel",
    "Asia/Dubai": "abu_dhabi uae",
    "America/New_York": "eastern nyc boston washington miami atlanta philadelphia charlotte",
    "America/Chicago": "central dallas houston austin",
    "America/Denver": "mountain",
    "America/Los_Angeles": "pacific san_francisco seattle san_diego san_jose",
}
_BY_NAME = {name: zone for zone, names in _ELSEWHERE.items() for name in names.split()}

_NO_PLACES = frozenset(
    {"act", "center", "central", "christmas", "continental", "easter", "general", "mountain"}
    | {"east", "north", "nsw", "oral", "resolute", "south", "troll", "universal", "virgin"}
    | {"wake", "west", "zulu", "casey", "davis", "knox", "marengo", "mawson", "nome", "palmer"}
    | {"cordoba", "merida", "monticello", "petersburg", "rosario", "san_juan", "san_luis"}
    | {"victoria", "vincennes"}
)
"""Cities whose names are also words, or that several places share."""

_GIVEN_NAMES = frozenset(
    {"adelaide", "austin", "charlotte", "dawson", "phoenix", "regina", "samara", "santiago"}
    | {"sofia", "stanley", "sydney"}
)
"""Cities whose names are also given names, so they need an `in`."""

MOST_WORDS = 3
"""The most words in the name of a place."""

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
"""Zones by abbreviation. Those with several meanings, such as IST, are left out."""

_ALWAYS = frozenset({"et", "ct", "mt", "pt", "utc", "gmt"})
_GERMAN = {"mez": "CET", "mesz": "CEST"}
NAMED = rf"(?:{ZONE_NAME}|(?:utc|gmt)[+-]\d{{1,2}}(?::?\d\d)?|{'|'.join(ABBREVIATIONS)}|ist)"
"""Verbose pattern: a zone by its name, abbreviation or offset."""

_OFFSET = re.compile(r"(?:utc|gmt)(?P<sign>[+-])(?P<hours>\d{1,2}):?(?P<minutes>\d\d)?")


def zone_named(text: str) -> str | None:
    """Return the name of the zone called `text`, in any case, or None."""
    called = text.casefold().removesuffix(" time")
    return ABBREVIATIONS.get(called) or zone_called(called)


def zone(text: str) -> tzinfo | None:
    """Return the zone called `text`, such as `CET` or `UTC+2`, or None."""
    offset = _OFFSET.fullmatch(text.casefold())
    if offset:
        return _fixed(offset)
    name = zone_named(text)
    return ZoneInfo(name) if name else None


def season_of(text: str) -> str | None:
    """Return the abbreviation that must be in use at that time for `text` to be clear, or None.

    In July, `CET` could mean Berlin's time or an hour later.
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


def zone_at(name: str, *, led: bool) -> str | None:
    """Return the zone of a place, or None if `name` is not the name of one.

    Args:
        name: the name in lower case.
        led: whether `in` precedes it, so that it can't be a given name.
    """
    plain = _plain(name)
    if plain in _NO_PLACES or (plain in _GIVEN_NAMES and not led):
        return None
    return _BY_NAME.get(plain) or _cities().get(plain)


def zone_called(name: str) -> str | None:
    """Return the zone of a place or by its full name, or None."""
    plain = _plain(name)
    city = None if plain in _NO_PLACES else _cities().get(plain)
    return _BY_NAME.get(plain) or _zones().get(plain) or city


def _plain(name: str) -> str:
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if c.isascii())
    return name.replace(" ", "_")


@cache
def _zones() -> dict[str, str]:
    """The zones by their names in lower case."""
    # Walks the zone files, once per process.
    names = sorted(available_timezones() - {"Factory", "localtime"})
    return {name.casefold(): name for name in names}


@cache
def _cities() -> dict[str, str]:
    """The zones by the city in their names."""
    named = {low: name for low, name in _zones().items() if re.match(rf"(?:{_AREAS})/", low)}
    return {low.rpartition("/")[2]: name for low, name in reversed(named.items())}
