"""The slots that change when something is: how much longer, until when, or another time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Any

from bot.core.domain.commands import Unclear
from bot.core.domain.hints import Hint
from bot.core.parsing.slots.meeting_reference import WHICH_LONGER
from bot.core.parsing.slots.slot import FILLERS, Slot, Taken
from bot.core.parsing.text.phrases import compile_patterns, merge_phrases, one_of
from bot.core.parsing.text.words import Word, Words, joined, split
from bot.core.parsing.times import (
    durations,
    own_day,
    schedule,
    time_phrases,
)
from bot.core.parsing.times.clock_times import PLAIN_CLOCK
from bot.core.parsing.times.dates import DAY
from bot.core.parsing.vocabulary.all_languages import all_of, sentence_words

USUAL_EXTENSION = 30
"""The minutes of `extend` without a length."""

_UNTIL = one_of(each for each in all_of("until") if not each.startswith("end"))

_FROM_NOW = (
    r"(?:from\ now(?:\ on)?|(?:ab|von)\ jetzt(?:\ an)?|à\ (?:partir\ de|compter\ de)\ maintenant"
    r"|(?:a\ partir\ de|desde)\ ahora)"
)

_MORE = rf"""
    (?:(?:by|for|to|um|auf|de|pour|por)\ )?(?P<ahead>{durations.LENGTH})\ {_FROM_NOW}
  | (?:(?:by|for|another|more|um|noch|weitere|de|encore|por|otros|en)\ ){{0,3}}
    (?P<length>{durations.LENGTH}(?:\ (?:more|longer|länger|mehr|de\ plus|más))?)
  | (?P<until>{_UNTIL}|(?:to|auf|à)(?=\ (?:{DAY}\ )?{PLAIN_CLOCK}(?!\S)))
  | (?P<unclear>(?:to|for|by|auf|à|a\ las)\ (?:{durations.LENGTH}|\d[^\s]*(?:\ [ap]\.?m)?))
  | (?:by\ |for\ )?(?P<bare_length>\d+)
"""

_BEHIND_UNTIL = compile_patterns([WHICH_LONGER.pattern, time_phrases.PATTERN])
_SAYS_WHEN = own_day.SETS_TIME - {"until"}

_LENGTHS = frozenset({"length", "unclear", "bare_length"})
"""What words mean that say how much longer it is, clearly or not."""

_SHORTER = re.compile(r"(?<!\S)[-\u2010-\u2015\u2212]\s?\d")
"""A negative number."""


def _take_more(words: Words, now: datetime) -> Taken | Unclear:
    """Take a length, or what follows `until`."""
    ahead = [word for word in words if word.means == "ahead"]
    if ahead:
        return _ahead(ahead[0], words, now)
    until = next((at for at, word in enumerate(words) if word.means == "until"), None)
    if until is None:
        return _length(words)
    before, behind = words[:until], words[until:]
    if any(word.means in _LENGTHS for word in before):
        return Unclear(joined(words)[:100], Hint.HOW_LONG)
    return _until(before, behind, now)


def _ahead(length: Word, words: Words, now: datetime) -> Taken | Unclear:
    """Take `30m from now`, which says when it ends, and not how much longer it is."""
    others = [word for word in words if word is not length]
    is_said_twice = any(word.means in {*_LENGTHS, "ahead", "until"} for word in others)
    if is_said_twice or not durations.adds_up(length.value):
        return Unclear(joined(words)[:100], Hint.HOW_LONG)
    until = now + timedelta(minutes=durations.minutes(length.value))
    return {"until": until.replace(second=0, microsecond=0), "minutes": 0}, others


def _length(words: Words) -> Taken | Unclear:
    lengths = [word for word in words if word.means in _LENGTHS]
    exact = {durations.minutes(word.value) for word in lengths if word.means == "length"}
    if _SHORTER.search(joined(words)):
        return Unclear(joined(words)[:100], Hint.HOW_LONG)
    is_unclear = any(map(_is_unclear, lengths)) or (lengths and not exact)
    if is_unclear or len(exact) > 1 or exact == {0}:
        return Unclear(" ".join(word.raw for word in lengths)[:100], Hint.HOW_LONG)
    kept = [word for word in words if word.means not in {"length", "unclear"}]
    return {"minutes": next(iter(exact), USUAL_EXTENSION)}, kept


def _is_unclear(length: Word) -> bool:
    return length.means == "unclear" or not durations.adds_up(length.value)


def _until(before: Words, behind: Words, now: datetime) -> Taken | Unclear:
    """Take a time, whose words are read again: after `until`, `17h` is no length."""
    said = joined(behind)
    found = merge_phrases(split(said), _BEHIND_UNTIL)
    times = time_phrases.mark_places(found) if found else []
    if any(word.means in {"length", *own_day.SPANS} for word in times):
        return Unclear(said[:100], Hint.HOW_LONG)
    if len(behind) > 1 and not any(word.means in _SAYS_WHEN for word in times):
        return Unclear(said[:100], Hint.WHICH_TIME)
    values = own_day.take(times, now, bare=False)
    if isinstance(values, Unclear):
        return values
    until: dict[str, Any] = {"until": values.pop("opens"), "minutes": 0}
    return values | until, [*before, *own_day.without_times(times)]


def _say_more(minutes: int, until: datetime | None, clock: time | None) -> str:
    end = own_day.say(until, clock).removeprefix("at ")
    return f"until {end}" if end else f"{minutes}m"


MORE = Slot(("minutes", "until", "clock"), _take_more, _say_more, _MORE)
"""The slot of `extend`: how much longer a meeting lasts, or until when."""

_WHEN = rf"""
    (?P<later>{one_of(sentence_words("later"))})(?!\ than(?!\S))
  | (?P<earlier>{one_of(sentence_words("earlier"))})(?!\ than(?!\S))
  | (?P<forward>forward) | {time_phrases.PATTERN}
"""

_WAYS = ("later", "earlier", "forward")
_TIMES = own_day.SETS_TIME | {"length", "zone"}
_ON_DAY = ("on ", "from ", "am ", "vom ", "von ", "de ", "du ", "del ")

_LASTING = ("for ", "lasting ", "für ", "fuer ", "pendant ", "durant ", "durante ", "por ")
"""Words before a length that say how long the meeting is, not how far it is moved."""


def _take_when(words: Words, now: datetime) -> Taken | Unclear:
    """Take a time, or a length and a direction."""
    times = [word for word in words if word.means]
    ways = {word.means for word in times if word.means in _WAYS}
    if not any(word.means in own_day.SETS_TIME or word.means == "length" for word in times):
        return Unclear("", Hint.MISSING)
    if "forward" in ways:
        return Unclear("", Hint.MISSING)  # some mean earlier by it, some later
    if len(ways) > 1 or _are_two_times(words):
        return Unclear(joined(words)[:100], Hint.TWO_TIMES)
    if any(word.means in own_day.SETS_TIME for word in times):
        return _at(words, now, shifted=bool(ways))
    return _by(words, -1 if "earlier" in ways else 1, known=bool(ways))


def _are_two_times(words: Words) -> bool:
    """Return whether one of the times may be the old one: `move the Friday call to 3pm`."""
    at = [index for index, word in enumerate(words) if word.means in _TIMES]
    between = words[at[0] : at[-1]]
    times = [word for word in words if word.means in own_day.SETS_TIME]
    return (
        any(not (word.means or word.key in {"", *own_day.LEADS, *FILLERS}) for word in between)
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
    return {"by": by, "minutes": minutes}, own_day.without_times(words)


def _at(words: Words, now: datetime, *, shifted: bool) -> Taken | Unclear:
    """Take a time; one without a day is on the meeting's own, which is not known here."""
    time_words = [word for word in words if word.means not in _WAYS]
    if shifted and any(map(_is_bare_length, time_words)):
        return Unclear(joined(words)[:100], Hint.TWO_TIMES)
    values = own_day.take(time_words, now)
    if isinstance(values, Unclear):
        return values
    return values, own_day.without_times(words)


def _is_from_to(word: Word) -> bool:
    """Return whether it may be the old time and the new one: `from 3pm to 4pm`."""
    return word.means in own_day.SPANS and not any(dash in word.raw for dash in "-–—")


def _is_bare_length(word: Word) -> bool:
    return word.means == "length" and not _lasts(word)


def _lasts(word: Word) -> bool:
    return word.raw.casefold().startswith(_LASTING)


def _leads_to(word: Word | None) -> bool:
    return word is not None and word.key in own_day.TO


def _pairs(words: Words) -> Iterator[tuple[Word | None, Word]]:
    return zip([None, *words], words, strict=False)


def _say_when(opens: datetime | None, clock: time | None, by: int, minutes: int | None) -> str:
    length = f"for {minutes}m" if minutes else ""
    way = "earlier" if by < 0 else "later"
    when = own_day.say(opens, clock) or f"{abs(by)}m {way}"
    return " ".join(filter(None, (when, length)))


WHEN = Slot(("opens", "clock", "by", "minutes"), _take_when, _say_when, _WHEN)
"""The slot of `move`: when a meeting begins instead, or how much later or earlier."""


def _take_until(words: Words, now: datetime) -> Taken | Unclear:
    """Take `until 18:00` or `for 2h`; a beginning is asked about."""
    taken = schedule.take(words, now)
    if isinstance(taken, Unclear):
        return taken
    values, rest = taken
    minutes = values.get("minutes")
    if not values:
        return {"until": None}, rest
    if values.get("opens") or not isinstance(minutes, int):
        return Unclear(joined([word for word in words if word.means])[:100], Hint.WHICH_TIME)
    until = now + timedelta(minutes=minutes)
    return {"until": until.replace(second=0, microsecond=0)}, rest


def _say_until(until: datetime | None) -> str:
    if until is None:
        return ""
    return schedule.say(until, None).replace("at ", "until ", 1)


UNTIL = Slot(("until",), _take_until, _say_until, time_phrases.PATTERN)
