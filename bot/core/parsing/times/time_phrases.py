"""Finds the phrases of times in a sentence, unclear ones too, and places that name a time zone."""

from __future__ import annotations

from bot.core.parsing.text.phrases import MARK, OTHER, PERSON, QUOTED, one_of
from bot.core.parsing.text.words import Kind, Word, Words, joined
from bot.core.parsing.times import time_zones
from bot.core.parsing.times.clock_spans import BARE_SPAN, SPAN
from bot.core.parsing.times.clock_times import (
    BARE_CLOCK,
    CLOCK,
    EXACTLY,
    NO_LENGTH_CLOCK,
    PLAIN_CLOCK,
    SURE_CLOCK,
)
from bot.core.parsing.times.dates import AFTER_DAYS_PATTERN, DAY
from bot.core.parsing.times.durations import LENGTH
from bot.core.parsing.vocabulary.all_languages import (
    AFTER_DAYS,
    PARTS,
    UNITS,
    WEEKDAYS,
    all_of,
    sentence_words,
)
from bot.core.parsing.vocabulary.language_names import LANGUAGES

_SOMEWHERES = rf"(?!{one_of(sentence_words('about'))}\b)[^\W\d_]+(?:\ [^\W\d_]+)?"
"""What may name a place before `time`; a subject names none: `9am about first time here`."""

_WEEKDAYS = tuple(name for names in WEEKDAYS for name in names if len(name) > 2)
_UNITS = (
    *(*UNITS, *AFTER_DAYS, "month", "months", "year", "weekday", "weekdays", "morning"),
    *("afternoon", "evening", "monat", "monate", "morgen", "abend", "mois", "matin", "mes"),
    *("meses", "mañana", "tarde", "mañanas", "tardes", "matins"),
)
_PLURAL_WEEKDAYS = tuple(
    f"{name}s" for name in _WEEKDAYS if len(name) > 4 and not name.endswith("s")
)
_OTHER = r"(?:(?:other|second|third|2nd|zweiten?|\d{1,2})\ )?"
SERIES = rf"""
    (?:{one_of(all_of("every"))}\ {_OTHER}(?:{one_of((*_UNITS, *_WEEKDAYS, *_PLURAL_WEEKDAYS))})
      | (?:on\ |les\ |los\ )?{one_of(_PLURAL_WEEKDAYS)} | {one_of(all_of("series"))})
"""
"""Verbose pattern: a series of meetings, which the bot does not have."""

_ENDS_HERE = (
    rf"(?=$|\ [{PERSON}{QUOTED}{MARK}]|\ (?:please|pls|plz|thanks|bitte|svp|with|mit|avec|con)\b)"
)
_NUMBER = rf"\d\d?(?:[:.h]\d\d)?h?(?:\ ?(?:am|pm|uhr|h))?{_ENDS_HERE}"
_BETWEEN = one_of(("between", "zwischen", "entre", "entre las", "entre la"))
_AND = one_of(("and", "und", "et", "y", "y las", "&", "-"))
_AT = r"(?:(?:at|um|à|a\ las|las|la|on|am)\ )?"
VAGUE = rf"""
    (?:{one_of(all_of("vague"))}
      | (?!{one_of(all_of("into"))}\ {LENGTH}(?!\S))
        (?:{one_of(all_of("into"))}|within|for\ the\ next|innerhalb\ von|im\ laufe\ von)
        \ (?:the\ next\ )?{one_of(all_of("some"))}(?:\ of)?\ {one_of((*UNITS, *AFTER_DAYS))}
      | {one_of(all_of("roughly"))}\ {_AT}(?:(?:{DAY}\ )?{CLOCK}|{DAY}|{_NUMBER})
      | {_BETWEEN}\ \d\d?(?:[:.h]\d\d)?(?:\ ?(?:am|pm|uhr|h))?\ {_AND}\ \d\d?(?:[:.h]\d\d)?
        (?:\ ?(?:am|pm|uhr|h))?
      | (?:at\ |around\ )?\d\d?(?::\d\d)?(?:am|pm)?\ ?-?ish)
"""
"""Verbose pattern: a time that is not exact."""

_LASTING = "(?:for|für|pendant|pour|por|durante)"
VAGUE_LENGTH = rf"(?:{one_of(all_of('vague_lengths'))}|{_LASTING}\ \d{{1,3}}{_ENDS_HERE})"
"""Verbose pattern: a duration that is not exact, or has no unit."""


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
  | {_LEADS}(?P<no_length>{NO_LENGTH_CLOCK}){EXACTLY}
  | (?P<vague>{VAGUE}) | (?P<vague_length>{VAGUE_LENGTH})
  | (?!{AFTER_DAYS_PATTERN})(?:{_INTO}\ )(?P<after>{LENGTH})(?:\ time)?
  | (?P<from_now>{LENGTH})\ from\ now
  | (?:{one_of(all_of("lasting"))}\ )?(?P<length>(?!2day\b){LENGTH}(?:\ long|\ lang)?)
  | {_LEADS}(?:
        (?P<iso>{_ISO}) | (?P<bare_span>{BARE_SPAN})
      | (?P<day>{DAY}) | (?P<clock>{SURE_CLOCK}){EXACTLY} | (?P<bare_clock>{BARE_CLOCK}){EXACTLY}
    )
  | (?P<until>{one_of(all_of("until"))}|to(?=\ {PLAIN_CLOCK}(?:\s|$)))
  | {_AFTER_CLOCK}(?P<zone>{time_zones.NAMED}|[a-z_]+/[\w+/-]+|{_SOMEWHERES}\ time)
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
        if led and name in LANGUAGES and not _is_of_time(words[end : end + 1]):
            continue
        follows = timed == "clock" or (led and end < len(words) and words[end].means in CLOCKS)
        if follows and time_zones.zone_at(name, led=led):
            return end - at
    return 0


def _is_of_time(words: Words) -> bool:
    """Return whether the next word makes a language's name a place's: `in german time`."""
    return bool(words) and words[0].key in {"time", "zone", "zeit"}


def _place(words: Words) -> Word:
    led = words[0].key == "in"
    name = " ".join(word.key for word in words[led:])
    zone = time_zones.zone_at(name, led=led) or ""
    raw = joined(words)
    return Word(Kind.PHRASE, raw, "", words[0].gap, inside=raw, means="zone", value=zone.casefold())
