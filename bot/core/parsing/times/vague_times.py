"""Unclear times and durations: `later`, `around 3`, `every Monday`.

The bot asks about them, so that nothing unclear becomes part of a subject.
"""

from __future__ import annotations

from bot.core.parsing.text.phrases import MARK, PERSON, QUOTED, one_of
from bot.core.parsing.times.clock_times import CLOCK
from bot.core.parsing.times.dates import DAY
from bot.core.parsing.times.durations import LENGTH
from bot.core.parsing.vocabulary.all_languages import AFTER_DAYS, UNITS, WEEKDAYS, all_of

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
      | {one_of(all_of("roughly"))}\ {_AT}(?:(?:{DAY})\ (?:{CLOCK})|{CLOCK}|(?:{DAY})|{_NUMBER})
      | {_BETWEEN}\ \d\d?(?:[:.h]\d\d)?(?:\ ?(?:am|pm|uhr|h))?\ {_AND}\ \d\d?(?:[:.h]\d\d)?
        (?:\ ?(?:am|pm|uhr|h))?
      | (?:at\ |around\ )?\d\d?(?::\d\d)?(?:am|pm)?\ ?-?ish)
"""
"""Verbose pattern: a time that is not exact."""

_LASTING = "(?:for|für|pendant|pour|por|durante)"
VAGUE_LENGTH = rf"(?:{one_of(all_of('vague_lengths'))}|{_LASTING}\ \d{{1,3}}{_ENDS_HERE})"
"""Verbose pattern: a duration that is not exact, or has no unit."""
