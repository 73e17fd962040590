"""The slots of a command: each takes its own words and knows how to say its value.

A command's slots are said in their order and taken from the last one on, so that a subject,
which may hold any word, is said last and taken first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.core import addresses, subjects
from bot.core.commands import Guest, Hint, Unclear
from bot.core.mentions import mention
from bot.core.subjects import CONNECTORS, COURTESIES, KEYWORDS
from bot.core.words import MOST_PEOPLE, Kind, Word, Words, joined

_FILLERS = CONNECTORS | COURTESIES | {"to", "me", "us", "now", "right", "?", "bot"}
_NO_NAMES = _FILLERS | KEYWORDS | {"here"}


@dataclass(frozen=True)
class Slot:
    """One thing that a command may be told.

    Args:
        field: of the command's dataclass.
        take: words -> the value and the words that are not its own, or why it is unclear.
        say: the value -> its words in the canonical sentence, nothing for no value.
    """

    field: str
    take: Callable[[Words], tuple[Any, Words] | Unclear]
    say: Callable[[Any], str]


def unread(words: Words) -> Unclear | None:
    """Return what nobody took of `words`: guessing would send a link to the wrong person."""
    left = [word for word in words if _means_something(word)]
    for word in left:
        if addresses.looks_like_address(word.raw):
            # Words past the effort that one sentence is worth were not judged as addresses.
            hint = Hint.TOO_MANY if addresses.address(word.raw) else Hint.ADDRESS
            return Unclear(word.raw[:100], hint)
    return Unclear(joined(left)[:100], Hint.WHO) if left else None


def _means_something(word: Word) -> bool:
    if word.kind is Kind.QUOTED:
        return bool(word.inside)
    return bool(word.key) and word.key not in _FILLERS


def with_names(words: Words) -> list[Word]:
    """Return `words` where `Alice Smith <alice@x.com>` has become one person with a name."""
    lists = any(
        word.raw in {";", "\N{FULLWIDTH SEMICOLON}"} for word in words if word.kind is Kind.MARK
    )
    named: list[Word] = []
    for word in words:
        if word.bracketed and word.guest:
            name = _name_before(named, comma_is_of_name=lists)
            if name:
                del named[-len(name) :]
                word = _called(word.guest, name)  # noqa: PLW2901 (the same word, with its name)
        named.append(word)
    return named


def _called(guest: Guest, words: Words) -> Word:
    name = words[0].inside or joined(words)
    return Word(Kind.PERSON, name, "", words[0].gap, replace(guest, name=name))


def _name_before(words: Words, comma_is_of_name: bool) -> Words:
    """Return the words at the end of `words` that are a name; none if it has no clear beginning.

    Outlook writes `Smith, Alice <alice@x.com>; Jones, Bob <bob@x.com>`: where semicolons part
    the people, a comma is of the name.
    """
    if words and words[-1].kind is Kind.QUOTED and not words[-1].guest:
        return words[-1:]
    start = len(words)
    while start and _is_of_name(words[start - 1], comma_is_of_name):
        start -= 1
    introduced = not start or words[start - 1].kind is not Kind.PLAIN
    introduced = introduced or words[start - 1].key in _FILLERS
    return words[start:] if introduced and 0 < len(words) - start <= 6 else ()


def _is_of_name(word: Word, comma_is_of_name: bool) -> bool:
    if word.kind is Kind.MARK:
        return comma_is_of_name and word.raw == ","
    letters = any(char.isalpha() for char in word.key)
    no_name = word.key in _NO_NAMES or "@" in word.raw
    return word.kind is Kind.PLAIN and letters and not no_name


def _take_people(words: Words) -> tuple[tuple[Guest, ...], Words] | Unclear:
    guests: dict[str, Guest] = {}
    for word in words:
        if word.guest:
            guests.setdefault(word.guest.same_as, word.guest)
    if len(guests) > MOST_PEOPLE:
        return Unclear(str(len(guests)), Hint.TOO_MANY)
    return tuple(guests.values()), [word for word in words if not word.guest]


def _say_people(guests: Sequence[Guest]) -> str:
    return ", ".join(_say_guest(guest) for guest in guests)


def _say_guest(guest: Guest) -> str:
    if guest.person_id:
        return mention(guest.person_id, guest.name)
    return f"{subjects.quoted(guest.name)} <{guest.email}>" if guest.name else guest.email


def _take_here(words: Words) -> tuple[bool, Words]:
    rest = [word for word in words if word.key != "here"]
    return len(rest) < len(words), rest


PEOPLE = Slot("guests", _take_people, _say_people)
HERE = Slot("here", _take_here, lambda here: "here" if here else "")
SUBJECT = Slot("subject", subjects.take, subjects.say)
