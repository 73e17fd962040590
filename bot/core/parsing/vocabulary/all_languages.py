"""The words of all languages together: people mix them."""

from __future__ import annotations

from itertools import chain

from bot.core.parsing.vocabulary import english, french, german, spanish
from bot.core.parsing.vocabulary.language_words import Part

_SENTENCES = (english.SENTENCES, german.SENTENCES, french.SENTENCES, spanish.SENTENCES)
_ALL = (english.TIMES, german.TIMES, french.TIMES, spanish.TIMES)


def _by_rule(field: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for each in _SENTENCES:
        for rule, phrases in getattr(each, field).items():
            found[rule] = (*found.get(rule, ()), *phrases)
    return found


WEEKDAYS = tuple(
    tuple(name for each in _ALL for name in each.weekdays[day].split()) for day in range(7)
)
"""The names of each day of the week, Monday first."""

MONTHS = tuple(
    tuple(dict.fromkeys(name for each in _ALL for name in each.months[month].split()))
    for month in range(12)
)
"""The names of each month."""

DAYS = {name: days for each in _ALL for name, days in each.days.items()}
"""Days after today, by name."""

DAY_NAMES = frozenset(
    {name for names in WEEKDAYS for name in names} | {day for day in DAYS if " " not in day}
)
"""The names of days in one word."""

AFTER_DAYS = {name: days for each in _ALL for name, days in each.after_days.items()}
NUMBERS = {name.casefold(): number for each in _ALL for name, number in each.numbers.items()}
UNITS = {name: minutes for each in _ALL for name, minutes in each.units.items()}
LENGTHS = {name: minutes for each in _ALL for name, minutes in each.lengths.items()}
PARTS: dict[str, Part] = {
    phrase: part for each in _ALL for part, phrases in each.parts.items() for phrase in phrases
}
"""Parts of the day by the phrases for them."""

NEAR_NOON = {phrase: minute for each in _ALL for phrase, minute in each.near_noon.items()}
OFFSETS = {phrase: minutes for each in _ALL for phrase, minutes in each.offsets}


BEGINNINGS = _by_rule("beginnings")
"""Beginnings of commands in languages other than English, by the names of their rules."""

ENDINGS = _by_rule("endings")
AROUND = {pair: rule for each in _SENTENCES for pair, rule in each.around.items()}


def all_of(field: str) -> tuple[str, ...]:
    """Return the words of one field of `TimeWords` in all languages, each once, as compared."""
    words = chain.from_iterable(getattr(each, field) for each in _ALL)
    return tuple(dict.fromkeys(word.casefold() for word in words))


def sentence_words(field: str) -> frozenset[str]:
    """Return the words of one field of `SentenceWords` in all languages, as they are compared.

    Compared words have `ss` for `ß`.
    """
    words = chain.from_iterable(getattr(each, field) for each in _SENTENCES)
    return frozenset(word.casefold() for word in words)


def words_of(*lines: str) -> frozenset[str]:
    """Return the words of lines, of which each is in one language."""
    return frozenset(word for line in lines for word in line.split())
