"""Finds guests and meetings that a sentence mentions by name alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise

from bot.core.composing.tokens import tokens
from bot.core.domain.commands import Guest
from bot.core.parsing.text.phrases import one_of
from bot.core.parsing.text.words import Kind, Word
from bot.core.parsing.vocabulary.aside_words import TITLES

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
        clock: the time of day when it begins, as ``14:30``, where its speaker is.
        opens: when it begins, in the speaker's time zone; None if unknown.
        made: when it was asked for; None if unknown.
    """

    number: int
    subject: str = field(default="", repr=False)
    guests: tuple[Guest, ...] = ()
    clock: str = ""
    opens: datetime | None = None
    made: datetime | None = None

    def has_guests(self, people: Iterable[Guest]) -> bool:
        """Return whether all of these people are invited."""
        return not self.without_guests(people)

    def without(self, people: Iterable[Guest]) -> list[Guest]:
        """Return the guests other than some people."""
        out = {key for each in people for key in _keys(each)}
        return [each for each in self.guests if not out & _keys(each)]

    def without_guests(self, people: Iterable[Guest]) -> list[Guest]:
        """Return the people who are not invited."""
        known = {key for guest in self.guests for key in _keys(guest)}
        return [each for each in people if not known & _keys(each)]


@dataclass(frozen=True)
class AtDoor:
    """A guest who has just come to a meeting of the speaker's, or waits to be let in.

    Args:
        number: the meeting's number.
        called: what a sentence of the grammar calls them, such as `alice@x.com` or `visitor 3`.
        waits: whether they wait to be let in.
    """

    number: int
    called: str = field(repr=False)
    waits: bool = False


@dataclass(frozen=True)
class Invitation:
    """A meeting of somebody else's to which the speaker is invited.

    Args:
        number: the meeting's number, as in ``#12``.
        host: the name of its host, or their address.
        host_id: the Webex id of its host.
        subject: the subject; empty for none.
        opens: when it begins, in the speaker's time zone; None if unknown.
    """

    number: int
    host: str = field(repr=False)
    host_id: str = ""
    subject: str = field(default="", repr=False)
    opens: datetime | None = None


@dataclass(frozen=True)
class CancelledMeeting:
    """A meeting that the speaker cancelled just now.

    Args:
        number: the meeting's number.
        subject: the subject; empty for none.
        way_back: the sentence that invites its guests to a new meeting at the same time.
    """

    number: int
    subject: str = field(repr=False)
    way_back: str


@dataclass(frozen=True)
class OverMeeting:
    """A meeting of the speaker's that ended lately, or was cancelled.

    Args:
        number: the meeting's number.
        subject: the subject.
        cancelled: whether it was cancelled.
    """

    number: int
    subject: str = field(repr=False)
    cancelled: bool


def by_name(guests: Iterable[Guest]) -> dict[str, Guest | None]:
    """Return guests by each of their names; nobody for a name that several have."""
    named: dict[str, Guest | None] = {}
    for guest in guests:
        for name in _names(guest):
            other = named.get(name, guest)
            named[name] = guest if other and other.is_same(guest) else None
    return named


def guest_named(word: Word, named: Mapping[str, Guest | None]) -> Guest | None:
    """Return the only guest who is called so, if there is one; see `by_name`."""
    if word.kind is not Kind.PLAIN or len(word.key) < 2:
        return None
    return named.get(word.key) or named.get(_AROUND_NAMES.sub("", word.key))


_AROUND_NAMES = re.compile(r"['’]s$|^d['’]")
"""What stands around a name in one word: `alice's`, `d'alice`."""


def _keys(guest: Guest) -> set[str]:
    """Return what a guest is known by: to suggest something, case is enough to compare."""
    return {guest.person_id, guest.email.casefold(), guest.phone} - {""}


def _names(guest: Guest) -> set[str]:
    account = guest.email.partition("@")[0].casefold()
    known = f"{guest.name.casefold()} {re.sub(r'[._+0-9-]', ' ', account)}"
    names = {each for each in known.split() if len(each) > 1}
    return names - TITLES or names


def meeting_named(words: Sequence[Word], meetings: Sequence[OwnMeeting]) -> OwnMeeting | None:
    """Return the meeting with this number, or the one whose whole subject is mentioned."""
    said = set(tokens(" ".join(word.raw for word in words)))
    numbers = {int(each) for word in words for each in re.findall(r"#(\d{1,9})", word.raw)}
    by_number = [each for each in meetings if each.number in numbers]
    by_words = [each for each in meetings if _is_named(each, said)]
    by_order = [meetings[at] for at in _places(words) if at < len(meetings)]
    newest = sorted(meetings, key=lambda each: each.number)[-1:] if said & _NEWEST else []
    found = by_number or by_words or newest or (by_order if len(meetings) > 1 else [])
    return found[0] if len(found) == 1 and numbers <= {found[0].number} else None


_NEWEST = frozenset({"latest", "newest", "neueste", "neuestes", "neuesten", "ultima", "ultimo"})
"""Words for the meeting that was made last."""


_ORDER = {"second": 1, "zweite": 1, "zweiten": 1, "deuxieme": 1, "segunda": 1, "third": 2}
"""Words for a meeting's place in the speaker's list, such as `second`."""


_NO_MEETINGS = frozenset(
    {"host", "hosts", "cohost", "gastgeber", "hote", "animateur", "anfitrion", "link", "guest"}
    | {
        "opinion",
        "half",
        "time",
        "person",
        "meinung",
        "mal",
        "fois",
        "avis",
        "vez",
        "lien",
        "doctor",
    }
)
"""Words behind `second` by which it is no meeting's place in the list."""


def _places(words: Sequence[Word]) -> list[int]:
    """Return the places in the speaker's list that words such as `second` name."""
    said = tokens(" ".join(word.raw for word in words))
    placed = ((_ORDER.get(word), after) for word, after in pairwise([*said, ""]))
    return [at for at, after in placed if at is not None and after not in _NO_MEETINGS]


def _is_named(meeting: OwnMeeting, said: set[str]) -> bool:
    significant = set(tokens(" ".join(significant_words(meeting.subject))))
    return bool(significant) and significant <= said


def subject_pattern(subject: str) -> str:
    """Return the pattern of a subject's words; between them, only words that say little."""
    between = rf"\W+(?:{one_of(_DULL)}\W+){{0,3}}"
    return between.join(map(re.escape, significant_words(subject)))


def significant_words(subject: str) -> list[str]:
    return [each for each in re.findall(r"\w+", subject.casefold()) if each not in _DULL]
