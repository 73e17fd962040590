"""Times of day, and spans of two: `15:00`, `half past 3`, `15 Uhr`, `from 3 to 4`."""

from __future__ import annotations

import re

from bot.core.domain.hints import Hint
from bot.core.parsing.phrases import one_of
from bot.core.parsing.times import Unreadable
from bot.core.parsing.times.durations import NUMBERS

_HALVES = r"(?:\ ?(?:am|pm|a\.m|p\.m))"
_HOUR = rf"(?:\d\d?|{one_of(name for name, n in NUMBERS.items() if n < 13 and len(name) > 2)})"
# "9 to 4" alone may be a time, or from nine to four.
_MINUTES = r"(?:half|quarter|five|ten|twenty|\d\d?(?=\ minutes|\ past|\ after)|(?<=at\ )\d\d?)"
_PAST = rf"(?=[\dfhqt]){_MINUTES}(?:\ minutes)?\ (?:past|to|after)"
PLAIN_CLOCK = (
    rf"(?:\d\d?[:.h]\d\d(?::\d\d)?(?:{_HALVES}|\ uhr|\ ?h(?:rs)?)?"
    rf"|\d\d?{_HALVES}|noon|midday)"
)

CLOCK = rf"""(?:
    {PLAIN_CLOCK} | \d\d?\ ?uhr(?:\ \d\d)? | mittag | midnight | mitternacht
  | {_PAST}\ {_HOUR}{_HALVES}? | {_HOUR}\ o'clock{_HALVES}?
  | (?:(?<=at\ )|(?<=um\ )|(?<=@\ )|(?<=until\ )|(?<=till\ )|(?<=bis\ )|(?<=from\ ))
    (?:\d\d?\ ?h|(?:[01]\d|2[0-3])[0-5]\d(?!\d)|{_HOUR})
)"""
"""Verbose pattern: a time of day. A bare number or `15h` counts only after `at` and the like."""

MIDNIGHT = frozenset({"midnight", "mitternacht"})
_WORDED = {"noon": "12:00", "midday": "12:00", "mittag": "12:00"}
_DISTANCES = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20}


def read_clock(text: str) -> tuple[int, bool]:
    """Return the minute of the day, and whether twelve hours later could be meant as well.

    Raises:
        Unreadable: no day has such a time.
    """
    text = _WORDED.get(text, text)
    if text in MIDNIGHT:
        return 24 * 60, False
    past = re.match(r"(\w+)(?:\ minutes)?\ (past|to|after)\ ", text)
    if past:
        minute, loose = read_clock(text[past.end() :])
        distance = _DISTANCES.get(past[1]) or int(past[1])
        return minute + (-distance if past[2] == "to" else distance), loose
    return _of_numbers(text)


def _of_numbers(text: str) -> tuple[int, bool]:
    text = re.sub(r"\ ?o'clock", "", text)
    half = re.search(r"([ap])\.?m$", text)
    numbers = text[: half.start()].strip() if half else text
    numbers = re.sub(r"(?<=[:.]\d\d) ?(?:uhr|h|hrs)$", "", numbers)
    numbers = re.sub(r"^(\d\d)(\d\d)$", r"\1:\2", numbers)
    numbers = re.sub(r"(?<=\d)[.h]|(?<=\d) h|\ ?uhr\ ?", ":", numbers)
    hour, _, rest = numbers.partition(":")
    hour = str(NUMBERS.get(hour, hour))
    if half and not 0 < int(hour) < 13:
        raise Unreadable(Hint.NO_SUCH_TIME)
    loose = not half and not hour.startswith("0") and 1 <= int(hour) <= 6
    return _minute_of_day(int(hour), rest, half[1] if half else ""), loose


def _minute_of_day(hour: int, rest: str, half: str) -> int:
    """Return the minute of the day; seconds are checked and dropped."""
    minute, _, second = (rest or "00").partition(":")
    if hour > 23 or int(minute) > 59 or int(second or 0) > 59:
        raise Unreadable(Hint.NO_SUCH_TIME)
    return (hour % 12 + 12 * (half == "p") if half else hour) * 60 + int(minute)


_DASH = r"\ ?[-–—]\ ?"
_SUFFIXES = r"(?:\ ?(?:am|pm|a\.m|p\.m|uhr))"
_NUMBER = r"\d\d?(?:[:.]\d\d)?"
SPAN = rf"""(?:
    {PLAIN_CLOCK}{_DASH}{PLAIN_CLOCK}
  | {_NUMBER}{_DASH}\d\d?{_SUFFIXES}
  | (?:(?<=from\ )|(?<=von\ )){_NUMBER}{_SUFFIXES}?
    (?:\ (?:to|until|till|bis)\ |{_DASH}){_NUMBER}{_SUFFIXES}?
)"""
"""Verbose pattern: a span of two times of day. Bare numbers count only after `from`."""

_BETWEEN = re.compile(r"\ ?[-–—]\ ?|\ (?:to|until|till|bis)\ ")
_SUFFIX = re.compile(r"\ ?(?:([ap])\.?m|uhr)$")


def ends(text: str) -> tuple[str, str]:
    """Return the two times of a `SPAN`; a `pm` or `Uhr` at its end applies to both.

    Raises:
        Unreadable: no day has such a time.
    """
    first, last = _BETWEEN.split(text, maxsplit=1)
    suffix = _SUFFIX.search(last)
    if not suffix or not re.fullmatch(_NUMBER, first):
        return first, last
    if not suffix[1] or read_clock(first)[0] >= 13 * 60:
        return (f"{first} uhr" if first.isdigit() else first), last
    same = first + suffix[0]
    return same if read_clock(same)[0] <= read_clock(last)[0] else f"{first}am", last
