"""From when to when: `15:00-16:00`, `3-4pm`, `from 3 to 4`, `von 14 bis 15 Uhr`."""

from __future__ import annotations

import re

from bot.core.parsing.days import PLAIN_CLOCK, clock_named

_DASH = r"\ ?[-–—]\ ?"
_HALF = r"(?:\ ?(?:am|pm|a\.m|p\.m|uhr))"
_HOUR = r"\d\d?(?:[:.]\d\d)?"
SPAN = rf"""(?:
    {PLAIN_CLOCK}{_DASH}{PLAIN_CLOCK}
  | {_HOUR}{_DASH}\d\d?{_HALF}
  | (?:(?<=from\ )|(?<=von\ )){_HOUR}{_HALF}?(?:\ (?:to|until|till|bis)\ |{_DASH}){_HOUR}{_HALF}?
)"""
"""A verbose pattern of two times of day; bare numbers are two after `from` alone."""

_BETWEEN = re.compile(r"\ ?[-–—]\ ?|\ (?:to|until|till|bis)\ ")
_SUFFIX = re.compile(r"\ ?(?:([ap])\.?m|uhr)$")


def ends(text: str) -> tuple[str, str]:
    """Return both times of `text`, which `SPAN` matches; a `pm` or `Uhr` at its end is of both.

    Raises:
        Unreadable: no day has such a time.
    """
    first, last = _BETWEEN.split(text, maxsplit=1)
    suffix = _SUFFIX.search(last)
    if not suffix or not re.fullmatch(_HOUR, first):
        return first, last
    if not suffix[1] or clock_named(first)[0] >= 13 * 60:
        return (f"{first} uhr" if first.isdigit() else first), last
    same = first + suffix[0]
    return same if clock_named(same)[0] <= clock_named(last)[0] else f"{first}am", last
