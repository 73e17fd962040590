"""Finds what a subject holds besides a name: a condition, an aside, a day.

Guests read the subject, and what was left in it was not done: `parking, don't tell bob`.
"""

from __future__ import annotations

import re
from itertools import chain

from bot.core.parsing.text.words import Kind, Word, Words
from bot.core.parsing.vocabulary.all_languages import (
    AFTER_DAYS,
    DAYS,
    NUMBERS,
    WEEKDAYS,
    sentence_words,
)
from bot.core.parsing.vocabulary.language_names import LANGUAGES
from bot.core.parsing.vocabulary.one_letter_off import is_slip

_CLAUSES = sentence_words("clauses") | sentence_words("negations")
_LIMITS = sentence_words("limits")
_RATHER = sentence_words("rather")
_OCCASIONS = sentence_words("occasions")
_ON_OCCASIONS = sentence_words("on_occasions")
_ANDS = sentence_words("ands") | {"then", "dann", "puis", "luego"}
_ARTICLES = sentence_words("articles")
_DASHES = frozenset({"-", "--", "–", "—", "/"})
_STOPS = (".", "!", "?", ":")
_LONGEST_ABBREVIATION = 4
"""Characters of `Dr.` or `Prof.`, which end no sentence."""

_NAMED_DAYS = frozenset(
    chain(chain.from_iterable(WEEKDAYS), (day for day in DAYS if " " not in day))
)
_LONG_DAYS = frozenset(day for day in _NAMED_DAYS if len(day) > 4)
_ONE_LETTER_OFF = frozenset({"domain", "remain", "leute", "haute", "someday", "sundae"})
"""Words that are one letter off a day."""

_WHOSE = re.compile(r"\S+@\S+\.\S+['’`]s?")
"""Somebody's: `with bob@x.com's permission`."""

_VAGUE = re.compile(r"\d+ish")
_HALVES = frozenset({"half", "quarter", "halb", "viertel", "dreiviertel"})


def doubtful_word(subject: Words, others: Words) -> Word | None:
    """Return the first word that may not belong to a subject; None if all do.

    Args:
        subject: the words of the subject.
        others: the other words of the sentence.
    """
    dated = any(_names_day(word) for word in others)
    for at, word in enumerate(subject):
        following, before = subject[at + 1 :], subject[:at]
        if word.kind is Kind.PLAIN and _WHOSE.fullmatch(word.raw):
            return word
        if _begins_aside(word, following) or word.key in _CLAUSES or _VAGUE.fullmatch(word.key):
            return word
        if before and not following and _is_loose(word, others):
            return word
        if _says_when(word, before, following, dated=dated):
            return word
    return None


def _begins_aside(word: Word, following: Words) -> bool:
    """Return whether a comma, a dash, a bracket or a full stop sets apart what follows."""
    if not following:
        return False
    if word.kind is Kind.MARK:
        return not any(each.key in _ANDS for each in following)
    stops = word.raw.endswith(_STOPS) and len(word.raw) > _LONGEST_ABBREVIATION
    return stops or word.raw.startswith("(") or word.raw in _DASHES


def _is_loose(word: Word, others: Words) -> bool:
    """Return whether the last word of a subject rather belongs to what is asked for."""
    measured = any(other.means for other in others)
    return word.key in LANGUAGES | _RATHER | _ANDS or (measured and word.key in _LIMITS)


def _says_when(word: Word, before: Words, following: Words, *, dated: bool) -> bool:
    """Return whether a word may say when to meet."""
    if word.key in _HALVES:
        return bool(following) and (following[0].key in NUMBERS or following[0].key.isdigit())
    if word.key in _LIMITS and following and following[0].key[:1].isdigit():
        return True  # around 5pm
    if not following and (word.key in AFTER_DAYS or word.key in _OCCASIONS):
        return True
    if dated or (following and before and before[-1].key in _ARTICLES):
        return False  # the monday meeting
    return _names_day(word) or word.key in _ON_OCCASIONS


def _names_day(word: Word) -> bool:
    """Return whether a word is a day's name, or one with a typing error."""
    if word.key in _NAMED_DAYS or any(part in _NAMED_DAYS for part in word.value.split()):
        return True
    if len(word.key) <= min(map(len, _LONG_DAYS)) - 1 or word.key in _ONE_LETTER_OFF:
        return False
    return any(is_slip(word.key, day) for day in _LONG_DAYS)
