"""Durations: `45m`, `1h30`, `half an hour`, `an hour and a half`. `15h30` is a time of day."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.core.parsing.text.phrases import one_of
from bot.core.parsing.vocabulary.all_languages import LENGTHS, NUMBERS, UNITS

LONGEST = 999_999
"""Minutes; anything longer is cut to this, which is over every limit."""

_FIGURE = r"\d{1,6}(?:[.,]\d{1,2})?"
_NUMBER = rf"(?:{_FIGURE}|{one_of(NUMBERS)})"
_UNIT = one_of(UNITS)
_HALVED = r"(?:\ and\ a\ half)?"
_MORE = r"(?:\ more|\ extra|\ additional)?"
_PART = (
    rf"(?:{_NUMBER}{_HALVED}{_MORE}[\ -]|(?!(?:[89]|[12]\d)h\d){_FIGURE}){_UNIT}{_HALVED}"
    r"(?:(?<=h)[0-5]\d(?:m|min)?)?"
)
_MORE_BEHIND = re.compile(r"\ (?:more|longer|long|lang|länger|mehr|de\ plus|más)$")
_AND = r"(?:and|und|et|y)"
LENGTH = rf"(?:{one_of(LENGTHS)}|{_PART}(?:\ ?(?:{_AND}\ )?{_PART}){{0,2}})"
"""Verbose pattern: a duration."""

_COUNTED = re.compile(
    rf"(?P<number>{_NUMBER})(?P<half>\ and\ a\ half)?{_MORE}(?:[\ -]|(?<=\d))"
    rf"(?P<unit>{_UNIT})(?P<more>\ and\ a\ half)?"
    r"(?:(?<=h)(?P<rest>[0-5]\d)(?:m|min)?)?"
)


def minutes(text: str) -> int:
    """Return the minutes of a `LENGTH`."""
    fixed = LENGTHS.get(_MORE_BEHIND.sub("", text))
    if fixed is not None:
        return fixed
    return min(round(sum(_minutes(part) for part in _COUNTED.finditer(text))), LONGEST)


def adds_up(text: str) -> bool:
    """Return whether a `LENGTH` is one duration: `1h 30m`, and not `45 min 20 min`."""
    units = [UNITS[part["unit"]] for part in _COUNTED.finditer(text)]
    return all(first > second for first, second in pairwise(units))


def _minutes(part: re.Match[str]) -> float:
    number = NUMBERS.get(part["number"]) or float(part["number"].replace(",", "."))
    number += 0.5 * bool(part["half"] or part["more"])
    return number * UNITS[part["unit"]] + int(part["rest"] or 0)
