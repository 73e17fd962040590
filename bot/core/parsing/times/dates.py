"""Dates: `25.11.`, `25 November 2026`, `next monday`, `tomorrow`, `in 2 weeks`.

`dateutil` reads the numeric ones; the patterns here only find which words are a date.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from dateutil import parser
from dateutil.relativedelta import relativedelta, weekday

from bot.core.domain.hints import Hint
from bot.core.parsing.text.phrases import MARK, one_of
from bot.core.parsing.times import Unreadable
from bot.core.parsing.vocabulary.all_languages import (
    AFTER_DAYS,
    DAYS,
    MONTHS,
    NUMBERS,
    WEEKDAYS,
    all_of,
)

_SHORT = r"(?:mo|di|mi|do|fr|sa|so)"  # words as well, unless a date follows
_BY_WEEKDAY = {name: day for day, names in enumerate(WEEKDAYS) for name in names}
_BY_WEEKDAY |= {name: day for day, name in enumerate(("mo", "di", "mi", "do", "fr", "sa", "so"))}
_BY_MONTH = {name: month for month, names in enumerate(MONTHS, 1) for name in names}
_WEEKDAY = one_of(name for name in _BY_WEEKDAY if len(name) > 2)
_NEXT_BEFORE, _NEXT_AFTER = one_of(all_of("next_before")), one_of(all_of("next_after"))
_OF = one_of(all_of("of_month"))
_NEXT_WEEK = (
    "next week|nächste woche|nächster woche|kommende woche|la semaine prochaine|semaine prochaine"
    "|la próxima semana|próxima semana|la semana que viene|semana que viene"
).replace(" ", r"\ ")
_IN_NEXT_WEEK = (
    rf"(?:{_WEEKDAY}(?:\ (?:of|de|in))?\ (?:{_NEXT_WEEK})"
    rf"|(?:{_NEXT_WEEK})(?:\ (?:on|am|le|el))?\ {_WEEKDAY})"
)
_MONTH = one_of(_BY_MONTH)
_TH = r"(?:st|nd|rd|th|er|º)"
_YEAR = rf"(?:(?:\ {MARK})?\ (?:{_OF}\ )?\d{{4}})?"
_DATE = rf"""
    \d{{4}}[-/]\d\d?[-/]\d\d? | \d\d?-\d\d?-\d{{4}} | \d\d?-{_MONTH}(?:-\d{{4}})?
  | (?:the\ )?\d\d?{_TH}?\ (?:{_OF}\ )?{_MONTH}{_YEAR}
  | (?:the\ )?\d\d?(?:st|nd|rd|th)
  | {_MONTH}\ (?:the\ )?\d\d?{_TH}?{_YEAR}
  | \d\d?/\d\d?(?:/(?:\d{{4}}|\d\d))?
  | (?<!at\ )(?<!um\ )(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])(?:\.(?:\d{{4}}|\d\d))?
    (?!\ uhr)
"""
_COUNT = rf"(?:\d{{1,3}}|{one_of(NUMBERS)})"
AFTER_DAYS_PATTERN = rf"(?:{one_of(all_of('into'))})\ {_COUNT}\ {one_of(AFTER_DAYS)}(?:\ time)?"
DAY = rf"""(?:
    {_IN_NEXT_WEEK} | {one_of(DAYS)} | {AFTER_DAYS_PATTERN}
  | (?:{_NEXT_BEFORE}\ )?{_WEEKDAY}(?:\ {_NEXT_AFTER})?
  | {_SHORT}(?=\ \d\d?\.) | {_DATE}
)"""
"""Verbose pattern: a date."""


class _Names(parser.parserinfo):
    """The months by their names in all languages."""

    MONTHS = list(map(tuple, MONTHS))  # type: ignore[arg-type] # noqa: RUF012 - as in its base


_PARSER = parser.parser(_Names(dayfirst=True))


def read_day(text: str, today: date) -> date:
    """Return the date that `text` means when it is written on `today`.

    Raises:
        Unreadable: no such date exists, or `text` could mean two.
    """
    if text in DAYS:
        return today + timedelta(days=DAYS[text])
    if re.fullmatch(AFTER_DAYS_PATTERN, text):
        *_, number, unit = text.removesuffix(" time").split()
        count = int(number) if number.isdigit() else NUMBERS[number]
        return today + timedelta(days=count * AFTER_DAYS[unit])
    if re.search(r"\d", text):
        return _date(text, today)
    return _weekday(text, today)


def is_weekday(text: str) -> bool:
    """Return whether `text` is a day of the week, not a date."""
    return not re.search(r"\d", text) and text not in DAYS and _number_in(text) is not None


def number_in_week(text: str) -> int:
    """Return the day of the week that `text` names: 0 for Monday."""
    return _number_in(text) or 0


def _number_in(text: str) -> int | None:
    return next((_BY_WEEKDAY[each] for each in text.split() if each in _BY_WEEKDAY), None)


def _weekday(text: str, today: date) -> date:
    """Return the next day with that name; raise if it could be this or next week's."""
    number = number_in_week(text)
    if re.search(_NEXT_WEEK.replace(r"\ ", " "), text):
        return today + timedelta(days=7 - today.weekday() + number)
    found = today + relativedelta(days=+1, weekday=weekday(number)(+1))
    following = bool(_FOLLOWING.search(text))
    same_week = found.isocalendar()[:2] == today.isocalendar()[:2]
    if (following and same_week) or (not following and number == today.weekday()):
        raise Unreadable(Hint.WHICH_DAY)
    return found


_FOLLOWING = re.compile(r"\bnext|\bnächst|\bnaechst|próxim|proxim|\bprochain|viene|vient")


def _date(text: str, today: date) -> date:
    text = re.sub(rf"{MARK}|\b{_OF}\b|\bthe\b", " ", text, flags=re.VERBOSE)
    text = re.sub(r"(?<=\d)(?:er|º)\b", "", " ".join(text.split()))
    text = re.sub(r"(?<=\d)-(?=[^\W\d])|(?<=[^\W\d])-(?=\d)", " ", text)
    if re.fullmatch(r"\d\d?[./]\d\d?[./]\d\d", text):
        text = f"{text[:-2]}20{text[-2:]}"
    numbers = re.fullmatch(r"(\d\d?)[/-](\d\d?)(?:[/-]\d{4})?", text)
    if numbers and numbers[1] != numbers[2] and max(int(numbers[1]), int(numbers[2])) <= 12:
        raise Unreadable(Hint.WHICH_DAY)
    if re.search(r"\d{4}", text):
        return _read(text, today).date()
    if re.fullmatch(r"\d\d?[a-z]+", text):
        return _day_of_month(int(text[:-2]), today)
    return _nearest(text, today)


def _day_of_month(number: int, today: date) -> date:
    """Return the next day with that number, in this month or the first later one that has it."""
    if not 1 <= number <= 31:
        raise Unreadable(Hint.NO_SUCH_TIME)
    months = (today + relativedelta(months=ahead, day=number) for ahead in range(3))
    return next(day for day in months if day >= today and day.day == number)


def _nearest(text: str, today: date) -> date:
    """Return the date in this year, or in the next one if that is nearer."""
    later = today.replace(day=1, year=today.year + 1)
    try:
        found = _read(text, today).date()
    except Unreadable:
        return _read(text, later).date()  # 29 February
    if today - found > timedelta(days=180):
        return _read(text, later).date()
    return found


def _read(text: str, today: date) -> datetime:
    default = datetime(today.year, today.month, 1)  # noqa: DTZ001 - a day has no zone
    try:
        # With dayfirst, dateutil would read the 12 of 2026-12-01 as the day.
        day_first = not re.match(r"\d{4}", text)
        return _PARSER.parse(text.replace(".", "/"), default=default, dayfirst=day_first)
    except (parser.ParserError, OverflowError):
        raise Unreadable(Hint.NO_SUCH_TIME) from None
