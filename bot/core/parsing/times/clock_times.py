"""Times of day: `15:00`, `half past 3`, `15 Uhr`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.core.domain.hints import Hint
from bot.core.parsing.text.phrases import one_of
from bot.core.parsing.times import Unreadable
from bot.core.parsing.vocabulary.all_languages import (
    DAYS,
    MONTHS,
    NEAR_NOON,
    NUMBERS,
    OFFSETS,
    PARTS,
    UNITS,
    all_of,
)

_NOON, _MIDNIGHT = all_of("noon"), all_of("midnight")
_EXACTLY = all_of("exactly")
_NO_HOURS = frozenset(
    {"another", "ein", "eine", "einer", "einem", "einen", "eines", "d'une", "d'un", "otra"}
    | {"otros", "uno"}
)
"""Words for one that can't be an hour."""

_HOURS = {
    name: hour
    for name, hour in NUMBERS.items()
    if hour <= 12 and len(name) > 2 and name not in _NO_HOURS
}
_MINUTES = {name: count for name, count in NUMBERS.items() if 5 <= count <= 25 and len(name) > 2}

_PAST_HOUR = {"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "forty-five": 45, "fifty": 50}
"""Minutes said after an hour in words: `at four thirty`."""

_GERMAN_AM = (
    rf"am\ (?:\d(?!\d?\ ?{one_of(UNITS)}(?!\S))|frühen|späten|nächsten|kommenden|selben"
    r"|(?:\w+tag|mittwoch|\w*(?:morgen|mittag|abend)|wochenende)(?!\S))"
)
HALVES = rf"(?:(?:\ (?!{_GERMAN_AM}))?(?:am|pm|a\.m|p\.m))"
OCLOCK = r"(?:\ ?(?:uhr|heures?|horas?|hours|hrs|h)|\ o'?clock)"
_HOUR = rf"(?:\d\d?|{one_of(_HOURS)})"


def _behind(words: tuple[str, ...]) -> str:
    """Return a pattern that matches after any of `words`."""
    return "(?:" + "|".join(rf"(?<=(?<!\S){re.escape(word)}\ )" for word in words) + ")"


_AT = rf"(?=\d{{1,4}}(?!\d)|{one_of(_HOURS)}){_behind((*all_of('at'), *all_of('until')))}"
_FRENCH_AT = r"(?:(?<=(?<!\S)(?<!for\ )a\ )|(?<=(?<!\S)pour\ )|(?<=(?<!\S)para\ ))"
"""Words that make `16h` a time of day, not a length: `a` typed for `à`, `pour`, `para`."""

AFTER_DAY = _behind(tuple(DAYS))
DAY_FOLLOWS = rf"(?=\ (?:{one_of(DAYS)}|{one_of(PARTS)})(?!\S))"
_OF_DAY = [part for part in PARTS if part.startswith(("du ", "de "))]
_COUNTED = r"(?!\ (?:guests?|gäste|invités|invitados|spare|hosts?|links?|more|extra|people|%)\b)"


_GUARDS = {
    "{minutes}{}{hour}": rf"(?:(?!\d\d?\ to\ )|{_AT})",
    "{hour}{}{minutes}": _AT,
}
"""What stands before forms that can also be a span or two numbers: `9 to 4`, but `at 9 to 4`."""


def _relative_pattern() -> str:
    """Return the pattern of the phrases of `OFFSETS`; those of one form share its numbers."""
    said: dict[str, list[str]] = {}
    for phrase in OFFSETS:
        words = "".join(re.split(r"\{\w+\}", phrase))
        said.setdefault(phrase.replace(words, "{}"), []).append(re.escape(words))
    minutes = rf"(?:\d\d?|{one_of(_MINUTES)})"
    return "|".join(
        _GUARDS.get(form, "") + form.format(f"(?:{'|'.join(words)})", hour=_HOUR, minutes=minutes)
        for form, words in said.items()
    )


_FIRST_WORDS = {*_HOURS, *_MINUTES, *(phrase.split()[0] for phrase in OFFSETS if phrase[0] != "{")}
RELATIVE = rf"(?=\d\d?[\ h]|{one_of(_FIRST_WORDS)}\ )(?:{_relative_pattern()})"
_MILITARY = r"(?:[01]\d|2[0-3])[0-5]\d"
_MONTH = one_of(name for names in MONTHS for name in names)
_NO_LENGTH = rf"(?!\ (?:{one_of(UNITS)}|(?:de\ )?{_MONTH})(?!\S))"
_BESIDE_PART = rf"""(?=\d\d?\ ?h)(?:
    {_behind(tuple(PARTS))}(?:[7-9]|1\d|2[0-3])h(?:[0-5]\d)?
  | \d\d?\ ?(?:heures?|horas?|h(?:[0-5]\d)?)(?=\ {one_of((*_OF_DAY, *_EXACTLY))}(?!\S))
)"""
"""An hour that is no length beside a part of the day: `aprem 15h`, `3h du matin`."""

NO_LENGTH_CLOCK = rf"""(?:
    {_MILITARY}\ ?(?:h|hrs|hours|uhr) | (?:[7-9]|1\d|2[0-3])\.[0-5]\d\ ?(?:h|hrs|uhr)
  | {_FRENCH_AT}(?:[7-9]|1\d|2[0-3])h(?:[0-5]\d)?
  | {_BESIDE_PART} | {RELATIVE}{HALVES}?
  | {_AT}{one_of(_HOURS)}\ {one_of(_PAST_HOUR)}{HALVES}?
  | {_AT}(?:{_HOUR}{OCLOCK}(?:\ [0-5]\d)?|{_MILITARY}(?!\d)|{_HOUR}(?![:.])){_NO_LENGTH}{HALVES}?
)"""
"""Verbose pattern: a time of day that could be taken for a duration, such as `at 15h`."""

PLAIN_CLOCK = (
    rf"(?:\d\d?[:.h]\d\d(?::\d\d)?(?:{HALVES}|{OCLOCK})?|\d\d?{HALVES}"
    rf"|\d\d?\ ?uhr(?:\ \d\d)?|{one_of((*_NOON, *NEAR_NOON))})"
)
SURE_CLOCK = rf"(?:{PLAIN_CLOCK}|{one_of(_MIDNIGHT)}|{_HOUR}\ ?(?:o'clock|oclock){HALVES}?)"
"""Verbose pattern: a time of day that could be nothing else."""

CLOCK = rf"(?:{SURE_CLOCK}|{NO_LENGTH_CLOCK})"
"""Verbose pattern: a time of day. A bare number or `15h` counts only after `at` and the like."""

BARE_CLOCK = (
    rf"(?=\d\d?(?:[:.]\d\d)?(?!\S))(?:{AFTER_DAY}\d\d?{_COUNTED}"
    rf"|\d\d?(?:[:.]\d\d)?(?:{DAY_FOLLOWS}|(?=\ {one_of(_EXACTLY)}(?!\S))))"
)
"""Verbose pattern: a bare number beside a day or a part of one: `tomorrow 9`, `9 sharp`."""

EXACTLY = rf"(?:\ {one_of(_EXACTLY)}(?!\S))?"
"""Verbose pattern: a word behind a time of day that changes nothing."""


@dataclass(frozen=True)
class Clock:
    """A time of day as it was written.

    Args:
        minute: the minute of the day.
        exact: whether it can't mean twelve hours later.
        hour: the hour as written.
    """

    minute: int
    exact: bool
    hour: int

    @property
    def minutes(self) -> tuple[int, ...]:
        """The minutes of the day that it can mean."""
        exact = self.exact or self.minute >= 12 * 60
        return (self.minute,) if exact else (self.minute, self.minute + 12 * 60)

    @property
    def is_small(self) -> bool:
        """Whether it is an hour like 3, which is more often in the afternoon than at night."""
        return not self.exact and 1 <= self.hour <= 6


def is_midnight(text: str) -> bool:
    """Return whether a time of day is midnight by its name, which two days have."""
    return text in _MIDNIGHT


def read_clock(text: str) -> Clock:
    """Return the time of day that `text` means.

    Raises:
        Unreadable: no day has such a time.
    """
    if text in NEAR_NOON:
        return Clock(NEAR_NOON[text], exact=True, hour=NEAR_NOON[text] // 60)
    if text in _NOON:
        return Clock(12 * 60, exact=True, hour=12)
    if is_midnight(text):
        return Clock(24 * 60, exact=True, hour=24)
    half = re.search(r"\ ?([ap])\.?m$", text)
    body = text[: half.start()] if half else text
    for pattern, minutes in _READERS:
        found = pattern.fullmatch(body)
        if found:
            return _relative(found, minutes, half[1] if half else "")
    return _numeric(body, half[1] if half else "")


_READERS = [
    (
        re.compile(
            re.escape(phrase)
            .replace(r"\{hour\}", r"(?P<hour>[^\s]+?)")
            .replace(r"\{minutes\}", r"(?P<minutes>[^\s]+)")
        ),
        minutes,
    )
    for phrase, minutes in OFFSETS.items()
]


def _relative(found: re.Match[str], minutes: int, half: str) -> Clock:
    counted = found.groupdict().get("minutes")
    if counted:
        minutes *= _MINUTES.get(counted) or int(counted)
    base = _numeric(found["hour"], half)
    return Clock(base.minute + minutes, base.exact, base.hour)


def _numeric(text: str, half: str) -> Clock:
    text = re.sub(r"(?<=[a-z])\ ([a-z-]+)$", _in_figures, text)
    text = re.sub(r"\ ?o['’]?clock$|(?<=[^\W\d])\ (?:uhr|heures?|horas?)$", "", text)
    text = re.sub(r"^(\d\d)(\d\d)(?!\d)", r"\1:\2", text)
    text = re.sub(r"(?<=[:.]\d\d)\ ?(?:uhr|hours|hrs|h)$", "", text)
    text = re.sub(r"(?<=\d)\ ?(?:uhr|heures?|horas?|hours|hrs|h)\ ?", ":", text).rstrip(":")
    hour, minute, second, *more = *text.replace(".", ":").split(":"), "0", "0"
    number = _HOURS.get(hour) or (int(hour) if hour.isdigit() else 99)
    if number > 23 or int(minute) > 59 or int(second) > 59 or len(more) > 2:
        raise Unreadable(Hint.NO_SUCH_TIME)
    if half and not 0 < number < 13:
        raise Unreadable(Hint.NO_SUCH_TIME)
    exact = bool(half) or hour.startswith("0") or not 1 <= number <= 12
    if half:
        number = number % 12 + 12 * (half == "p")
    return Clock(number * 60 + int(minute), exact, number)


def _in_figures(found: re.Match[str]) -> str:
    return f":{_PAST_HOUR[found[1]]}" if found[1] in _PAST_HOUR else found[0]
