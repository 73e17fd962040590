"""The words that each language must define for sentences, except for times."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class SentenceWords:
    """The words for sentences in one language, all in lower case.

    Args:
        beginnings: beginnings of commands, by the name of their rules; `…` stands for people.
        endings: verbs at the end of a sentence, by the name of their rules: `bob@x.com einladen`.
        around: pairs of words at the beginning and the end of a command: `ruf … an`.
        planning: first words of beginnings that mean a meeting to be planned.
        courtesies: polite phrases before a command.
        requests: polite requests, which don't ask whether something is possible.
        permissions: questions whether something is possible.
        thanks: words of thanks or approval.
        articles: words to skip inside a beginning.
        connectors: words between people.
        ands: the connectors that can also be part of a subject.
        about: words before a subject.
        of: words to drop between `about` and the subject.
        closing: polite words at the end.
        fillers: words without meaning, which are ignored.
        here: words for everybody in the space.
        me: words for the person who writes.
        everybody: words for all guests.
        links: words for links and invitations.
        introduces: words before a meeting's number or subject.
        meeting: words for a meeting.
        which: words for the meeting that is meant if none is named.
        empty: words too common to tell subjects apart.
        later: words for a later time.
        earlier: words for an earlier time.
        negations: words that negate a sentence.
    """

    beginnings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    endings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    around: Mapping[tuple[str, str], str] = field(default_factory=dict)
    planning: tuple[str, ...] = ()
    courtesies: tuple[str, ...] = ()
    requests: tuple[str, ...] = ()
    permissions: tuple[str, ...] = ()
    thanks: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    connectors: tuple[str, ...] = ()
    ands: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    fillers: tuple[str, ...] = ()
    here: tuple[str, ...] = ()
    me: tuple[str, ...] = ()
    everybody: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    introduces: tuple[str, ...] = ()
    meeting: tuple[str, ...] = ()
    which: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    negations: tuple[str, ...] = ()


def each(verbs: str, what: str) -> tuple[str, ...]:
    """Return every verb with every noun; `|` separates verbs of several words."""
    return tuple(f"{verb} {noun}" for verb in verbs.split("|") for noun in what.split())
