"""Tells whether the words of a command may be a remark about a thing, or said to somebody else."""

from __future__ import annotations

import re

from bot.core.parsing.command_words import skip_courtesies
from bot.core.parsing.text.phrases import one_of
from bot.core.parsing.text.words import Word, split
from bot.core.parsing.vocabulary.all_languages import DAY_NAMES, sentence_words
from bot.core.parsing.vocabulary.remark_words import ENDS, GOES_THERE, GROANS, REPEATS

_GROANS = re.compile(rf"\b{one_of(GROANS)}\b", re.IGNORECASE)
_ASKED = re.compile(rf"\W*(?:\S+\s+){{0,3}}?{one_of(sentence_words('requests'))}\b", re.IGNORECASE)
_BEFORE_PERSONS = sentence_words("to")
_NUMBERED = re.compile(r"#\d+")
_BARE = re.compile(
    r"\bum\s+(?P<number>\d{1,2})(?!\s*(?:[:.h\d]|uhr|min|std|stunde))(?!\w)", re.IGNORECASE
)


def may_end_a_thing(said: str) -> bool:
    """Return whether what is ended may be a thing rather than a meeting: `stop the diet`."""
    return _has_verb(said, ENDS)


def may_repeat_a_thing(said: str) -> bool:
    """Return whether what is repeated may be a thing: `refais l'ordonnance`."""
    return _has_verb(said, REPEATS)


def is_groan(said: str) -> bool:
    """Return whether words may only remark that something happens again: `schon wieder`."""
    return bool(_GROANS.search(said))


def is_asked_of_somebody(said: str) -> bool:
    """Return whether a colleague rather than the bot may be asked: `can you take it?`."""
    return bool(_ASKED.match(said))


def may_go_there(said: str) -> bool:
    """Return whether a visit may be one in person: `visit bob@x.com on thursday`."""
    words = skip_courtesies(split(said))
    whom = [word for word in words[1:3] if word.key not in _BEFORE_PERSONS]
    return bool(whom) and words[0].key in GOES_THERE and whom[0].guest is not None


def may_be_for_a_day(said: str) -> bool:
    """Return whether a day may say when to do it, as a number names the meeting already."""
    keys = {word.key for word in split(said)}
    return bool(_NUMBERED.search(said)) and not keys.isdisjoint(DAY_NAMES)


def hours_or_minutes(said: str) -> int | None:
    """Return the number that may be an hour or minutes: `verschiebe um 10`; None for none."""
    found = _BARE.search(said)
    return int(found["number"]) if found else None


def _has_verb(said: str, verbs: frozenset[str]) -> bool:
    """Return whether words begin with one of the verbs, or end with it."""
    keys = [word.key for word in skip_courtesies(split(said)) if _says_something(word)]
    return bool(keys) and not verbs.isdisjoint({keys[0], keys[-1]})


def _says_something(word: Word) -> bool:
    return bool(word.key) and word.key not in sentence_words("closing")
