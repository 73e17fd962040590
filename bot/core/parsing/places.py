"""Places whose time is meant: `3pm in Berlin`, `9am New York`, `15 Uhr in München`.

The names of zones are of one city each; here are the others that people name, each of which has
one time alone. Whatever else could be meant by a name, or by several places of it, is asked about.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from zoneinfo import available_timezones

_AREAS = (
    "africa|america|antarctica|arctic|asia|atlantic|australia|brazil|canada|chile|etc|europe"
    "|indian|mexico|pacific|us"
)
ZONE_NAME = rf"(?:{_AREAS})/[\w+/-]+"
"""A verbose pattern of the zones that have an area."""

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
"""Names that are words too, or of several places."""

_GIVEN_NAMES = frozenset(
    {"adelaide", "austin", "charlotte", "dawson", "phoenix", "regina", "samara", "santiago"}
    | {"sofia", "stanley", "sydney"}
)
"""People are called so as well, so that it takes an `in`."""

MOST_WORDS = 3
"""Of a place's name."""


def zone_at(name: str, *, led: bool) -> str | None:
    """Return the name of the zone of a place, or None.

    Args:
        name: in small letters; perhaps no place's.
        led: whether `in` stands before it, so that it is nobody's.
    """
    plain = _plain(name)
    if plain in _NO_PLACES or (plain in _GIVEN_NAMES and not led):
        return None
    return _BY_NAME.get(plain) or _cities().get(plain)


def zone_called(name: str) -> str | None:
    """Return the name of the zone that is called so, by its place or in full, or None."""
    plain = _plain(name)
    city = None if plain in _NO_PLACES else _cities().get(plain)
    return _BY_NAME.get(plain) or _zones().get(plain) or city


def _plain(name: str) -> str:
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if c.isascii())
    return name.replace(" ", "_")


@cache
def _zones() -> dict[str, str]:
    """Zones by their names in small letters."""
    # It walks through the zones' files, once in the life of a process.
    names = sorted(available_timezones() - {"Factory", "localtime"})
    return {name.casefold(): name for name in names}


@cache
def _cities() -> dict[str, str]:
    """Zones by the city that stands in their names."""
    named = {low: name for low, name in _zones().items() if re.match(rf"(?:{_AREAS})/", low)}
    return {low.rpartition("/")[2]: name for low, name in reversed(named.items())}
