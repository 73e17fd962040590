"""The slot of `move`: when a meeting begins instead, or how much later or earlier."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, time, timedelta
from itertools import zip_longest

from bot.core.domain.commands import Unclear
from bot.core.domain.hints import Hint
from bot.core.domain.unknown_zone import UNKNOWN_ZONE
from bot.core.parsing.slots.slot import FILLERS, Slot, Taken
from bot.core.parsing.text.phrases import one_of
from bot.core.parsing.text.words import Word, Words, joined
from bot.core.parsing.times import Unreadable, durations, schedule, time_phrases
from bot.core.parsing.times.clock_times import read_clock
from bot.core.parsing.times.resolver import fitting_minutes, zone_of
from bot.core.parsing.vocabulary.all_languages import all_of, sentence_words

_PATTERN = rf"""
    (?P<later>{one_of(sentence_words("later"))})(?!\ than(?!\S))
  | (?P<earlier>{one_of(sentence_words("earlier"))})(?!\ than(?!\S))
  | (?P<forward>forward) | {time_phrases.PATTERN}
"""
_WAYS = ("later", "earlier", "forward")
_CLOCKS = frozenset({"clock", "bare_clock", "no_length"})
_SPANS = frozenset({"span", "bare_span"})
_SETS_DAY = frozenset({"day", "iso", "after", "from_now"})
_SETS_TIME = _CLOCKS | _SPANS | _SETS_DAY | {"part", "until", "vague", "series"}
_TIMES = _SETS_TIME | {"length", "zone"}
_ON_DAY = ("on ", "from ", "am ", "vom ", "von ", "de ", "du ", "del ")
_LASTING = ("for ", "lasting ", "für ", "fuer ", "pendant ", "durant ", "durante ", "por ")
"""What a length follows that is the meeting's own, and not how far it is moved."""

_TO = frozenset({"to", "auf", "à", "a", "al", "for", "until"})
_LEADS = _TO | {word for lead in all_of("leads") for word in lead.split()}


def _take(words: Words, now: datetime) -> Taken | Unclear:
    """Take a time, or a length and a direction."""
    times = [word for word in words if word.means]
    ways = {word.means for word in times if word.means in _WAYS}
    if not any(word.means in _SETS_TIME or word.means == "length" for word in times):
        return Unclear("", Hint.MISSING)
    if "forward" in ways:
        return Unclear("", Hint.MISSING)  # some mean earlier by it, some later
    if len(ways) > 1 or _are_two_times(words):
        return Unclear(joined(words)[:100], Hint.TWO_TIMES)
    if any(word.means in _SETS_TIME for word in times):
        return _at(words, now, shifted=bool(ways))
    return _by(words, -1 if "earlier" in ways else 1, known=bool(ways))


def _are_two_times(words: Words) -> bool:
    """Return whether one of the times may be the old one: `move the Friday call to 3pm`."""
    at = [index for index, word in enumerate(words) if word.means in _TIMES]
    between = words[at[0] : at[-1]]
    times = [word for word in words if word.means in _SETS_TIME]
    return (
        any(not (word.means or word.key in {"", *_LEADS, *FILLERS}) for word in between)
        or any(_is_from_to(word) or _is_of_old(word) for word in times)
        or any(word.value == "to" or word.raw.casefold().startswith("auf ") for word in times[1:])
    )


def _is_of_old(word: Word) -> bool:
    """Return whether a day tells which meeting it is: `on Friday`, `de demain`."""
    return word.means == "day" and word.raw.casefold().startswith(_ON_DAY)


def _by(words: Words, sign: int, *, known: bool) -> Taken | Unclear:
    """Take how much later or earlier, and how long if that is said as well."""
    lengths = [word for word in words if word.means == "length"]
    shifts = [word for word in lengths if not _lasts(word)] or lengths
    lasting = [word for word in lengths if word not in shifts]
    after_to = any(word is shifts[0] and _leads_to(before) for before, word in _pairs(words))
    if len(shifts) > 1 or len(lasting) > 1 or (after_to and not known):
        return Unclear(joined(words)[:100], Hint.WHICH_TIME)
    by = sign * durations.minutes(shifts[0].value)
    minutes = durations.minutes(lasting[0].value) if lasting else None
    if by == 0 or minutes == 0:
        return Unclear(joined(lengths)[:100], Hint.HOW_LONG)
    return {"by": by, "minutes": minutes}, _without_times(words)


def _at(words: Words, now: datetime, *, shifted: bool) -> Taken | Unclear:
    """Take a time; one without a day is on the meeting's own, which is not known here."""
    time_words = list(_without_to([word for word in words if word.means not in _WAYS]))
    if shifted and any(map(_is_bare_length, time_words)):
        return Unclear(joined(words)[:100], Hint.TWO_TIMES)
    own_day = not any(word.means in _SETS_DAY for word in time_words)
    if own_day and _is_either_half(time_words):
        return Unclear(joined(words)[:100], Hint.WHICH_HALF)
    taken = schedule.take(time_words, _midnight(time_words, now) if own_day else now)
    if isinstance(taken, Unclear):
        return taken
    values = dict(taken[0])
    opens = values.get("opens")
    if not isinstance(opens, datetime):
        return Unclear("", Hint.MISSING)
    if own_day:
        values |= {"opens": None, "clock": opens.timetz().replace(fold=0)}
    return values, _without_times(words)


def _midnight(words: Words, now: datetime) -> datetime:
    """Return a moment after which each time of day is still to come, in their zone."""
    named = next((word.value for word in words if word.means == "zone"), "")
    with suppress(Unreadable):  # which is said when it is read
        now = now.astimezone(zone_of(named, now)) if named else now
    return now.replace(hour=0, minute=0, second=0, microsecond=0)


def _is_either_half(words: Words) -> bool:
    """Return whether a time of day may be in the morning or in the afternoon."""
    part = next((word.value for word in words if word.means == "part"), "")
    clocks = [read_clock(word.value) for word in words if word.means in _CLOCKS]
    try:
        return any(each.is_small and len(fitting_minutes(each, part)) > 1 for each in clocks)
    except Unreadable:
        return False  # which is said when it is read


def _without_to(words: Words) -> Iterator[Word]:
    """Yield `words` without a `to` that leads to the beginning: it only looks like an end."""
    begun = False
    for word in words:
        if word.means == "until" and not begun:
            continue
        begun = begun or word.means in _SETS_TIME
        yield word


def _is_from_to(word: Word) -> bool:
    """Return whether it may be the old time and the new one: `from 3pm to 4pm`."""
    return word.means in _SPANS and not any(dash in word.raw for dash in "-–—")


def _is_bare_length(word: Word) -> bool:
    return word.means == "length" and not _lasts(word)


def _lasts(word: Word) -> bool:
    return word.raw.casefold().startswith(_LASTING)


def _leads_to(word: Word | None) -> bool:
    return word is not None and word.key in _TO


def _pairs(words: Words) -> Iterator[tuple[Word | None, Word]]:
    return zip([None, *words], words, strict=False)


def _without_times(words: Words) -> list[Word]:
    """Return the words that say no time, and lead to none."""
    pairs = zip_longest(words, words[1:])
    return [
        word
        for word, after in pairs
        if not (word.means and word.means not in {"number", "hash"})
        and not (word.key in _LEADS and after is not None and after.means not in {"", "hash"})
    ]


def _say(opens: datetime | None, clock: time | None, by: int, minutes: int | None) -> str:
    length = f"for {minutes}m" if minutes else ""
    if opens:
        return schedule.say(opens, minutes)
    if clock:
        start = f"at {clock:%H:%M}" + (f":{clock:%S}" if clock.second else "")
        return " ".join(filter(None, (start, _zone(clock), length)))
    way = "earlier" if by < 0 else "later"
    return " ".join(filter(None, (f"{abs(by)}m {way}", length)))


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


WHEN = Slot(("opens", "clock", "by", "minutes"), _take, _say, _PATTERN)
