"""Reads when a meeting begins and how long it lasts.

Links and invitations go out at once, so the bot asks about a time that is in the past, doesn't
exist, or could mean two times.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

from bot.core.domain.commands import Unclear
from bot.core.domain.hints import Hint
from bot.core.domain.unknown_zone import is_assumed
from bot.core.parsing.text.phrases import partition
from bot.core.parsing.text.words import Word, Words
from bot.core.parsing.times import Unreadable, durations, time_zones
from bot.core.parsing.times.clock_spans import ends
from bot.core.parsing.times.clock_times import read_clock
from bot.core.parsing.times.dates import is_weekday
from bot.core.parsing.times.resolver import Point, fitting_minutes, resolve, settled, zone_of
from bot.core.parsing.times.time_phrases import CLOCKS
from bot.core.parsing.vocabulary.all_languages import PARTS

_BARE_HOURS = re.compile(r"(?:[7-9]|1\d|2[0-3]) ?h(?:eures|oras)?", re.IGNORECASE)
_ALIKE = {
    **dict.fromkeys(("no_length", "bare_clock"), "clock"),
    "bare_span": "span",
    "from_now": "after",
}
"""Phrases with the same meaning but different patterns."""

_UNCLEAR = {
    "series": Hint.SERIES,
    "vague": Hint.WHICH_TIME,
    "vague_length": Hint.PURPOSE,
}
_MEANINGS = (
    *("iso", "after", "length", "span", "day", "clock", "until", "part", "zone"),
    *(*_ALIKE, *_UNCLEAR),
)
_AT_THE_LATEST = ("by ",)
"""What comes before a time by which something is to begin or to be done: no beginning."""


def take(words: Words, now: datetime) -> tuple[dict[str, object], Words] | Unclear:
    """Return the beginning and the duration in minutes, or a question."""
    time_words, rest = partition([word for word in words if word.means != "now"], *_MEANINGS)
    if not time_words:
        return {}, rest
    for word in time_words:
        if word.means in _UNCLEAR:
            return Unclear(word.raw[:100], _why_unclear(word))
        if word.means == "clock" and word.raw.casefold().startswith(_AT_THE_LATEST):
            return Unclear(word.raw[:100], Hint.WHICH_TIME)
    read = [replace(word, means=_ALIKE.get(word.means, word.means)) for word in time_words]
    try:
        opens, minutes = _resolved(read, now)
    except Unreadable as unreadable:
        said = " ".join(word.raw for word in time_words)
        return Unclear(said[:100], unreadable.hint)
    if opens and len(rest) + len(time_words) < len(words):
        return Unclear(f"now, {' '.join(word.raw for word in time_words)}"[:100], Hint.WHICH_TIME)
    values: dict[str, Any] = {"opens": opens, "minutes": minutes}
    return values | ({"zone_assumed": True} if is_assumed(opens) else {}), rest


def _why_unclear(word: Word) -> Hint:
    counted = word.means == "vague_length" and any(char.isdigit() for char in word.raw)
    return Hint.HOW_LONG if counted else _UNCLEAR[word.means]


def say(opens: datetime | None, minutes: int | None) -> str:
    """Return a beginning and a duration as words of a canonical sentence, with offset and zone."""
    length = f"for {minutes}m" if minutes else ""
    if not opens:
        return length
    if is_assumed(opens):  # so that the bot asks about it whenever it is parsed again
        opens = opens.replace(tzinfo=None)
    exact = "minutes" if not (opens.second or opens.microsecond) else "auto"
    named = getattr(opens.tzinfo, "key", "")
    match = re.fullmatch(time_zones.NAMED, named.casefold(), re.VERBOSE)
    zone = named if match and time_zones.zone_named(named) == named else ""
    return " ".join(filter(None, ("at", opens.isoformat(timespec=exact), zone, length)))


def _resolved(time_words: list[Word], now: datetime) -> tuple[datetime | None, int | None]:
    start, end, length = _split_into_start_and_end(time_words)
    if start.clock and not start.zone:
        start.zone = end.zone  # from 3pm to 4pm in London: both
    opens = None if start.empty else _beginning(start, end, now)
    if end.empty:
        return opens, length
    minutes = _minutes_until(end, start, opens, now)
    if length not in {None, minutes}:
        raise Unreadable(Hint.WHICH_TIME)
    return opens, minutes


def _split_into_start_and_end(time_words: list[Word]) -> tuple[Point, Point, int | None]:
    """Return the words for the beginning and the end, and the duration in minutes."""
    start, end = Point(), Point()
    lengths_told: set[int] = set()
    point = start
    for word in _parted(_with_bare_hours(time_words)):
        if word.means == "until":
            point = end
        elif word.means == "length":
            lengths_told.add(_length_told(word))
        elif word.means == "day" and end.clock and not start.day:
            _tell(start, word)  # from 15:00 to 16:00 on Friday
        else:
            _tell(point, word)
    if len(lengths_told) > 1 or (point is end and end.empty):
        raise Unreadable(Hint.WHICH_TIME)
    if start.empty and any(map(_may_be_a_clock, time_words)):
        raise Unreadable(Hint.WHICH_TIME)
    if 0 in lengths_told:
        raise Unreadable(Hint.ENDS_FIRST)
    return start, end, next(iter(lengths_told), None)


def _length_told(word: Word) -> int:
    if not durations.adds_up(word.value):
        raise Unreadable(Hint.HOW_LONG)
    return durations.minutes(word.value)


def _with_bare_hours(time_words: list[Word]) -> list[Word]:
    """Read a `10h` right after a day as a time of day, as in `demain 10h`."""
    if any(word.means in CLOCKS for word in time_words):
        return time_words
    return [
        replace(word, means="clock")
        if before and before.means == "day" and _may_be_a_clock(word)
        else word
        for before, word in zip([None, *time_words], time_words, strict=False)
    ]


def _parted(time_words: list[Word]) -> list[Word]:
    """Split each span, such as `15:00-16:00`, into a time, an `until` and a time."""
    parted: list[Word] = []
    for word in time_words:
        if word.means == "span":
            first, last = ends(word.value)
            parted.append(replace(word, means="clock", value=first))
            parted.append(replace(word, means="until"))
            parted.append(replace(word, means="clock", value=last))
        else:
            parted.append(word)
    return parted


def _tell(point: Point, word: Word) -> None:
    if word.means == "day" and point.day and is_weekday(word.value) != is_weekday(point.day):
        # Friday, 27 November: the weekday has to match the date.
        day, week = sorted((word.value, point.day), key=is_weekday)
        point.day, point.weekday = day, week
        return
    before = getattr(point, word.means)
    if before and before != word.value:
        raise Unreadable(Hint.WHICH_DAY if word.means == "day" else Hint.WHICH_TIME)
    is_written = word.means == "clock" and word.value[:1].isdigit()
    if is_written and word.raw.casefold().startswith("for ") and _is_small(word.value):
        raise Unreadable(Hint.WHICH_TIME)  # "for 1:30" may be an hour and a half
    setattr(point, word.means, word.value)


def _may_be_a_clock(word: Word) -> bool:
    """Return whether a duration could be a time of day: `15h` can mean 15:00, as `15h30` does."""
    return word.means == "length" and bool(_BARE_HOURS.fullmatch(word.raw))


def _is_small(clock: str) -> bool:
    return read_clock(clock).is_small


def _beginning(start: Point, end: Point, now: datetime) -> datetime:
    opens = resolve(_with_part_of(end, start), now, now)
    # In UTC, because Python compares two times of one zone by their local time.
    if opens.astimezone(UTC) < now.astimezone(UTC).replace(second=0, microsecond=0):
        raise Unreadable(Hint.PAST)
    return opens


def _with_part_of(end: Point, start: Point) -> Point:
    """Return `start` with the part of the day from the end of a span, if it fits."""
    if start.part or not (end.part and start.clock and end.clock) or end.day:
        return start
    clock, last = read_clock(start.clock), read_clock(end.clock)
    fitting = [each for each in clock.minutes if PARTS[end.part].allows(each)]
    if fitting and fitting[0] < fitting_minutes(last, end.part)[0]:
        return replace(start, part=end.part)
    return start


def _minutes_until(end: Point, start: Point, opens: datetime | None, now: datetime) -> int:
    begins = opens or now
    if end.day or end.iso or end.after or not end.clock:
        ends = resolve(_on_day(end, start, opens), now, begins)
    else:
        ends = _first_end(end, start, begins, now)
    minutes = -((begins.astimezone(UTC) - ends.astimezone(UTC)) // timedelta(minutes=1))
    if minutes <= 0:
        raise Unreadable(Hint.ENDS_FIRST if opens else Hint.PAST)
    if minutes > 999_999:
        raise Unreadable(Hint.NO_SUCH_TIME)
    return minutes


def _on_day(end: Point, start: Point, opens: datetime | None) -> Point:
    if opens and not (end.day or end.iso):
        return replace(end, day=f"{opens:%Y-%m-%d}", zone=end.zone or start.zone)
    return end


_LONGEST_NIGHT = 12 * 60
"""The most minutes of a span that crosses midnight."""


def _first_end(end: Point, start: Point, begins: datetime, now: datetime) -> datetime:
    """Return the first moment after the beginning with that time of day, maybe past midnight."""
    zone = zone_of(end.zone or (start.zone if not start.empty else ""), now)
    local = begins.astimezone(zone) if end.zone or start.zone else begins
    fitting = fitting_minutes(read_clock(end.clock), end.part)
    passed = local.hour * 60 + local.minute
    nights = [each + 24 * 60 for each in fitting if each + 24 * 60 - passed <= _LONGEST_NIGHT]
    minute = next((each for each in (*fitting, *nights) if each > passed), None)
    if minute is None:
        raise Unreadable(Hint.PAST if start.empty else Hint.ENDS_FIRST)
    midnight = datetime.combine(local.date(), time(), local.tzinfo)
    return settled(midnight + timedelta(minutes=minute), end, begins)
