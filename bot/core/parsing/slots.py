"""The slots of a command: each takes its own words and knows how to say its value.

A command's slots are said in their order and taken from the last one on, so that a subject,
which may hold any word, is said last and taken first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest
from typing import Any

from bot.core.commands import Guest, Unclear
from bot.core.hints import Hint
from bot.core.parsing import subjects, whens
from bot.core.parsing.mentions import mention
from bot.core.parsing.subjects import CONNECTORS, COURTESIES, KEYWORDS
from bot.core.parsing.words import MOST_PEOPLE, Kind, Word, Words, joined

FILLERS = (
    CONNECTORS
    | COURTESIES
    | {
        "to",
        "me",
        "us",
        "now",
        "right",
        "?",
        "bot",
        "yes",
        "w",
        "too",
        "quickly",
        "urgently",
        "asap",
        "immediately",
        "talk",
    }
)
_NO_NAMES = FILLERS | KEYWORDS | {"here"}


Taken = tuple[Mapping[str, Any], Words]
"""The values of fields, and the words that are left."""


@dataclass(frozen=True)
class Slot:
    """What a command may be told in one place of its sentence.

    Args:
        fields: of the command's dataclass.
        take: words and now -> the fields' values and the words that are not its own, or why it
            is unclear. A field that was not told may be missing.
        say: the fields' values -> their words in the canonical sentence, nothing for no value.
        frames: pattern of the words that it takes as one, see `frames`; empty for none.
    """

    fields: tuple[str, ...]
    take: Callable[[Words, datetime], Taken | Unclear]
    say: Callable[..., str]
    frames: str = ""


def with_names(words: Words) -> list[Word]:
    """Return `words` where `Alice Smith <alice@x.com>` has become one person with a name.

    Without brackets it is a name where its words are in the address: `Alice alice.smith@x.com`.
    """
    lists = any(
        word.raw in {";", "\N{FULLWIDTH SEMICOLON}"} for word in words if word.kind is Kind.MARK
    )
    named: list[Word] = []
    for word in words:
        if word.guest and (word.bracketed or _is_bare(word.guest)):
            name = _name_before(named, comma_is_of_name=lists)
            name = name if word.bracketed or _is_in(name, word.guest.email) else ()
            if name:
                del named[-len(name) :]
                word = _called(word.guest, name)  # noqa: PLW2901 (the same word, with its name)
        named.append(word)
    return named


_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "herr", "frau", "sir"})


def _is_bare(guest: Guest) -> bool:
    return bool(guest.email) and not guest.name


def _is_in(name: Words, email: str) -> bool:
    """Return whether each word of a name is in an address too, so that it is nobody else's."""
    account = email.partition("@")[0].casefold()
    own = [word.key for word in name if word.key not in _TITLES]
    return bool(own) and all(len(key) > 1 and key in account for key in own)


def _called(guest: Guest, words: Words) -> Word:
    name = words[0].inside or joined(words).rstrip(":")
    named = Guest(guest.person_id, guest.email, name, guest.language, guest.phone)
    return Word(Kind.PERSON, name, "", words[0].gap, named)


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
    introduced = introduced or words[start - 1].key in FILLERS
    return words[start:] if introduced and 0 < len(words) - start <= 6 else ()


def _is_of_name(word: Word, comma_is_of_name: bool) -> bool:
    if word.kind is Kind.MARK:
        return comma_is_of_name and word.raw == ","
    letters = any(char.isalpha() for char in word.key)
    no_name = word.key in _NO_NAMES or "@" in word.raw
    return word.kind is Kind.PLAIN and letters and not no_name


def people(words: Words) -> tuple[tuple[Guest, ...], Words] | Unclear:
    """Return each person once, and the other words."""
    guests: dict[str, Guest] = {}
    for word in words:
        if word.guest:
            guests.setdefault(word.guest.same_as, word.guest)
    if len(guests) > MOST_PEOPLE:
        return Unclear(str(len(guests)), Hint.TOO_MANY)
    return tuple(guests.values()), _without_people(words)


def _without_people(words: Words) -> list[Word]:
    """Return the words that are nobody; what leads to somebody goes with them."""
    pairs = zip_longest(words, words[1:])
    return [word for word, after in pairs if not (word.guest or _leads_to(word, after))]


def _leads_to(word: Word, following: Word | None) -> bool:
    return word.key in {"for", "between"} and following is not None and following.guest is not None


def _take_people(words: Words, _: datetime) -> Taken | Unclear:
    found = people(words)
    return found if isinstance(found, Unclear) else ({"guests": found[0]}, found[1])


def say_people(guests: Sequence[Guest]) -> str:
    """Return the words that name `guests`."""
    return ", ".join(_say_guest(guest) for guest in guests)


def _say_guest(guest: Guest) -> str:
    if guest.person_id:
        return mention(guest.person_id, guest.name)
    written = guest.email or guest.phone
    return f"{subjects.quoted(guest.name)} <{written}>" if guest.name else written


_HERE = frozenset({"here", "everyone", "everybody"})
"""Everybody of a space has one link, in the space."""


def _take_here(words: Words, _: datetime) -> Taken:
    rest = [word for word in words if word.key not in _HERE]
    return {"here": len(rest) < len(words)}, rest


def _take_subject(words: Words, _: datetime) -> Taken | Unclear:
    found = subjects.take(words)
    return found if isinstance(found, Unclear) else ({"subject": found[0]}, found[1])


PEOPLE = Slot(("guests",), _take_people, say_people)
HERE = Slot(("here",), _take_here, lambda here: "here" if here else "")
SUBJECT = Slot(("subject",), _take_subject, subjects.say)
TIMES = Slot(("opens", "minutes"), whens.take, whens.say, whens.FRAMES)
