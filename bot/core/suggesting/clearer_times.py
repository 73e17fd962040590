"""Rewrites a sentence whose time has two meanings, once for each meaning.

The results are only suggested, and only if the grammar can parse them. A new form is one row.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import time
from itertools import chain

from bot.core.composing.tokens import tokens
from bot.core.domain.hints import Hint
from bot.core.parsing.text.phrases import one_of
from bot.core.parsing.times import Unreadable
from bot.core.parsing.times.clock_times import RELATIVE, read_clock
from bot.core.parsing.vocabulary.all_languages import (
    AFTER_DAYS,
    DAYS,
    LENGTHS,
    MONTHS,
    NUMBERS,
    PARTS,
    UNITS,
    WEEKDAYS,
    all_of,
)

_UNCLEAR = frozenset({Hint.WHICH_TIME, Hint.WHICH_HALF, Hint.PAST, Hint.WHAT_HOUR})
"""Hints about a time that was understood in part."""

UNCLEAR_TIMES = _UNCLEAR | {Hint.MISSING, Hint.WHAT, Hint.UNKNOWN, Hint.WHICH_DAY}
"""Hints after which a time may have several meanings."""

_NO_TIMES = frozenset(tokens("the a in on of for le la der die das el"))
_PHRASES = (*DAYS, *AFTER_DAYS, *LENGTHS, *NUMBERS, *PARTS, *UNITS, *all_of("vague"))
_OTHER_TIMES = "next last this coming early late eod cob week weekend month year time clock o'clock"
TIME_WORDS = frozenset(
    word
    for phrase in (*_PHRASES, *chain.from_iterable((*MONTHS, *WEEKDAYS)), _OTHER_TIMES)
    for word in tokens(phrase)
    if word not in _NO_TIMES
)
"""Words that may say when."""

_AT = r"(?P<at>(?:at|@|um|à|a\ las)\ )?"
_UNTIL = one_of(all_of("until"))
_NAMES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_HOURS = {name: hour for hour, name in enumerate((*_NAMES, "eleven", "twelve"), start=1)}
_NAMEN = ("eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn")
_STUNDEN = {name: hour for hour, name in enumerate((*_NAMEN, "elf", "zwölf"), start=1)}
_WORKING_DAY = range(7, 19)
"""The hours that are suggested first."""


def _clocks(hour: int, minute: int = 0) -> list[str]:
    """Return the times of day that an hour of a twelve-hour clock can mean, the likelier first."""
    if not (1 <= hour <= 12 and 0 <= minute < 60):
        return []
    both = [hour % 12, hour % 12 + 12]
    both.sort(key=lambda each: each not in _WORKING_DAY)
    return [f"{each:02d}:{minute:02d}" for each in both]


def _hour(found: re.Match[str]) -> list[str]:
    clocks = _clocks(int(found["hour"]))
    days = [f"{day} {clock}" for day in ("today", "tomorrow") for clock in clocks]
    return [*days, *(f"at {clock}" for clock in clocks)]


def _of_day(found: re.Match[str]) -> list[str]:
    return [f"{found['day']} {clock}" for clock in _clocks(int(found["hour"]))]


def _span(found: re.Match[str]) -> list[str]:
    """Return the spans of up to half a day that two bare hours can mean."""
    longer = (int(found["end"]) - int(found["hour"])) % 12 or 12
    starts = [time.fromisoformat(each) for each in _clocks(int(found["hour"]))]
    return [f"{start:%H:%M} - {(start.hour + longer) % 24:02d}:00" for start in starts]


def _four_digits(found: re.Match[str]) -> list[str]:
    return [f"{found['hour']}:{found['minute']}"]


def _next(found: re.Match[str]) -> list[str]:
    """Next Friday is this week's for some, and next week's for others."""
    name = found["weekday"].casefold()
    day = next(names for names in WEEKDAYS if name in names)[0]
    return [f"on {day}", f"on {day} next week"]


def _weeks(found: re.Match[str]) -> list[str]:
    return [f"in {found['count']} weeks"]


def _in_weeks(found: re.Match[str]) -> list[str]:
    return [found["weeks"]]


def _half_before(found: re.Match[str]) -> list[str]:
    """Return the times of the German half hours: `halb drei` is 2:30."""
    return _clocks((_STUNDEN.get(found["hour"].lower()) or int(found["hour"])) - 1 or 12, 30)


def _until(found: re.Match[str]) -> list[str]:
    return [f"{found['until']} {clock}" for clock in _clocks(int(found["hour"]))]


def _half(found: re.Match[str]) -> list[str]:
    """Return both times that `half three` can mean: 3:30 in Britain, 2:30 for Germans."""
    said = found["hour"].lower()
    hour = _HOURS.get(said) or int(said)
    return [_clocks(hour, 30)[0], _clocks(hour - 1 or 12, 30)[0]]


def _hour_and_minute(found: re.Match[str]) -> list[str]:
    return _clocks(int(found["hour"]), int(found["minute"]))


def _relative(found: re.Match[str]) -> list[str]:
    """Half past five is 5:30 or 17:30."""
    try:
        clock = read_clock(found["clock"].lower())
    except Unreadable:
        return []
    return _clocks(clock.minute // 60 or 12, clock.minute % 60)


def _letter(found: re.Match[str]) -> list[str]:
    return [f"{found['hour']}{found['half'].lower()}m"]


def _moved(found: re.Match[str]) -> list[str]:
    return [f"{found['to']} {clock}" for clock in _clocks(int(found["hour"]))]


def _made(found: re.Match[str]) -> list[str]:
    """Return the times that `make it 3` moves a meeting to."""
    return [f"move to {clock}" for clock in _clocks(int(found["hour"]))]


def _minutes(found: re.Match[str]) -> list[str]:
    """Minutes behind an hour are its own, or the length."""
    hour, minutes = int(found["hour"]), int(found["minute"])
    at = [f"{hour}:{minutes:02d}"] if minutes < 60 else []
    return [f"{hour}:00 for {minutes} min", *at] if hour < 24 else []


def _number(found: re.Match[str]) -> list[str]:
    number = int(found["number"])
    return [f"in {number} minutes", *([f"in {number} hours"] if 1 < number <= 12 else [])]


_TODAY = one_of(name for name, days in DAYS.items() if days == 0)
_DAY = one_of({*DAYS, *chain.from_iterable(WEEKDAYS)})
_HOUR = r"1[0-2]|[1-9]"
_NEXT = one_of(
    ("next", "coming", "nächsten", "nächster", "kommenden", "am nächsten", "am kommenden")
)
_WEEKDAY = one_of(chain.from_iterable(WEEKDAYS))

_MAKE_IT = (
    r"(?:(?:(?:can|could|shall)\ we|let['’]?s|please|bitte|können\ wir|on\ peut|podemos)\ )?"
    r"(?:(?:make|do)\ (?:it|that|this)(?:\ at)?"
    r"|mach(?:t|en)?(?:\ (?:wir|sie|es|das)){0,2}(?:\ (?:auf|um))?"
    r"|(?:fai(?:s|tes|re)|met(?:s|tez|tre))(?:-(?:le|la|ça))?\ à"
    r"|(?:hazl|ponl|poner?l|hacerl)[oa]\ a\ las?)"
)
_AFTER_HOUR = (
    r"(?:\ ?(?:uhr|h))?(?:\ (?:instead|please|then|bitte|lieber|plutôt|svp|mejor|machen|daraus))*"
    r"\s?[?.!]*"
)

_Meanings = Callable[[re.Match[str]], list[str]]


def _whole_words(*rows: tuple[str, _Meanings]) -> tuple[tuple[re.Pattern[str], _Meanings], ...]:
    """Return rows of a form and its meanings, whose forms match whole words only."""
    flags = re.IGNORECASE | re.VERBOSE
    return tuple(
        (re.compile(rf"(?<!\S){form}(?![\w.:-])", flags), meanings) for form, meanings in rows
    )


_ROWS = _whole_words(
    (rf"(?P<until>{_UNTIL})\ (?P<hour>1[0-2]|[1-9])(?:\ ?uhr|\ ?h|\ o['’]clock)?", _until),
    (rf"{_AT}halb\ (?P<hour>{'|'.join(_STUNDEN)}|{_HOUR})", _half_before),
    (rf"{_AT}half\ (?P<hour>{'|'.join(_HOURS)}|1[0-2]|[1-9])", _half),
    (rf"{_AT}(?P<clock>{RELATIVE})", _relative),
    (rf"{_AT}(?P<hour>1[0-2]|0?[1-9])[.\ :](?P<minute>[0-5]\d)", _hour_and_minute),
    (rf"{_AT}(?P<hour>1[0-2]|[1-9])\ ?(?P<half>[ap])", _letter),
    (r"in\ (?P<number>\d{1,3})", _number),
    (r"(?:at|@|um|à|a\ las)\ (?P<hour>1[0-2]|[1-9])(?:\ ?-?ish|\ o['’]clock)?", _hour),
    (r"(?P<hour>1[0-2]|[1-9])\ ?-?ish", _hour),
)
"""Forms of an unclear time."""

_WHEREVER_UNCLEAR = _whole_words(
    (r"(?P<to>to|auf|à|a\ las|para\ las)\ (?P<hour>1[0-2]|[1-9])(?:\ ?uhr|\ ?h)?", _moved),
    (rf"{_MAKE_IT}\ (?P<hour>{_HOUR}){_AFTER_HOUR}$", _made),
    (rf"(?:on\ )?{_NEXT}\ (?P<weekday>{_WEEKDAY})", _next),
    (rf"(?:le\ |el\ )?(?P<weekday>{_WEEKDAY})\ (?:prochain|próximo|que\ viene)", _next),
    (rf"(?:el\ )?próximo\ (?P<weekday>{_WEEKDAY})", _next),
    (rf"(?P<day>{_DAY})\ (?P<hour>{_HOUR})(?!\ ?(?:[-–:.]|to\ |bis\ |à\ |a\ ))", _of_day),
    (rf"(?P<hour>{_HOUR})\ ?(?:-|–|to|bis|à|a)\ ?(?P<end>{_HOUR})", _span),
    (r"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)", _four_digits),
    (r"(?P<count>a|one|two|three|[2-9])\ weeks?\ from\ (?:today|now)", _weeks),
    (rf"(?:{_TODAY})\ (?P<weeks>in\ (?:a|two|einer|zwei)\ w(?:eeks?|ochen?))", _in_weeks),
    (r"(?P<hour>\d\d?)\ (?:uhr|h)\ (?P<minute>[1-9]\d?)\ (?:minuten|min|minutes)", _minutes),
)
"""Forms that may leave something else unclear than the time."""


def sentences(sentence: str, hint: Hint) -> Iterator[str]:
    """Yield the sentence with a clear time, for each meaning of the time in it.

    An exact time that has passed has one meaning only, unlike a bare hour.
    """
    rows = (*_WHEREVER_UNCLEAR, *_ROWS) if hint in _UNCLEAR else _WHEREVER_UNCLEAR
    for form, meanings in rows:
        if hint is Hint.PAST and meanings not in (_hour, _weeks):
            continue
        for found in form.finditer(sentence):
            for meaning in meanings(found):
                yield f"{sentence[: found.start()]}{meaning}{sentence[found.end() :]}"
