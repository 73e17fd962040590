"""Finds what a subject holds besides a name: another request, a person, a condition, a day.

Guests read the subject, and what was left in it was not done: `parking, don't tell bob`.
"""

from __future__ import annotations

import re

from bot.core.domain.commands import Command, Expert, Meet, Rename, Unclear
from bot.core.domain.hints import Hint
from bot.core.parsing.meeting_rules import MEET
from bot.core.parsing.rule import merge_words
from bot.core.parsing.slots.subjects import clean
from bot.core.parsing.text import phone_numbers
from bot.core.parsing.text.words import Kind, Word, Words, joined, split
from bot.core.parsing.unclear_requests import MOST_REREAD, second_requests
from bot.core.parsing.vocabulary.all_languages import (
    AFTER_DAYS,
    DAY_NAMES,
    NUMBERS,
    sentence_words,
)
from bot.core.parsing.vocabulary.aside_words import (
    AIMS,
    BRINGS,
    DESCRIBING,
    DETERMINERS,
    HALVES,
    LIKES,
    ORDERS,
    ORS,
    THAT,
)
from bot.core.parsing.vocabulary.language_names import LANGUAGES
from bot.core.parsing.vocabulary.one_letter_off import is_slip
from bot.core.parsing.vocabulary.verb_stems import any_form

_CLAUSES = sentence_words("clauses") | sentence_words("negations")
_LIMITS = sentence_words("limits")
_MANNERS = sentence_words("manners")
_RATHER = sentence_words("rather")
_OCCASIONS = sentence_words("occasions")
_ON_OCCASIONS = sentence_words("on_occasions")
_ANDS = sentence_words("ands") | {"then", "dann", "puis", "luego"}
_ARTICLES = sentence_words("articles")
_VERBS = any_form("cancels", "discards", "moves", "adds", "removes")
_LONGEST_PIECE = 2
"""The most words of a piece of a list."""

_DASHES = frozenset({"-", "--", "–", "—", "/"})
_STOPS = (".", "!", "?", ":")
_LONGEST_ABBREVIATION = 4
"""Characters of `Dr.` or `Prof.`, which end no sentence."""

_SHORTEST_SLIP = 5
"""Letters of the shortest word that may be a day's name with a typing error."""

_LONG_DAYS = frozenset(day for day in DAY_NAMES if len(day) >= _SHORTEST_SLIP)
_ONE_LETTER_OFF = frozenset({"domain", "remain", "leute", "haute", "someday", "sundae"})
"""Words that are one letter off a day."""

_WHOSE = re.compile(r"\S+@\S+\.\S+['’`]s?")
"""Somebody's: `with bob@x.com's permission`."""

_IDIOM = re.compile(r"\bcall it (?:(?:a|the) (?:day|night)|quits)\b", re.IGNORECASE)
"""What names nothing: `let's call it a day`."""

_NUMBERED = re.compile(r"#\d+")
_VAGUE = re.compile(r"\d+ish")


def doubt_about_subject(command: Command, words: Words, region: str) -> Unclear | None:
    """Return the question about a subject that holds another request, or a person; else None.

    Args:
        command: the command that was read.
        words: the sentence; a subject in quotes is a subject, whatever is in it.
        region: the country of phone numbers without a country code.
    """
    if not isinstance(command, Expert | Meet | Rename) or not command.subject:
        return None
    quoted = [clean(word.inside) for word in words if word.kind is Kind.QUOTED]
    if command.subject in quoted or len(command.subject.split('"')) == 2:
        return None
    subject = split(command.subject)
    someone = _person(words if isinstance(command, Rename) else subject, region)
    if further := second_requests(subject):
        said = joined(subject[further[0] :])[:100]
        return Unclear(said, Hint.TWO_REQUESTS, None if someone else command)
    if isinstance(command, Rename) and someone:
        return Unclear(someone.raw[:100], Hint.SUBJECT)
    return _doubt_about_words(command, subject, words)


def _doubt_about_words(
    command: Expert | Meet | Rename, subject: Words, words: Words
) -> Unclear | None:
    """Return the question about a subject whose words may be for something else; else None."""
    is_name = isinstance(command, Rename)
    if is_name and _IDIOM.search(joined(words)):
        return Unclear(joined(words)[:100], Hint.UNKNOWN)
    if is_name and _is_no_name(subject):
        return Unclear(joined(subject)[:100], Hint.SLIP, command)
    others = _without(subject, words)
    aside = _aside_at(subject, others)
    if aside is not None:
        hint = Hint.SLIP if is_name else Hint.SUBJECT
        return Unclear(joined(subject[aside:])[:100], hint, command)
    when = _time_in(subject, others)
    return Unclear(when.raw[:100], Hint.SLIP, command) if when else None


def _is_no_name(subject: Words) -> bool:
    """Return whether a new name describes one, offers two, or is a time: `something shorter`."""
    keys = {word.key for word in subject if word.key}
    is_time = all(word.means for word in merge_words(subject, MEET) or subject)
    first, *others = [word.key for word in subject if word.key] or [""]
    is_aim = first in AIMS and not DETERMINERS.isdisjoint(others[:1])  # to match the form
    return is_time or is_aim or keys <= DESCRIBING or not keys.isdisjoint(ORS)


def _without(subject: Words, words: Words) -> Words:
    """Return the words of a sentence that are not in its subject."""
    kept = {word.key for word in subject}
    read = merge_words(words[:MOST_REREAD], MEET) or words
    return [word for word in read if not kept.issuperset(word.value.split() or [word.key])]


def _person(words: Words, region: str) -> Word | None:
    """Return the first person, address or phone number."""
    marked = phone_numbers.mark(words, region)
    known = words if isinstance(marked, Unclear) else marked
    return next((word for word in known if word.guest), None)


def _aside_at(subject: Words, others: Words) -> int | None:
    """Return where in a subject words begin that may not belong to it; None if all do.

    Args:
        subject: the words of the subject.
        others: the other words of the sentence.
    """
    for at, word in enumerate(subject):
        following = subject[at + 1 :]
        if _names_another(word, subject[at - 1 : at]):
            return at
        if word.key in _CLAUSES and len(subject) > 1:
            ands = [place for place in range(at) if subject[place].key in _ANDS]
            return ands[-1] if ands else at
        requests = _begins_request(word, following) or (at and _orders(word, following))
        if requests or _sets_apart(word, following):
            return at
        if following and word.raw.endswith(_STOPS) and len(word.raw) > _LONGEST_ABBREVIATION:
            return at + 1
        if at and not following and _is_loose(word, others):
            return at
    return None


def _names_another(word: Word, before: Words) -> bool:
    """Return whether a word is somebody's, or another meeting's number: `the same as #3`."""
    is_number = _NUMBERED.fullmatch(word.raw) and any(each.key in LIKES for each in before)
    return bool(is_number or (word.kind is Kind.PLAIN and _WHOSE.fullmatch(word.raw)))


def _time_in(subject: Words, others: Words) -> Word | None:
    """Return the first word of a subject that may say when to meet; None if none does."""
    dated = any(_is_day(word) for word in others)
    for at, word in enumerate(subject):
        if _VAGUE.fullmatch(word.key):
            return word
        if _says_when(word, subject[:at], subject[at + 1 :], dated=dated):
            return word
    return None


def _sets_apart(word: Word, following: Words) -> bool:
    """Return whether a comma, a dash or a bracket sets apart what follows."""
    if word.kind is Kind.MARK:
        return bool(following) and not _is_list(following)
    return bool(following) and (word.raw.startswith("(") or word.raw in _DASHES)


def _is_list(words: Words) -> bool:
    """Return whether words behind a comma are the rest of a list: `hip and foot`."""
    pieces = [0]
    for word in words:
        if word.kind is Kind.MARK or word.key in _ANDS:
            pieces.append(0)
        else:
            pieces[-1] += 1
    return len(pieces) > 1 and pieces[-1] > 0 and max(pieces) <= _LONGEST_PIECE


def _begins_request(word: Word, following: Words) -> bool:
    """Return whether something else to do follows `and`, or another choice `or`.

    It begins with a verb, such as `and drop the other number`, or is long.
    """
    if word.key in ORS:
        return len(following) > 1
    if word.key not in _ANDS or not following or following[0].key in DETERMINERS:
        return False
    is_verb = bool(_VERBS.fullmatch(following[0].key))
    has_object = len(following) > 1 and following[1].key in DETERMINERS
    return is_verb or has_object or len(following) > _LONGEST_PIECE


def _orders(word: Word, following: Words) -> bool:
    """Return whether a verb and its object begin a request: `cancel the other one`."""
    if not following:
        return False
    is_order = word.key in ORDERS | BRINGS or bool(_VERBS.fullmatch(word.key))
    is_next = word.key in _ON_OCCASIONS and following[0].key in THAT
    return is_next or (is_order and following[0].key in DETERMINERS)


def _is_loose(word: Word, others: Words) -> bool:
    """Return whether the last word of a subject rather belongs to what is asked for."""
    measured = any(other.means for other in others)
    return word.key in LANGUAGES | _RATHER | _MANNERS | _ANDS or (measured and word.key in _LIMITS)


def _says_when(word: Word, before: Words, following: Words, *, dated: bool) -> bool:
    """Return whether a word may say when to meet."""
    if word.key in HALVES:
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
    if _is_day(word):
        return True
    if len(word.key) < _SHORTEST_SLIP or word.key in _ONE_LETTER_OFF:
        return False
    return any(is_slip(word.key, day) for day in _LONG_DAYS)


def _is_day(word: Word) -> bool:
    return word.key in DAY_NAMES or any(part in DAY_NAMES for part in word.value.split())
