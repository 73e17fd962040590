"""The slot of `extend`: how much longer a meeting lasts, or until when."""

from __future__ import annotations

import re
from datetime import datetime, time
from typing import Any

from bot.core.domain.commands import Unclear
from bot.core.domain.hints import Hint
from bot.core.parsing.slots import own_day
from bot.core.parsing.slots.meeting_reference import WHICH_LONGER
from bot.core.parsing.slots.slot import Slot, Taken
from bot.core.parsing.text.phrases import compile_patterns, merge_phrases, one_of
from bot.core.parsing.text.words import Words, joined, split
from bot.core.parsing.times import durations, time_phrases
from bot.core.parsing.times.clock_times import PLAIN_CLOCK
from bot.core.parsing.times.dates import DAY
from bot.core.parsing.vocabulary.all_languages import all_of

USUAL_EXTENSION = 30
"""The minutes of `extend` without a length."""

_UNTIL = one_of(each for each in all_of("until") if not each.startswith("end"))
_PATTERN = rf"""
    (?:(?:by|for|another|more|um|noch|weitere|de|encore|por|otros|en)\ ){{0,3}}
    (?P<length>{durations.LENGTH}(?:\ (?:more|longer|länger|mehr|de\ plus|más))?)
  | (?P<until>{_UNTIL}|(?:to|auf|à)(?=\ (?:{DAY}\ )?{PLAIN_CLOCK}(?!\S)))
  | (?P<unclear>(?:to|for|by|auf|à|a\ las)\ (?:{durations.LENGTH}|\d[^\s]*(?:\ [ap]\.?m)?))
  | (?:by\ |for\ )?(?P<bare_length>\d+)
"""
_BEHIND_UNTIL = compile_patterns([WHICH_LONGER.pattern, time_phrases.PATTERN])
_SAYS_WHEN = own_day.SETS_TIME - {"until"}
_SHORTER = re.compile(r"(?<!\S)[-\u2010-\u2015\u2212]\s?\d")
"""A negative number."""


def _take(words: Words, now: datetime) -> Taken | Unclear:
    """Take a length, or what follows `until`."""
    until = next((at for at, word in enumerate(words) if word.means == "until"), None)
    if until is None:
        return _length(words)
    before, behind = words[:until], words[until:]
    if any(word.means in {"length", "unclear", "bare_length"} for word in before):
        return Unclear(joined(words)[:100], Hint.HOW_LONG)
    return _until(before, behind, now)


def _length(words: Words) -> Taken | Unclear:
    lengths = [word for word in words if word.means in {"length", "unclear", "bare_length"}]
    exact = {durations.minutes(word.value) for word in lengths if word.means == "length"}
    if _SHORTER.search(joined(words)):
        return Unclear(joined(words)[:100], Hint.HOW_LONG)
    is_unclear = any(word.means == "unclear" for word in lengths) or (lengths and not exact)
    if is_unclear or len(exact) > 1 or exact == {0}:
        return Unclear(" ".join(word.raw for word in lengths)[:100], Hint.HOW_LONG)
    kept = [word for word in words if word.means not in {"length", "unclear"}]
    return {"minutes": next(iter(exact), USUAL_EXTENSION)}, kept


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


def _say(minutes: int, until: datetime | None, clock: time | None) -> str:
    end = own_day.say(until, clock).removeprefix("at ")
    return f"until {end}" if end else f"{minutes}m"


MORE = Slot(("minutes", "until", "clock"), _take, _say, _PATTERN)
