"""Durations: `45m`, `1h30`, `half an hour`, `an hour and a half`. `15h30` is a time of day."""

from __future__ import annotations

import re

from bot.core.parsing.phrases import one_of

NUMBERS = {
    "a": 1,
    "an": 1,
    "another": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
    "eine": 1,
    "einer": 1,
    "zwei": 2,
    "drei": 3,
}
LONGEST = 999_999
"""Minutes; anything longer is cut to this, which is over every limit."""

_FIGURE = r"\d{1,6}(?:[.,]\d{1,2})?"
_NUMBER = rf"(?:{_FIGURE}|{one_of(NUMBERS)})"
_UNITS = {"m": 1, "h": 60, "s": 60, "d": 1440, "t": 1440}  # by first letter; s for Stunde
_UNIT = (
    r"(?:minutes|minuten|minute|mins|min|m|hours|hour|hrs|hr|h|stunden|stunde|std"
    r"|days|day|d|tage|tag)"
)
_HALVED = r"(?:\ and\ a\ half)?"
_MORE = r"(?:\ more|\ extra)?"
_PART = (
    rf"(?:{_NUMBER}{_HALVED}{_MORE}[\ -]|(?!(?:[89]|[12]\d)h\d){_FIGURE}){_UNIT}{_HALVED}"
    r"(?:(?<=h)[0-5]\d(?:m|min)?)?"
)
_HALF = r"(?:an?\ )?half(?:\ an?|-an)?[\ -]hour|(?:eine\ |einer\ )?halben?\ stunde"
_QUARTER = r"(?:a\ )?quarter\ of\ an\ hour|(?:eine\ )?viertelstunde"
LENGTH = (
    r"(?:(?=[\daefhnoqstvz])"
    rf"(?:{_HALF}|{_QUARTER}|{_PART}(?:\ ?(?:(?:and|und)\ )?{_PART}){{0,2}}))"
)
"""Verbose pattern: a duration."""

_COUNTED = re.compile(
    rf"(?P<number>{_NUMBER})(?P<half>\ and\ a\ half)?{_MORE}(?:[\ -]|(?<=\d))"
    rf"(?P<unit>{_UNIT})(?P<more>\ and\ a\ half)?"
    r"(?:(?<=h)(?P<rest>[0-5]\d)(?:m|min)?)?"
)


def minutes(text: str) -> int:
    """Return the minutes of a `LENGTH`."""
    if "quarter" in text or "viertel" in text:
        return 15
    if re.match(_HALF, text):
        return 30
    return min(round(sum(_minutes(part) for part in _COUNTED.finditer(text))), LONGEST)


def _minutes(part: re.Match[str]) -> float:
    number = NUMBERS.get(part["number"]) or float(part["number"].replace(",", "."))
    number += 0.5 * bool(part["half"] or part["more"])
    return number * _UNITS[part["unit"][0]] + int(part["rest"] or 0)
