"""Reads one time for a meeting that there is: without a day, it is on the meeting's own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, time, timedelta
from itertools import zip_longest
from typing import Any

from bot.core.domain.commands import Unclear
from bot.core.domain.hints import Hint
from bot.core.domain.unknown_zone import UNKNOWN_ZONE
from bot.core.parsing.text.words import Word, Words, is_capital_a, joined
from bot.core.parsing.times import Unreadable, schedule
from bot.core.parsing.times.clock_times import is_midnight, read_clock
from bot.core.parsing.times.resolver import fitting_minutes, zone_of
from bot.core.parsing.vocabulary.all_languages import all_of, sentence_words

_CLOCKS = frozenset({"clock", "bare_clock", "no_length"})
SPANS = frozenset({"span", "bare_span"})
_SETS_DAY = frozenset({"day", "iso", "after", "from_now"})
SETS_TIME = _CLOCKS | SPANS | _SETS_DAY | {"part", "until", "vague", "series"}
"""The phrases that say when."""

TO = sentence_words("to") | {"for", "until"}
LEADS = TO | {word for lead in all_of("leads") for word in lead.split()}
"""Words that lead to a time."""


def take(words: Words, now: datetime, *, bare: bool = True) -> dict[str, Any] | Unclear:
    """Return the values of `opens`, `clock`, `minutes` and `zone_assumed`.

    Args:
        words: all words, of which those that say a time count; the first may be led by `until`.
        now: when they were written.
        bare: whether a number alone, such as `9`, is taken for an hour of the morning.
    """
    time_words = list(_without_to(words))
    own_day = not any(word.means in _SETS_DAY for word in time_words)
    if own_day and _is_either_half(time_words, bare=bare):
        return Unclear(joined(words)[:100], Hint.WHICH_HALF)
    if own_day and any(is_midnight(word.value) for word in time_words if word.means in _CLOCKS):
        return Unclear(joined(words)[:100], Hint.WHICH_DAY)  # the day's beginning, or its end
    taken = schedule.take(time_words, _midnight(time_words, now) if own_day else now)
    if isinstance(taken, Unclear):
        return taken
    values = dict(taken[0])
    opens = values.get("opens")
    if not isinstance(opens, datetime):
        return Unclear("", Hint.MISSING)
    if own_day:
        values |= {"opens": None, "clock": opens.timetz().replace(fold=0)}
    return values


def _midnight(words: Words, now: datetime) -> datetime:
    """Return a moment after which each time of day is still to come, in their zone."""
    named = next((word.value for word in words if word.means == "zone"), "")
    with suppress(Unreadable):  # which is said when it is read
        now = now.astimezone(zone_of(named, now)) if named else now
    return now.replace(hour=0, minute=0, second=0, microsecond=0)


def _is_either_half(words: Words, *, bare: bool) -> bool:
    """Return whether a time of day may be in the morning or in the afternoon."""
    part = next((word.value for word in words if word.means == "part"), "")
    clocks = [word.value for word in words if word.means in _CLOCKS]
    try:
        return any(
            len(fitting_minutes(read_clock(each), part)) > 1
            for each in clocks
            if read_clock(each).is_small or (each.isalnum() and not bare)
        )
    except Unreadable:
        return False  # which is said when it is read


def _without_to(words: Words) -> Iterator[Word]:
    """Yield `words` without a `to` that leads to the beginning: it only looks like an end."""
    begun = False
    for word in words:
        if word.means == "until" and not begun:
            continue
        begun = begun or word.means in SETS_TIME
        yield word


def without_times(words: Words) -> list[Word]:
    """Return the words that say no time, and lead to none."""
    pairs = zip_longest(words, words[1:])
    return [
        word
        for word, after in pairs
        if not (word.means and word.means not in {"number", "hash"})
        and not (_leads(word) and after is not None and after.means not in {"", "hash"})
    ]


def _leads(word: Word) -> bool:
    return word.key in LEADS and not is_capital_a(word)


def say(opens: datetime | None, clock: time | None) -> str:
    """Return a time as words of a canonical sentence; empty for none."""
    if opens:
        return schedule.say(opens, None)
    if clock is None:
        return ""
    seconds = f":{clock:%S}" if clock.second else ""
    return " ".join(filter(None, (f"at {clock:%H:%M}{seconds}", _zone(clock))))


def _zone(clock: time) -> str:
    if clock.tzinfo is UNKNOWN_ZONE:
        return ""
    offset = clock.utcoffset()
    if offset is None:  # it depends on the day
        return getattr(clock.tzinfo, "key", "")
    return f"UTC{'-' if offset < timedelta() else '+'}{_clock_of(abs(offset))}"


def _clock_of(offset: timedelta) -> str:
    hours, minutes = divmod(offset // timedelta(minutes=1), 60)
    return f"{hours:02}:{minutes:02}"
