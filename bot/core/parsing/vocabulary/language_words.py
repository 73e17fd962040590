"""The words that each language must define, for sentences and for times."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


class Part(Enum):
    """A part of the day, with the minutes of the day in which it can begin and end."""

    MORNING = (0, 12 * 60 - 1)
    MIDDAY = (11 * 60, 15 * 60)
    AFTERNOON = (12 * 60, 19 * 60)
    EVENING = (17 * 60, 24 * 60)
    NIGHT = (18 * 60, 24 * 60)

    def allows(self, minute: int) -> bool:
        """Return whether a minute of the day is in this part of it."""
        return self.value[0] <= minute <= self.value[1]


@dataclass(frozen=True)
class TimeWords:
    """The words for times in one language, all in lower case.

    Args:
        weekdays: seven names, Monday first; several names for a day separated by spaces.
        months: twelve names, likewise.
        days: days after today by name.
        after_days: units of `in 2 weeks`, in days.
        numbers: numbers by name.
        units: units of durations, in minutes.
        lengths: fixed phrases for durations, in minutes.
        parts: phrases for the parts of the day.
        noon: phrases for 12:00.
        midnight: phrases for the end of a day.
        leads: words that may precede an exact day or time.
        at: the leads after which a bare number is an hour.
        until: words between a beginning and an end.
        from_to: pairs of words around a beginning and before an end: `from 3 to 4`.
        into: words before a duration that say when something begins: `in 20 minutes`.
        lasting: words before a duration.
        oclock: words that may follow an hour.
        exactly: words that may follow a time of day, and change nothing.
        near_noon: phrases for other times around noon and midnight, in minutes of the day.
        offsets: phrases with `{hour}`, by the minutes that they add to the hour; a phrase with
            `{minutes}` adds or subtracts these, by the sign.
        next_before: words before a weekday that mean the coming one.
        next_after: words after a weekday with the same meaning.
        of_month: words between the day and the month.
        vague: phrases for inexact times.
        roughly: words that make a time inexact or exclude it.
        some: words for an inexact number.
        between: words around two ends of an inexact time.
        every: words before a unit or weekday of a series.
        series: words that mean a series by themselves.
        now: phrases for now.
        vague_lengths: phrases for inexact durations.
    """

    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    days: Mapping[str, int]
    after_days: Mapping[str, int]
    numbers: Mapping[str, int]
    units: Mapping[str, int]
    lengths: Mapping[str, int]
    parts: Mapping[Part, tuple[str, ...]]
    noon: tuple[str, ...]
    midnight: tuple[str, ...]
    leads: tuple[str, ...]
    at: tuple[str, ...]
    until: tuple[str, ...]
    from_to: tuple[tuple[str, str], ...]
    into: tuple[str, ...]
    lasting: tuple[str, ...]
    oclock: tuple[str, ...] = ()
    exactly: tuple[str, ...] = ()
    near_noon: Mapping[str, int] = field(default_factory=dict)
    offsets: tuple[tuple[str, int], ...] = ()
    next_before: tuple[str, ...] = ()
    next_after: tuple[str, ...] = ()
    of_month: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()
    roughly: tuple[str, ...] = ()
    some: tuple[str, ...] = ()
    between: tuple[tuple[str, str], ...] = ()
    every: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    now: tuple[str, ...] = ()
    vague_lengths: tuple[str, ...] = ()


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
        more: words that say that something is added.
        to: words before what something is changed to: `extend to 90 min`.
        total: words that say that a length is the whole one.
        negations: words that negate a sentence.
        clauses: words of whole clauses, which the name of a subject rarely has: `if`, `she`.
        limits: words before a length or a time that says how long or when at the latest.
        occasions: words for days that have no date of their own: `birthday`, `weekend`.
        on_occasions: words before an event that say when something is: `after`.
        manners: words at the end of a request for how to go about it: `privately`.
        rather: words that put something in the place of what was said before.
        exceptions: words before people who are not meant.
        instead: phrases before somebody whose place another one takes.
        replacing: verbs before somebody whose place another one takes.
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
    more: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    total: tuple[str, ...] = ()
    negations: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    occasions: tuple[str, ...] = ()
    on_occasions: tuple[str, ...] = ()
    manners: tuple[str, ...] = ()
    rather: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()
    replacing: tuple[str, ...] = ()


def each(verbs: str, what: str) -> tuple[str, ...]:
    """Return every verb with every noun; `|` separates verbs of several words."""
    return tuple(f"{verb} {noun}" for verb in verbs.split("|") for noun in what.split())


def each_word(words: str) -> tuple[str, ...]:
    """Return words that spaces separate."""
    return tuple(words.split())
