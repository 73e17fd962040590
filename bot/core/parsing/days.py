"""Days and times of day, as people write them: `25.11.`, `next monday`, `half past 3`, `15 Uhr`.

The dates are read by `dateutil`; the patterns here only tell it which words are a date.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from dateutil import parser
from dateutil.relativedelta import relativedelta, weekday

from bot.core.hints import Hint
from bot.core.parsing.frames import MARK, one_of
from bot.core.parsing.lengths import NUMBERS


class Unreadable(Exception):
    """Words that name no time. Inside of this reading only: `whens.take` tells it as a value.

    Args:
        hint: why.
    """

    def __init__(self, hint: Hint) -> None:
        super().__init__(hint.value)
        self.hint = hint


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
"""Days by name: how many after today."""

DAY = rf"""(?:
    {one_of(_BY_NAME)} | (?:the\ )?day\ after\ tomorrow
  | in\ \d{{1,3}}\ (?:days?|weeks?|tagen|wochen)
  | (?:(?:next|this|coming|nächsten?|diesen?|kommenden?)\ )?{_WEEKDAY}
  | {_SHORT}(?=\ \d\d?\.) | {_DATE}
)"""
"""A verbose pattern of a day."""

_HALVES = r"(?:\ ?(?:am|pm|a\.m|p\.m))"
_HOUR = rf"(?:\d\d?|{one_of(name for name, n in NUMBERS.items() if n < 13 and len(name) > 2)})"
# "9 to 4" alone may be a time, or from nine to four.
_MINUTES = r"(?:half|quarter|five|ten|twenty|\d\d?(?=\ minutes|\ past|\ after)|(?<=at\ )\d\d?)"
_PAST = rf"(?=[\dfhqt]){_MINUTES}(?:\ minutes)?\ (?:past|to|after)"
_PLAIN = rf"(?:\d\d?[:.h]\d\d(?::\d\d)?(?:{_HALVES}|\ uhr|\ ?h(?:rs)?)?|\d\d?{_HALVES}|noon|midday)"
CLOCK = rf"""(?:
    {_PLAIN} | \d\d?\ ?uhr(?:\ \d\d)? | mittag | midnight | mitternacht
  | {_PAST}\ {_HOUR}{_HALVES}? | {_HOUR}\ o'clock{_HALVES}?
  | (?:(?<=at\ )|(?<=um\ )|(?<=@\ )|(?<=until\ )|(?<=till\ )|(?<=bis\ )|(?<=from\ ))
    (?:\d\d?\ ?h|(?:[01]\d|2[0-3])[0-5]\d(?!\d)|{_HOUR})
)"""
"""A verbose pattern of a time of day; a bare number or `15h` is one after `at` and its like."""

PLAIN_CLOCK = _PLAIN
MIDNIGHT = frozenset({"midnight", "mitternacht"})
_WORDED = {"noon": "12:00", "midday": "12:00", "mittag": "12:00"}
_DISTANCES = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20}


class _Names(parser.parserinfo):
    """The months by their English and German names."""

    MONTHS = _MONTHS  # type: ignore[assignment]  # (its own have two names, or three)


_PARSER = parser.parser(_Names(dayfirst=True))


def day_named(text: str, today: date) -> date:
    """Return the day that `text` means when it is said on `today`.

    Raises:
        Unreadable: there is no such day, or `text` may mean two.
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
    """Return whether a day is told by its name in the week alone."""
    return bool(re.search(rf"(?:{_WEEKDAY}|\b{_SHORT})$", text))


def number_in_week(text: str) -> int:
    """Return which day of the week `text` names: 0 for Monday."""
    name = text.rsplit(maxsplit=1)[-1]
    return next(n for n, starts in enumerate(_WEEKDAYS) if re.match(starts, name))


def _weekday(text: str, today: date) -> date:
    """Return the coming day of that name; a doubt where it may be this one or the next."""
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
    """Return the coming day of that number: of this month, or of the next that has it."""
    if not 1 <= number <= 31:
        raise Unreadable(Hint.NO_SUCH_TIME)
    months = (today + relativedelta(months=ahead, day=number) for ahead in range(3))
    return next(day for day in months if day >= today and day.day == number)


def _nearest(text: str, today: date) -> date:
    """Return this year's day, or next year's where that is nearer."""
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
        # Of 2026-12-01, dateutil too would take the first for the day, if it were asked to.
        day_first = not re.match(r"\d{4}", text)
        return _PARSER.parse(text.replace(".", "/"), default=default, dayfirst=day_first)
    except (parser.ParserError, OverflowError):
        raise Unreadable(Hint.NO_SUCH_TIME) from None


def clock_named(text: str) -> tuple[int, bool]:
    """Return the minute of the day that `text` means, and whether it may be twelve hours later.

    Raises:
        Unreadable: no day has such a time.
    """
    text = _WORDED.get(text, text)
    if text in MIDNIGHT:
        return 24 * 60, False
    past = re.match(r"(\w+)(?:\ minutes)?\ (past|to|after)\ ", text)
    if past:
        minute, loose = clock_named(text[past.end() :])
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
    try:
        read = _PARSER.parse(f"{hour}:{rest or '00'}{half[1] + 'm' if half else ''}")
    except parser.ParserError:
        raise Unreadable(Hint.NO_SUCH_TIME) from None
    if half and not 0 < int(hour) < 13:
        raise Unreadable(Hint.NO_SUCH_TIME)
    loose = not half and not hour.startswith("0") and 1 <= int(hour) <= 6
    return read.hour * 60 + read.minute, loose
