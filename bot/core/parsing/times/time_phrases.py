"""Finds the phrases of times in a sentence, and places that name a time zone."""

from __future__ import annotations

from bot.core.parsing.text.phrases import MARK, OTHER, one_of
from bot.core.parsing.text.words import Kind, Word, Words, joined
from bot.core.parsing.times import time_zones
from bot.core.parsing.times.clock_times import (
    BARE_CLOCK,
    BARE_SPAN,
    CLOCK,
    NO_LENGTH_CLOCK,
    PLAIN_CLOCK,
    SPAN,
)
from bot.core.parsing.times.dates import AFTER_DAYS_PATTERN, DAY
from bot.core.parsing.times.durations import LENGTH
from bot.core.parsing.times.vague_times import SERIES, VAGUE, VAGUE_LENGTH
from bot.core.parsing.vocabulary.all_languages import PARTS, all_of

_ISO = r"\d{4}-\d\d-\d\dt\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?"
_LEADS = rf"(?:{one_of(all_of('leads'))}\ ){{0,2}}+"
_INTO = one_of(all_of("into"))
_AFTER_CLOCK = (
    r"(?:(?<=\d\ )|(?<=\d[ap]m\ )|(?<=\ [ap]m\ )|(?<=\.m\ )|(?<=noon\ )|(?<=\d[zh]\ )|(?<=uhr\ )"
    rf"|(?<=\d\ {OTHER}\ ))"
)
PATTERN = rf"""
    (?P<series>{SERIES}) | (?P<now>{one_of(all_of("now"))}) | (?P<part>{one_of(PARTS)})
  | (?:{one_of(all_of("leads"))}\ ){{0,2}}?(?P<span>{SPAN})
  | {_LEADS}(?P<no_length>{NO_LENGTH_CLOCK})
  | (?P<vague>{VAGUE}) | (?P<vague_length>{VAGUE_LENGTH})
  | (?!{AFTER_DAYS_PATTERN})(?:{_INTO}\ )(?P<after>{LENGTH})(?:\ time)?
  | (?P<from_now>{LENGTH})\ from\ now
  | (?:{one_of(all_of("lasting"))}\ )?(?P<length>{LENGTH}(?:\ long|\ lang)?)
  | {_LEADS}(?:
        (?P<iso>{_ISO}) | (?P<bare_span>{BARE_SPAN})
      | (?P<day>{DAY}) | (?P<clock>{CLOCK}) | (?P<bare_clock>{BARE_CLOCK})
    )
  | (?P<until>{one_of(all_of("until"))}|to(?=\ {PLAIN_CLOCK}(?:\s|$)))
  | {_AFTER_CLOCK}(?P<zone>{time_zones.NAMED}|[a-z_]+/[\w+/-]+|[^\W\d_]+(?:\ [^\W\d_]+)?\ time)
    (?:\ {MARK}\ utc[+-]\d\d:\d\d)?  # as the bot writes it: 14:30 (Europe/Berlin, UTC+01:00)
"""
"""The phrases of times, for `phrases`."""

CLOCKS = frozenset({"iso", "after", "span", "clock", "no_length", "from_now"})
"""Phrases that set a time of day; the bot asks about them inside a subject."""

BARE = frozenset({"bare_clock", "bare_span"})
"""Phrases with a number that could belong to a subject right before it."""


def mark_places(words: Words) -> list[Word]:
    """Return `words` with each place that names a time zone merged into one word.

    Such a place follows a time of day, or comes with `in` between the day and the time. Anywhere
    else it is an ordinary word.

    Args:
        words: words with each time merged into one.
    """
    at = next((at for at, word in enumerate(words) if word.means), len(words))
    found, timed = list(words[:at]), ""
    while at < len(words):
        length = _length_of_place(words, at, timed) if timed else 0
        word = _place(words[at : at + length]) if length else words[at]
        timed = _timed(word, timed)
        found.append(word)
        at += length or 1
    return found


def _timed(word: Word, before: str) -> str:
    """Return what precedes a place: a time of day, only a day, or nothing."""
    if word.means in CLOCKS:
        return "clock"
    return (before or "day") if word.means in {"day", "part"} else ""


def _length_of_place(words: Words, at: int, timed: str) -> int:
    """Return how many words from `at` on name a place with a time zone."""
    led = words[at].key == "in"
    for end in range(min(at + led + time_zones.MOST_WORDS, len(words)), at + led, -1):
        name = " ".join(word.key for word in words[at + led : end])
        if not all(word.kind is Kind.PLAIN for word in words[at:end]):
            continue
        follows = timed == "clock" or (led and end < len(words) and words[end].means in CLOCKS)
        if follows and time_zones.zone_at(name, led=led):
            return end - at
    return 0


def _place(words: Words) -> Word:
    led = words[0].key == "in"
    name = " ".join(word.key for word in words[led:])
    zone = time_zones.zone_at(name, led=led) or ""
    raw = joined(words)
    return Word(Kind.PHRASE, raw, "", words[0].gap, inside=raw, means="zone", value=zone.casefold())
