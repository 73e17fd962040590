"""Writes the sentences that a message was probably meant for, the likeliest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.core.composing.evidence import Evidence
from bot.core.composing.first_verbs import (
    begins_to_add,
    begins_to_cancel,
    begins_to_move,
    speaks_of_an_end,
)
from bot.core.composing.grammar_sentences import OF_A_MEETING, WRITE_IN, compose
from bot.core.composing.guest_sentences import MOST, WRONG_PERSON
from bot.core.composing.names import OwnMeeting
from bot.core.composing.spoken_meetings import UNDO, MentionableMeetings
from bot.core.composing.told_messages import begins_to_tell
from bot.core.domain.commands import MeetingReference, Sayable, Unclear
from bot.core.domain.hints import Hint
from bot.core.domain.open_questions import OPEN
from bot.core.parsing.grammar import SentenceParser
from bot.core.suggesting import possible_subjects
from bot.core.suggesting.which_meeting import MatchingMeetings, meetings_meant

_PERHAPS_A_SUBJECT = frozenset({Hint.WHAT, Hint.PURPOSE})
"""Hints about words that are neither people nor a time; they may be a subject."""

_CONTRARY = {
    **dict.fromkeys(
        ("add", "meet", "resend", "resend all", "resend me", "text for"), "cancel remove"
    ),
    **dict.fromkeys(("extend", "status", "rename", "cohost", "handover"), "cancel remove"),
    **dict.fromkeys(("meetings", "plan", "devices", "help", "again"), "cancel remove"),
    **dict.fromkeys(("remove", "move"), "cancel"),
    "cancel": "status resend",
    WRITE_IN: "tell",
}
"""For each command, those that are never suggested in its place."""

_NOT_TOLD = frozenset(
    {"cancel", "remove", "undo", "move", "extend", "add", "meet", "again", "rename"}
    | {"handover", "cohost", "on duty", "off duty"}
)
"""What is never asked for by a sentence that begins to tell somebody something."""

_NOTHING = frozenset(
    {"nothing", "none", "nobody", "nichts", "niemand", "niemanden", "rien", "nada"}
)
_MESSAGES = frozenset(
    {"message", "messages", "email", "mail", "emails", "nachricht", "nachrichten", "mensaje"}
    | {"mensajes", "correo", "courriel"}
)


@dataclass(frozen=True)
class SuggestedSentences:
    """Sentences to suggest.

    Args:
        said: sentences of the grammar.
        unknown: words that name a meeting which the speaker doesn't have; empty for none.
    """

    said: tuple[str, ...]
    unknown: str = ""


def write(
    commands: Sequence[str],
    unclear: Unclear,
    found: Evidence,
    spoken: MentionableMeetings,
    by: SentenceParser,
) -> SuggestedSentences:
    """Return the sentences of the likeliest commands.

    Args:
        commands: the commands of the examples, the likeliest first.
        unclear: the grammar's result.
        found: what the original sentence mentions.
        spoken: the meetings that the speaker may mention.
        by: parses days.
    """
    said: list[str] = []
    unknown = ""
    for command in _without_contrary(commands, found, spoken):
        meant = _meant(command, found, spoken, by)
        unknown = unknown or meant.unknown
        for evidence in _with_possible_subject(command, unclear, meant.found):
            said += _of_meetings(command, meant, evidence, spoken)
    return SuggestedSentences(tuple(said), unknown)


def _without_contrary(
    commands: Sequence[str], found: Evidence, spoken: MentionableMeetings
) -> list[str]:
    """Return the commands without those of contrary effect, unless words say these."""
    of_duty = [each for each in commands if each in ("on duty", "off duty")]
    out = set(_CONTRARY.get(commands[0], "").split()) | set(of_duty[1:])
    if speaks_of_an_end(found.text):
        out.discard("cancel")
    if begins_to_move(found.text):
        out |= {"cancel", "remove", "undo"}
    if begins_to_add(found.text):
        out |= {"cancel", "remove", "undo", "on duty", "off duty"}
        out |= {"meet", "meet here"} if spoken.unknown else set()
    if begins_to_tell(found.text, found.people):
        out |= _NOT_TOLD
    if begins_to_cancel(found.text):
        out |= {"meet", "resend", "resend all"}
    return [each for each in commands if each not in out]


def why_none(
    command: str, found: Evidence, spoken: MentionableMeetings, by: SentenceParser
) -> Hint | None:
    """Return why there is nothing to cancel or to undo; None if there may be."""
    keys = {word.key for word in found.words}
    if command == UNDO and not spoken.cancelled:
        says_what = found.people or found.times or WRONG_PERSON.search(found.text)
        return None if says_what or _just_made(spoken, by) else Hint.NO_UNDO
    if command != "cancel":
        return None
    if keys & _NOTHING:
        return Hint.NOT_WANTED
    return Hint.BEYOND if keys & _MESSAGES else None


def _meant(
    command: str, found: Evidence, spoken: MentionableMeetings, by: SentenceParser
) -> MatchingMeetings:
    """Return the meetings that a command may mean; none for one that takes no meeting."""
    if command not in OF_A_MEETING or (command == UNDO and spoken.cancelled):
        return MatchingMeetings((), found)
    meant = meetings_meant(command, found, spoken, by)
    made = _just_made(spoken, by) if command == UNDO else None
    return replace(meant, meetings=(made,)) if made and made in spoken.meetings else meant


def _just_made(spoken: MentionableMeetings, by: SentenceParser) -> OwnMeeting | None:
    """Return the meeting that was made last, if that was just now."""
    new = [each for each in spoken.meetings if each.made and each.made > by.now - OPEN]
    return max(new, key=lambda each: each.number, default=None)


def _of_meetings(
    command: str, meant: MatchingMeetings, found: Evidence, spoken: MentionableMeetings
) -> list[str]:
    """Return what says a command, for each meeting that may be meant."""
    if command not in OF_A_MEETING or (command == UNDO and spoken.cancelled):
        return compose(command, found, spoken, found.text)
    said = []
    for each in meant.meetings[:MOST]:
        name = command
        if command in _OF_GUESTS and found.people:
            name = "add" if each.without_guests(found.people) else "resend"
        said += compose(name, replace(found, meeting=each.number), spoken, found.text)
    return said


_OF_GUESTS = frozenset({"add", "resend"})
"""Of these, the one that is suggested depends on whether the people are invited already."""


_LONGEST = 250
"""The most characters of a sentence in which a subject without `about` is looked for."""


def _with_possible_subject(command: str, unclear: Unclear, found: Evidence) -> list[Evidence]:
    """Return the evidence with and without words that may be the subject of a new meeting."""
    is_long = len(found.sentence) > _LONGEST
    if command != "meet" or found.subject or unclear.meant or is_long:
        return [found]
    perhaps = unclear.said if unclear.hint in _PERHAPS_A_SUBJECT else ""
    return possible_subjects.with_and_without(perhaps, found)


def is_said(meant: Sayable, commands: Sequence[Sayable]) -> bool:
    """Return whether one of the commands is the same, and gives the number of its meeting."""
    which = getattr(meant, "which", None)
    if which is None or which.number is not None:
        return False
    return any(_anywhere(each) == _anywhere(meant) for each in commands)


def _anywhere(command: Sayable) -> Sayable:
    """Return a command without its meeting."""
    of: Any = command
    anew: Sayable = replace(of, which=MeetingReference()) if hasattr(of, "which") else command
    return anew
