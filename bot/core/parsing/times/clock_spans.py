"""Spans of two times of day: `from 3 to 4`, `15:00-16:00`."""

from __future__ import annotations

import re

from bot.core.parsing.text.phrases import one_of
from bot.core.parsing.times.clock_times import (
    AFTER_DAY,
    DAY_FOLLOWS,
    HALVES,
    OCLOCK,
    PLAIN_CLOCK,
    read_clock,
)

_DASH = r"\ ?[-–—]\ ?"
_SUFFIXES = rf"(?:{HALVES}|{OCLOCK})"
_NUMBER = r"\d\d?(?:[:.h]\d\d)?"
_TO = one_of(("to", "until", "till", "bis", "à", "a", "a las", "hasta", "hasta las", "bis um"))
_FROM = one_of(("from", "von", "de", "de las", "de la", "desde", "desde las", "desde la", "ab"))
SPAN = rf"""(?:
    {PLAIN_CLOCK}{_DASH}{PLAIN_CLOCK}
  | {_NUMBER}{_DASH}{_NUMBER}(?:{HALVES}|\ ?uhr|\ heures) | \d\dh?{_DASH}\d\dh
  | {_FROM}\ {_NUMBER}{_SUFFIXES}?(?:\ {_TO}\ |{_DASH}){_NUMBER}{_SUFFIXES}?
  | (?!(?:5|10|20|25)\ to){_NUMBER}\ (?:to|bis)\ {_NUMBER}(?:{HALVES}|\ ?uhr)
)"""
"""Verbose pattern: a span of two times of day. Bare numbers count only after `from`."""

_BARE_ENDS = rf"{_NUMBER}{_DASH}{_NUMBER}"
BARE_SPAN = (
    rf"(?=\d\d?[^\d\s]|\d\d?\ [-–—])"
    rf"(?:{AFTER_DAY}{_BARE_ENDS}|{_BARE_ENDS}{DAY_FOLLOWS})"
)
"""Verbose pattern: a span of bare numbers beside a day: `tomorrow 10-10:30`."""

_BETWEEN = re.compile(rf"{_DASH}|\ {_TO}\ ")
_LEAD = re.compile(rf"{_FROM}\ ")
_SUFFIX = re.compile(r"\ ?(?:([ap])\.?m|uhr|heures?|horas?|hours|hrs|h)$")


def ends(text: str) -> tuple[str, str]:
    """Return the two times of a `SPAN`; a `pm` or `Uhr` at its end applies to both.

    Raises:
        Unreadable: no day has such a time.
    """
    first, last = _BETWEEN.split(_LEAD.sub("", text, count=1), maxsplit=1)
    suffix = _SUFFIX.search(last)
    if not suffix or not re.fullmatch(_NUMBER, first):
        return first, last
    if not suffix[1] or read_clock(first).minute >= 13 * 60:
        return first, last
    same = first + suffix[0]
    return same if read_clock(same).minute <= read_clock(last).minute else f"{first}am", last
