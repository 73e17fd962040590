"""Tells whether the words of a command may be a remark about a thing, or said to somebody else."""

from __future__ import annotations

import re

from bot.core.parsing.command_words import skip_courtesies
from bot.core.parsing.text.phrases import one_of
from bot.core.parsing.text.words import Word, Words, split
from bot.core.parsing.vocabulary.all_languages import DAY_NAMES, sentence_words
from bot.core.parsing.vocabulary.remark_words import (
    DELETES,
    ENDS,
    GOES_THERE,
    GROANS,
    LASTING,
    REPEATS,
)
from bot.core.parsing.vocabulary.verb_stems import any_form

_CANCELS = any_form("cancels")
_GROANS = re.compile(rf"\b{one_of(GROANS)}\b", re.IGNORECASE)
_ASKED = re.compile(rf"\W*(?:\S+\s+){{0,3}}?{one_of(sentence_words('requests'))}\b", re.IGNORECASE)
_COURTESIES = one_of(sentence_words("closing") | sentence_words("requests"))
_MENTION = rf"\W*(?:{one_of(sentence_words('to') | {'für', 'for'})}\s+)?<@[^<>]{{1,400}}>"
_MENTIONED_FIRST = re.compile(
    rf"{_MENTION}(?:\s*:|\W*{_COURTESIES}\b|.*\S\s+\w*rufen\W*$)", re.IGNORECASE | re.DOTALL
)
_BEFORE_PERSONS = sentence_words("to")
_BEFORE_VISITS = frozenset({"a", "am", "pm", "uhr", "go", "will", "i", "we"})
_PHONE = re.compile(r"\+?\d{2,}")
_MEETINGS = sentence_words("meeting")
_LASTING = re.compile(rf"\b(?:{'|'.join(LASTING)})", re.IGNORECASE)
_NUMBERED = re.compile(r"#\d+")
_BARE = re.compile(
    r"\bum\s+(?P<number>\d{1,2})(?!\s*(?:[:.h\d]|uhr|min|std|stunde))(?!\w)", re.IGNORECASE
)


def may_end_a_thing(said: str) -> bool:
    """Return whether what is ended may be a thing rather than a meeting: `stop the diet`."""
    return _has_verb(said, ENDS) and not _NUMBERED.search(said)


def may_delete_a_thing(said: str) -> bool:
    """Return whether what is deleted may be a thing: `delete the report`, but `… the meeting`."""
    is_meeting = _NUMBERED.search(said) or _MEETINGS & {word.key for word in split(said)}
    return _has_verb(said, DELETES) and not is_meeting


def may_repeat_a_thing(said: str) -> bool:
    """Return whether what is repeated may be a thing: `refais l'ordonnance`."""
    return _has_verb(said, REPEATS)


def is_groan(said: str) -> bool:
    """Return whether words may only remark that something happens again: `schon wieder`."""
    return bool(_GROANS.search(said))


def is_asked_of_somebody(said: str) -> bool:
    """Return whether a colleague rather than the bot may be asked: `can you take it?`."""
    return bool(_ASKED.match(said))


def is_for_somebody_mentioned(said: str) -> bool:
    """Return whether a request may be to who is mentioned: `@bob please call krause@y.com`."""
    return bool(_MENTIONED_FIRST.match(said))


def speaks_of_lasting(said: str) -> bool:
    """Return whether words say that a meeting lasts longer, or name it by its number."""
    return bool(_LASTING.search(said) or _NUMBERED.search(said))


def may_go_there(said: str) -> bool:
    """Return whether a visit may be one in person: `visit bob@x.com on thursday`."""
    words = [word for word in skip_courtesies(split(said)) if word.raw != "+"]
    return any(
        word.key in GOES_THERE and _is_verb(words, at) and _is_of_person(words[at + 1 : at + 3])
        for at, word in enumerate(words)
    )


def _is_verb(words: Words, at: int) -> bool:
    """Return whether a visit is no noun with words of its own: `video visit`."""
    before = words[at - 1] if at else None
    is_time = before is not None and (before.key in DAY_NAMES or before.raw[:1].isdigit())
    return before is None or is_time or before.key in _BEFORE_VISITS


def _is_of_person(words: Words) -> bool:
    whom = [word for word in words if word.key not in _BEFORE_PERSONS]
    return bool(whom) and (whom[0].guest is not None or bool(_PHONE.match(whom[0].raw)))


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
    if not keys or keys[0] in verbs:
        return bool(keys)
    return keys[-1] in verbs and not _CANCELS.fullmatch(keys[0])


def _says_something(word: Word) -> bool:
    return bool(word.key) and word.key not in sentence_words("closing")
