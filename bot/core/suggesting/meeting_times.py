"""Finds the meetings that begin at a time which a sentence names: `tomorrow's call`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.core.composing.meeting_words import (
    DETERMINERS,
    NOUNS,
    OF,
    ORDER,
)
from bot.core.composing.names import OwnMeeting
from bot.core.composing.spoken_meetings import MentionableMeetings
from bot.core.domain.commands import Meet
from bot.core.parsing.grammar import SentenceParser
from bot.core.parsing.text.words import Kind, Word

_TAKING_TIMES = frozenset({"move", "again", "extend", "undo"})
"""Commands in which a time may be the new one."""


def by_times(
    command: str, said: Sequence[Word], spoken: MentionableMeetings, by: SentenceParser
) -> tuple[list[OwnMeeting] | None, list[str]]:
    """Return the meetings that begin at a time which only says which is meant, and that time.

    Args:
        command: a command about a meeting, such as ``cancel``.
        said: the words, each `plain`.
        spoken: the meetings that the speaker may mention.
        by: parses days.
    """
    groups = list(_time_groups(said))
    is_longer = command == "extend" and any(word.means == "length" for word in said)
    for number, (start, end) in enumerate(groups):
        others = is_longer or number < len(groups) - 1
        if _says_which(command, said, start, end, has_other=others):
            time = [word.raw for word in said[start:end]]
            begins = beginning(said[start:end], by)
            return [each for each in spoken.meetings if begins.is_of(each)], time
    return None, []


def _time_groups(said: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Yield where times begin and end: `tomorrow at 3pm` is one."""
    at = 0
    while at < len(said):
        end = at
        while end < len(said) and said[end].means in _CLOCKS_AND_DAYS:
            end += 1
        if end > at:
            yield at, end
        at = end + 1


_CLOCKS_AND_DAYS = frozenset({"day", "iso", "clock", "bare_clock"})


def _says_which(
    command: str, said: Sequence[Word], start: int, end: int, *, has_other: bool
) -> bool:
    """Return whether a time says which meeting is meant, and is not the new one."""
    before = [word.key for word in said[max(0, start - 2) : start]]
    after = said[end].key if end < len(said) else ""
    if after in NOUNS:
        return True
    of_noun = bool(before) and (
        before[-1] in NOUNS or (before[-1] in OF and len(before) > 1 and before[-2] in NOUNS)
    )
    if command in _TAKING_TIMES:
        leads = bool(before) and before[-1] in DETERMINERS
        return (of_noun and (has_other or before[-1] in OF)) or (leads and has_other)
    return True


@dataclass(frozen=True)
class Beginning:
    """When a meeting begins, as far as it is said.

    Args:
        day: the day; None if none is said.
        clock: the time of day; None if none is said.
    """

    day: date | None
    clock: re.Match[str] | None

    def is_of(self, meeting: OwnMeeting) -> bool:
        """Return whether a meeting begins then."""
        if meeting.opens is None or (self.day is None and self.clock is None):
            return False
        on_day = self.day is None or meeting.opens.date() == self.day
        return on_day and (self.clock is None or _is_at(meeting.opens, self.clock))


def beginning(time: Sequence[Word], by: SentenceParser) -> Beginning:
    """Return when meetings begin that are named by a time."""
    words = " ".join(word.raw.rstrip("?!.,") for word in time[:_MOST_WORDS])
    day = _CLOCK.sub("", words).strip()
    read = by.command(f"meet {day} at 23:59") if day else None
    opens = read.opens if isinstance(read, Meet) else None
    return Beginning(opens.date() if opens else None, _CLOCK.search(words))


_MOST_WORDS = 4
"""The most words of a time that says which meeting is meant."""

_CLOCK = re.compile(
    r"(?:at |um |à |a las? )?\b(\d{1,2})(?:[:.h](\d\d))?\s*(?:am|pm|uhr|h|o.?clock|heures?)?\b",
    re.IGNORECASE,
)


def _is_at(opens: datetime, clock: re.Match[str]) -> bool:
    return opens.hour % 12 == int(clock[1]) % 12 and opens.minute == int(clock[2] or 0)


def plain(word: Word) -> Word:
    """Return a word that tells meetings apart as such, although it may be a time: `later`."""
    key = word.raw.casefold()
    if word.kind is Kind.PHRASE and key in ORDER:
        return replace(word, kind=Kind.PLAIN, key=key, means="")
    day = _DAYS_OWN.fullmatch(key)
    if word.kind is Kind.PLAIN and day:
        raw = day[1] or ("today" if day[2] else "tomorrow")
        return replace(word, kind=Kind.PHRASE, raw=raw, key="", means="day")
    return word


def is_own(word: Word) -> bool:
    """Return whether a word, as `plain` returns it, is a day in a form of its own."""
    return word.means == "day" and not word.value


_DAYS_OWN = re.compile(r"(today|tonight|tomorrow|[a-z]+day)['’]s|(heutig\w*)|morgig\w*")
"""Days in a form of their own: `tomorrow's call`, `der morgige Termin`."""


def without(times: str, used: Sequence[str]) -> str:
    """Return times without those that are used."""
    for each in used:
        times = times.replace(each.rstrip("?!"), "", 1)
    return " ".join(times.split())
