"""Finds guests and meetings that a sentence mentions by name alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bot.core.domain.commands import Guest
from bot.core.parsing.words import Kind, Word
from bot.core.suggesting.tokens import tokens

_DULL = frozenset(
    {"the", "a", "an", "my", "our", "about", "meeting", "call", "with", "for", "and", "of", "to"}
    | {"der", "die", "das", "mein", "le", "la", "les", "el", "los", "las", "de"}
)
"""Words too common to tell meetings apart."""


@dataclass(frozen=True)
class OwnMeeting:
    """A meeting that the speaker hosts and may mention in this place.

    Args:
        number: the meeting's number, as in ``#12``.
        subject: the subject; empty for none.
        guests: the people who are invited.
    """

    number: int
    subject: str = field(default="", repr=False)
    guests: tuple[Guest, ...] = ()

    def has_guests(self, people: Iterable[Guest]) -> bool:
        """Return whether all of these people are invited."""
        return all(any(map(each.is_same, self.guests)) for each in people)


def guest_named(word: Word, guests: Iterable[Guest]) -> Guest | None:
    """Return the guest with this name, or None if nobody or several have it."""
    if word.kind is not Kind.PLAIN or len(word.key) < 2:
        return None
    name = re.sub(r"['’]?s$", "", word.key) if re.search(r"['’]s$", word.key) else word.key
    fitting = {each.identity: each for each in guests if name in _names(each)}
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def _names(guest: Guest) -> set[str]:
    account = guest.email.partition("@")[0].casefold()
    known = f"{guest.name.casefold()} {re.sub(r'[._+0-9-]', ' ', account)}"
    return {each for each in known.split() if len(each) > 1}


def meeting_named(words: Sequence[Word], meetings: Sequence[OwnMeeting]) -> OwnMeeting | None:
    """Return the meeting with this number, or the one whose whole subject is mentioned."""
    said = set(tokens(" ".join(word.raw for word in words)))
    numbers = {int(each) for word in words for each in re.findall(r"#(\d{1,9})", word.raw)}
    by_number = [each for each in meetings if each.number in numbers]
    by_words = [each for each in meetings if _is_named(each, said)]
    by_order = [
        meetings[at] for at in map(_ORDER.get, said) if at is not None and at < len(meetings)
    ]
    found = by_number or by_words or (by_order if len(meetings) > 1 else [])
    return found[0] if len(found) == 1 else None


_ORDER = {"second": 1, "zweite": 1, "zweiten": 1, "deuxieme": 1, "segunda": 1, "third": 2}
"""Words for a meeting's place in the speaker's list, such as `second`."""


def _is_named(meeting: OwnMeeting, said: set[str]) -> bool:
    significant = set(tokens(" ".join(significant_words(meeting.subject))))
    return bool(significant) and significant <= said


def significant_words(subject: str) -> list[str]:
    return [each for each in re.findall(r"\w+", subject.casefold()) if each not in _DULL]
