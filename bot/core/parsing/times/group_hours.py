"""Reads when a group of experts is open."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.core.domain.commands import Unclear
from bot.core.domain.hints import Hint
from bot.core.domain.opening_hours import DAY_MINUTES, EVERY_DAY, WORKDAYS, OpenHours, clock
from bot.core.parsing.text.phrases import one_of, partition
from bot.core.parsing.text.words import Word, Words, joined
from bot.core.parsing.times import Unreadable, time_zones
from bot.core.parsing.times.clock_spans import ends
from bot.core.parsing.times.clock_times import Clock, read_clock

_FROM = r"(?:from|von|de|desde|ab)(?:\ las?|\ l[ao]s)?"
_TO = r"(?:to|until|till|bis|à|a|hasta)(?:\ las?|\ l[ao]s)?"
_CLOCK = r"\d{1,2}(?:[:.h]\d\d)?(?:\ ?(?:am|pm|uhr|h))?"

_NO_CITY = one_of(
    (
        *("led", "after", "from", "on", "then", "is", "are", "here", "off", "every", "weekdays"),
        *("geleitet", "nach", "von", "ab", "dann", "ist", "sind", "hier", "aus", "bereitschaft"),
        *("dirigé", "après", "de", "puis", "est", "ici"),
        *("dirigido", "después", "desde", "luego", "es", "aquí"),
    )
)
_CITY = rf"(?!{_NO_CITY}(?!\S))[^\W\d_][^\s\x01-\x05]+"

PATTERN = rf"""
    {_FROM}\ (?P<open_hours>{_CLOCK}\ {_TO}\ {_CLOCK})
  | (?:on\ |an\ |en\ |les\ |los\ )?(?P<open_days>weekdays|workdays|werktagen|werktags|semaine
        |jours\ ouvrables|entre\ semana|días\ laborables|every\ day|daily|jeden\ tag|täglich
        |tous\ les\ jours|todos\ los\ días)
  | (?:in|à|en)\ (?P<open_zone>{time_zones.NAMED}|{_CITY}(?:\ {_CITY})?)
"""
"""Verbose pattern: hours, days and a time zone."""

_EVERY_DAY = ("every", "daily", "jeden", "täglich", "tous", "todos")
_BETWEEN = re.compile(rf"\ {_TO}\ ", re.VERBOSE)


def take_hours(words: Words) -> tuple[dict[str, object], Words] | Unclear:
    """Take hours, days and a zone from a sentence in which phrases are merged."""
    hours, rest = partition(words, "open_hours")
    days, rest = partition(rest, "open_days")
    zones, rest = partition(rest, "open_zone")
    if max(map(len, (hours, days, zones))) > 1 or (days and not hours):
        return Unclear(joined([*hours, *days, *zones])[:100], Hint.WHICH_TIME)
    zone = time_zones.zone_named(zones[0].value) if zones else None
    if zones and not zone:
        return Unclear(zones[0].inside[:100], Hint.ZONE)
    read = _hours(hours[0], days) if hours else None
    if isinstance(read, Unclear):
        return read
    return {"hours": read, "zone": zone}, rest


def _hours(word: Word, days: Sequence[Word]) -> OpenHours | Unclear:
    """Read `8 to 18`; asks about hours that may be in the morning or in the afternoon."""
    every = not days or days[0].value.startswith(_EVERY_DAY)
    first, last = (each.strip() for each in _BETWEEN.split(word.value))
    try:
        opens, closes = (_clock(each) for each in _with_suffix(first, last))
    except Unreadable as unreadable:
        return Unclear(word.raw[:100], unreadable.hint)
    whole = (opens.minute, closes.minute) == (0, DAY_MINUTES)
    by_day = opens.minute < 13 * 60
    if not whole and by_day and closes.minute <= opens.minute and not closes.exact:
        return Unclear(word.raw[:100], Hint.WHICH_HALF)
    if opens.minute % DAY_MINUTES == closes.minute % DAY_MINUTES and not whole:
        return Unclear(word.raw[:100], Hint.ENDS_FIRST)
    return OpenHours(opens.minute % DAY_MINUTES, closes.minute, EVERY_DAY if every else WORKDAYS)


def _with_suffix(first: str, last: str) -> tuple[str, str]:
    """Return both times; `from 1 to 5 pm` is in the afternoon."""
    return ends(f"from {first} to {last}") if last.endswith("pm") else (first, last)


def _clock(text: str) -> Clock:
    if text in {"24", "24:00", "24h", "24 uhr"}:
        return Clock(DAY_MINUTES, exact=True, hour=24)
    return read_clock(text)


def say_hours(hours: OpenHours | None, zone: str | None) -> str:
    """Return hours and a zone as words of a canonical sentence."""
    said = []
    if hours:
        days = "on weekdays " if hours.days == WORKDAYS else ""
        said.append(f"{days}from {clock(hours.opens)} to {clock(hours.closes)}")
    if zone:
        said.append(f"in {zone}")
    return " ".join(said)
