"""Dates: `25.11.`, `25 November 2026`, `next monday`, `tomorrow`, `in 2 weeks`.

`dateutil` reads the numeric ones; the patterns here only find which words are a date.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from dateutil import parser
from dateutil.relativedelta import relativedelta, weekday

from bot.core.domain.hints import Hint
from bot.core.parsing.phrases import MARK, one_of
from bot.core.parsing.times import Unreadable

_WEEKDAYS = ("mo", "tu|di", "we|mi", "th|do", "fr", "sa", "su|so")
_SHORT = r"(?:mo|di|mi|do|fr|sa|so)"  # words as well, unless a date follows
_WEEKDAY = (
    r"(?:(?=[dfmstw])"
    r"(?:mondays?|mon|tuesdays?|tues?|wednesdays?|wed|thursdays?|thurs?|thu|fridays?|fri"
    r"|saturdays?|sat|sundays?|sun|montags?|dienstags?|mittwochs?|donnerstags?|freitags?"
    r"|samstags?|sonnabends?|sonntags?))"
)
_MONTHS = [
    *(("jan", "january", "januar"), ("feb", "february", "februar"), ("mar", "march", "märz")),
    *(("apr", "april"), ("may", "mai"), ("jun", "june", "juni"), ("jul", "july", "juli")),
    *(("aug", "august"), ("sep", "sept", "september"), ("oct", "october", "okt", "oktober")),
    *(("nov", "november"), ("dec", "december", "dez", "dezember")),
]
_MONTH = one_of(name for names in _MONTHS for name in names)
_YEAR = rf"(?:(?:\ {MARK})?\ \d{{4}})?"
_DATE = rf"""
    \d{{4}}[-/]\d\d?[-/]\d\d? | \d\d?-\d\d?-\d{{4}}
  | (?:the\ )?\d\d?(?:st|nd|rd|th)?\ (?:of\ )?{_MONTH}{_YEAR}
  | (?:the\ )?\d\d?(?:st|nd|rd|th)
  | {_MONTH}\ (?:the\ )?\d\d?(?:st|nd|rd|th)?{_YEAR}
  | \d\d?/\d\d?(?:/(?:\d{{4}}|\d\d))?
  | (?<!at\ )(?<!um\ )(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])(?:\.(?:\d{{4}}|\d\d))?
    (?!\ uhr)
"""
_TOMORROW = (
    *("tomorrow", "tomorow", "tomorrrow", "tommorow", "tommorrow", "tomorro", "tmrw", "tmr"),
    *("2moro", "2morrow", "morgen"),
)
_BY_NAME = {
    **dict.fromkeys(("yesterday", "gestern"), -1),
    **dict.fromkeys(("today", "heute"), 0),
    **dict.fromkeys(_TOMORROW, 1),
    "übermorgen": 2,
}
"""Days after today, by name."""

DAY = rf"""(?:
    {one_of(_BY_NAME)} | (?:the\ )?day\ after\ tomorrow
  | in\ \d{{1,3}}\ (?:days?|weeks?|tagen|wochen)
  | (?:(?:next|this|coming|nächsten?|diesen?|kommenden?)\ )?{_WEEKDAY}
  | {_SHORT}(?=\ \d\d?\.) | {_DATE}
)"""
"""Verbose pattern: a date."""


class _Names(parser.parserinfo):
    """The months by their English and German names."""

    MONTHS = _MONTHS  # type: ignore[assignment]  # (its own have two names, or three)


_PARSER = parser.parser(_Names(dayfirst=True))


def read_day(text: str, today: date) -> date:
    """Return the date that `text` means when it is written on `today`.

    Raises:
        Unreadable: no such date exists, or `text` could mean two.
    """
    if text in _BY_NAME:
        return today + timedelta(days=_BY_NAME[text])
    if "after" in text:
        return today + timedelta(days=2)
    if text.startswith("in "):
        number = int(text.split()[1])
        return today + timedelta(days=number * (7 if " w" in text else 1))
    if re.search(r"\d", text):
        return _date(text, today)
    return _weekday(text, today)


def is_weekday(text: str) -> bool:
    """Return whether `text` is a day of the week and no date."""
    return bool(re.search(rf"(?:{_WEEKDAY}|\b{_SHORT})$", text))


def number_in_week(text: str) -> int:
    """Return the day of the week that `text` names: 0 for Monday."""
    name = text.rsplit(maxsplit=1)[-1]
    return next(n for n, starts in enumerate(_WEEKDAYS) if re.match(starts, name))


def _weekday(text: str, today: date) -> date:
    """Return the next day of that name; raise where it could be this week's or next week's."""
    number = number_in_week(text)
    found = today + relativedelta(days=+1, weekday=weekday(number)(+1))
    following = text.startswith(("next", "nächst"))
    same_week = found.isocalendar()[:2] == today.isocalendar()[:2]
    if (following and same_week) or (not following and number == today.weekday()):
        raise Unreadable(Hint.WHICH_DAY)
    return found


def _date(text: str, today: date) -> date:
    text = " ".join(text.replace(MARK, " ").split()).removeprefix("the ")
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
    default = datetime(today.year, today.month, 1)  # noqa: DTZ001 (a day has no zone)
    try:
        # With dayfirst, dateutil would read the 12 of 2026-12-01 as the day.
        day_first = not re.match(r"\d{4}", text)
        return _PARSER.parse(text.replace(".", "/"), default=default, dayfirst=day_first)
    except (parser.ParserError, OverflowError):
        raise Unreadable(Hint.NO_SUCH_TIME) from None
