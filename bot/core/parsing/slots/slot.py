"""Slots: each takes its words out of a sentence, and writes its value back as words.

A sentence has the slots of its command in order, and they are read from the last one on: a
subject, which may contain any word, is written last and read first. What no slot has read is asked
about: to ignore it could send a link to the wrong person.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest
from typing import Any

from bot.core.domain.commands import Guest, Unclear
from bot.core.domain.hints import Hint
from bot.core.parsing.slots import subjects
from bot.core.parsing.slots.subjects import CONNECTORS, COURTESIES
from bot.core.parsing.slots.subjects import HERE as HERE_WORDS
from bot.core.parsing.text import addresses, phone_numbers
from bot.core.parsing.text.mentions import mention
from bot.core.parsing.text.words import MOST_PEOPLE, Kind, Word, Words, joined
from bot.core.parsing.times import schedule, time_phrases, time_zones
from bot.core.parsing.vocabulary.all_languages import sentence_words
from bot.core.parsing.vocabulary.language_names import LANGUAGES

FILLERS = CONNECTORS | COURTESIES | sentence_words("fillers")
"""Words without meaning, which are ignored."""

Taken = tuple[Mapping[str, Any], Words]
"""The values of fields, and the remaining words."""


@dataclass(frozen=True)
class Slot:
    """One or more fields of a command, read from a sentence and written to one.

    Args:
        fields: the fields of the command's dataclass.
        take: gets words and the current time; returns the values of the fields, without those
            that the words don't set, and the remaining words, or a question.
        say: returns the words of a canonical sentence for the values; empty for no value.
        pattern: the pattern of its phrases, see `phrases`; empty for none.
    """

    fields: tuple[str, ...]
    take: Callable[[Words, datetime], Taken | Unclear]
    say: Callable[..., str]
    pattern: str = ""


def people(words: Words) -> tuple[tuple[Guest, ...], Words] | Unclear:
    """Return the people, each once, and the other words."""
    guests: dict[str, Guest] = {}
    for word in words:
        if word.guest:
            guests.setdefault(word.guest.identity, word.guest)
    if len(guests) > MOST_PEOPLE:
        return Unclear(str(len(guests)), Hint.TOO_MANY)
    return tuple(guests.values()), _without_people(words)


def _without_people(words: Words) -> list[Word]:
    """Return the words without people and the words that introduce them."""
    pairs = zip_longest(words, words[1:])
    return [word for word, after in pairs if not (word.guest or _leads_to(word, after))]


def _leads_to(word: Word, following: Word | None) -> bool:
    return (
        word.key in {"for", "between", "für", "pour", "para", "entre"}
        and following is not None
        and following.guest is not None
    )


def _take_people(words: Words, _: datetime) -> Taken | Unclear:
    found = people(words)
    return found if isinstance(found, Unclear) else ({"guests": found[0]}, found[1])


def say_people(guests: Sequence[Guest]) -> str:
    """Return `guests` as words of a canonical sentence."""
    return ", ".join(_say_guest(guest) for guest in guests)


def _say_guest(guest: Guest) -> str:
    if guest.person_id:
        return mention(guest.person_id, guest.name)
    written = guest.email or guest.phone
    if guest.name:
        return f"{subjects.quoted(guest.name)} <{written}>"
    return f"<{written}>" if addresses.is_doubtful(guest.email) else written


def _take_here(words: Words, _: datetime) -> Taken:
    rest = [word for word in words if word.key not in HERE_WORDS]
    return {"here": len(rest) < len(words)}, rest


def _take_subject(words: Words, _: datetime) -> Taken | Unclear:
    found = subjects.take(words)
    return found if isinstance(found, Unclear) else ({"subject": found[0]}, found[1])


PEOPLE = Slot(("guests",), _take_people, say_people)
HERE = Slot(("here",), _take_here, lambda here: "here" if here else "")
SUBJECT = Slot(("subject",), _take_subject, subjects.say)
TIMES = Slot(("opens", "minutes"), schedule.take, schedule.say, time_phrases.PATTERN)

_TIME_LEADS = frozenset(
    {"at", "until", "till", "on", "in", "um", "bis", "tomorrow", "next", "between", "before"}
    | {"after", "around", "later", "soon", "zwischen", "nach", "gegen", "about"}
)
_TIME_UNITS = frozenset({"minute", "minutes", "min", "mins", "hour", "hours", "bit", "while"})
_KINDS = frozenset({"healthcare", "health-care", "clinical", "medical", "hc", "general"})


def unread(words: Words, hint: Hint = Hint.WORDS, times: bool = False) -> Unclear | None:
    """Return a question about the words that no slot has read, or None if they can be ignored.

    Args:
        words: the remaining words.
        hint: the hint for ordinary words.
        times: whether the command takes a time.
    """
    left = [word for word in words if _means_something(word)]
    for word in left:
        if not word.guest and addresses.looks_like_address(word.raw):
            # After many addresses, further words aren't checked.
            wrong = Hint.TOO_MANY if addresses.address(word.raw) else Hint.ADDRESS
            return Unclear(word.raw[:100], wrong)
    if not left:
        return None
    if phone_numbers.looks_like_number(left[:8]):
        hint = Hint.PHONE
    else:
        hint = _why(*(word.key for word in left[:4]), times=times) or hint
    return Unclear(joined(left[:100])[:100], hint)


def _why(first: str, second: str = "", *others: str, times: bool) -> Hint | None:
    """Return the hint for words by what the first ones look like."""
    if first in _KINDS or first in LANGUAGES:
        return Hint.LEAD
    if first == "for":
        return Hint.HOW_LONG if second.isdigit() or not times else Hint.PURPOSE
    if first.isdigit() and second[:1].isalpha():
        return Hint.HOW_MANY
    if not times:
        return Hint.HOW_LONG if first.isdigit() else None
    of_time = second[:1].isdigit() or {second, *others} & _TIME_UNITS
    if (first == "in" and not of_time) or time_zones.zone_at(first, led=True):
        return Hint.PLACE
    return Hint.WHICH_TIME if first in _TIME_LEADS or first[:1].isdigit() else None


def _means_something(word: Word) -> bool:
    if word.kind is Kind.PLAIN:
        return bool(word.key) and word.key not in FILLERS
    return bool(word.inside) if word.kind is Kind.QUOTED else word.kind is not Kind.MARK


EXCEPTIONS = sentence_words("exceptions") | sentence_words("instead")
"""Words and phrases before people who are not meant: `except`, `instead of`."""

_EXCEPTIONS = {tuple(each.split()) for each in EXCEPTIONS}
_LONGEST = max(map(len, _EXCEPTIONS))


def exception_at(words: Sequence[Word], at: int) -> int:
    """Return how many words from `at` on say that whoever follows isn't meant; 0 for none."""
    keys = tuple(word.key for word in words[at : at + _LONGEST])
    return next((n for n in range(len(keys), 0, -1) if keys[:n] in _EXCEPTIONS), 0)


def leaves_out(words: Words) -> bool:
    """Return whether somebody is named who is not meant, as in `not bob@x.com`."""
    return any(_leaves_out(words, at) for at in range(len(words)))


def _leaves_out(words: Words, at: int) -> bool:
    """Return whether words at `at` say that whoever is named right behind them isn't meant."""
    length = exception_at(words, at)
    after = (word for word in words[at + length :] if word.key not in FILLERS)
    return length > 0 and getattr(next(after, None), "guest", None) is not None
