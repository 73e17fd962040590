"""Tells which of the speaker's meetings a sentence means: `the MRI one`, `tomorrow's call`, `both`.

What a sentence names is never replaced by another meeting. If it names none, the meeting is the
one that the same command would take if it were typed exactly.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.core.composing.evidence import Evidence
from bot.core.composing.grammar_sentences import OF_ITS_GUESTS
from bot.core.composing.meeting_words import (
    ALL,
    BOTH,
    DETERMINERS,
    MAY_FOLLOW,
    NOUNS,
    ORDER,
    RENAMES,
)
from bot.core.composing.names import OwnMeeting, significant_words
from bot.core.composing.spoken_meetings import MentionableMeetings
from bot.core.composing.tokens import tokens
from bot.core.parsing.grammar import SentenceParser
from bot.core.parsing.text.words import Kind, Word
from bot.core.suggesting.meeting_times import by_times, plain, without
from bot.core.suggesting.ranking import index
from bot.core.suggesting.unknown_meetings import says_more_than_guests, unknown_meeting

_OF_WHOLE_MEETINGS = frozenset({"cancel", "extend", "move", "status", "rename", "again"})
"""Commands in which `both` and `all` are meetings, and not people."""

_CHANGES_WHOLE = frozenset({"cancel", "extend", "move", "rename"})
"""Commands for which every meeting of somebody mentioned is offered."""

_NUMBER = re.compile(r"#(\d{1,9})\b")


@dataclass(frozen=True)
class MatchingMeetings:
    """The meetings that a sentence means.

    Args:
        meetings: the meetings, the likeliest first.
        found: what the sentence mentions, without the times that only say which meeting is meant.
        unknown: words that name a meeting which the speaker doesn't have; empty for none.
    """

    meetings: tuple[OwnMeeting, ...]
    found: Evidence
    unknown: str = ""


def meetings_meant(
    command: str, found: Evidence, spoken: MentionableMeetings, by: SentenceParser
) -> MatchingMeetings:
    """Return the meetings that a sentence means, if it is meant for a command.

    Args:
        command: a command about a meeting, such as ``cancel``.
        found: what the sentence mentions.
        spoken: the meetings that the speaker may mention.
        by: parses days.
    """
    said = _before_free_words(command, [plain(each) for each in found.words])
    named, used = _named(command, said, spoken, by)
    left = replace(found, times=without(found.times, used)) if used else found
    guests = found.people if command in OF_ITS_GUESTS else found.left_out * (command == "add")
    if guests:
        theirs = spoken.all_with_guests(guests)
        likely = [each for each in spoken.likely(command) if each in theirs]
        if command in _CHANGES_WHOLE:
            likely += [each for each in theirs if each not in likely]
        named = _narrowed(named, theirs if named else likely or theirs, command)
    if named is not None:
        return MatchingMeetings(tuple(named), left)
    if spoken.unknown:
        return MatchingMeetings((), left, spoken.unknown)
    if unknown := unknown_meeting(said):
        return MatchingMeetings((), left, unknown)
    return MatchingMeetings(spoken.likely(command), left)


def _narrowed(
    named: list[OwnMeeting] | None, theirs: list[OwnMeeting], command: str
) -> list[OwnMeeting] | None:
    """Return the meetings that are named, and have the people who are named as guests.

    If no meeting has both, it may be either.
    """
    if named is None:
        return theirs if theirs or command in _OF_WHOLE_MEETINGS else None
    others = [] if command == "resend" else theirs  # who has no link yet can be invited
    return [each for each in named if each in theirs] or [*named, *others]


def _named(
    command: str, said: Sequence[Word], spoken: MentionableMeetings, by: SentenceParser
) -> tuple[list[OwnMeeting] | None, list[str]]:
    """Return the meetings that the words name, and the times that name them; None for no name."""
    numbers = {int(each) for word in said for each in _NUMBER.findall(word.raw)}
    if numbers:
        return [each for each in spoken.meetings if each.number in numbers], []
    clues = [_by_subject(command, said, spoken), _by_order(said, spoken, by)]
    timed, used = by_times(command, said, spoken, by)
    fitting = [each for each in (*clues, timed) if each is not None]
    if not fitting:
        return _several(command, said, spoken), []
    if clues == [None, None] and says_more_than_guests(said, spoken.unknown, spoken.guests):
        return [], used
    common = [each for each in spoken.meetings if all(each in clue for clue in fitting)]
    return common, used


def _several(
    command: str, said: Sequence[Word], spoken: MentionableMeetings
) -> list[OwnMeeting] | None:
    """Return all meetings where several are meant, such as `both`."""
    keys = {word.key for word in said}
    if command not in _OF_WHOLE_MEETINGS or keys.isdisjoint(ALL | BOTH):
        return None
    return list(spoken.meetings)


def _by_subject(
    command: str, said: Sequence[Word], spoken: MentionableMeetings
) -> list[OwnMeeting] | None:
    """Return the meetings of whose subjects most words are said."""
    words = [word for word in said if word.kind is Kind.PLAIN and word.key]
    keys = [tokens(word.raw) for word in words]
    telling = {
        each
        for at, every in enumerate(keys)
        for each in every
        if _is_bound(words, at) or (command != "tell" and _is_rare(each))
    }
    all_said = {each for every in keys for each in every}
    whole = _of_whole_subjects(all_said, spoken) if command in _OF_WHOLE_MEETINGS else []
    if len(whole) > 1:
        return whole
    counted = {
        each.number: _words_said(each, telling, all_said, whole=command != "tell")
        for each in spoken.meetings
    }
    most = max(counted.values(), default=0)
    found = [each for each in spoken.meetings if counted[each.number] == most]
    return found if most else None


def _of_whole_subjects(said: set[str], spoken: MentionableMeetings) -> list[OwnMeeting]:
    """Return the meetings whose subjects are said word for word, and none as a part of another."""
    own = {
        each.number: set(tokens(" ".join(significant_words(each.subject))))
        for each in spoken.meetings
    }
    whole = {number: words for number, words in own.items() if words and words <= said}
    return [
        each
        for each in spoken.meetings
        if each.number in whole and not any(whole[each.number] < other for other in whole.values())
    ]


def _words_said(meeting: OwnMeeting, telling: set[str], said: set[str], *, whole: bool) -> int:
    own = set(tokens(" ".join(significant_words(meeting.subject))))
    if whole and own <= said:
        return len(own)
    return len(own & said) if own & telling else 0


def _is_rare(word: str) -> bool:
    """Return whether a word stands in no example, and so is likely a name."""
    return len(word) > 2 and not word.isdigit() and not index().knows([word])


def _is_bound(words: Sequence[Word], at: int) -> bool:
    """Return whether a word stands before `meeting`, alone or with one other: `the lab one`."""
    following = [word.key for word in words[at + 1 : at + 3]]
    leads = [word.key for word in words[max(0, at - 2) : at]]
    return any(key in NOUNS for key in following) and any(key in DETERMINERS for key in leads)


def _by_order(
    said: Sequence[Word], spoken: MentionableMeetings, by: SentenceParser
) -> list[OwnMeeting] | None:
    """Return the meetings that are named by their order: `the later one`, `the next meeting`."""
    for at, word in enumerate(said):
        kind = ORDER.get(word.key, "")
        if kind and _is_of_meeting(said, at):
            return _in_order(kind, spoken, by)
    return None


def _is_of_meeting(said: Sequence[Word], at: int) -> bool:
    """Return whether a word such as `second` is a meeting's, and not a guest's or a time."""
    following = next((word for word in said[at + 1 :] if word.key != "?"), None)
    if following is None or following.key in NOUNS:
        return at > 0
    leads = at > 0 and said[at - 1].key in DETERMINERS
    ends = following.kind is not Kind.PLAIN and not following.guest
    return leads and (ends or following.key in MAY_FOLLOW)


def _in_order(kind: str, spoken: MentionableMeetings, by: SentenceParser) -> list[OwnMeeting]:
    meetings = sorted(spoken.meetings, key=lambda each: (each.opens is None, each.opens))
    newest = sorted(spoken.meetings, key=lambda each: each.number)[-1:]
    usual = spoken.likely("move")
    chosen = {
        "first": meetings[:1],
        "second": meetings[1:2],
        "third": meetings[2:3],
        "later": meetings[-1:] if len(meetings) > 1 else [],
        "newest": newest,
        "last": [*newest, *(each for each in meetings[-1:] if each not in newest)],
        "next": [each for each in meetings if each.opens and each.opens > by.now][:1],
        "now": [each for each in meetings if each.opens and each.opens <= by.now],
        "other": [each for each in meetings if each not in usual[:1]],
    }
    return chosen[kind]


def _before_free_words(command: str, words: Sequence[Word]) -> Sequence[Word]:
    """Return the words before a new subject or a message, which name no meeting."""
    for at, word in enumerate(words):
        if command == "rename" and word.key in RENAMES and at:
            return words[:at]
        if command == "tell" and word.raw.endswith(":"):
            return words[: at + 1]
    return words
