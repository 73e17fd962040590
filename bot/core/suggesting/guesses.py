"""What the second reader makes of sentences: suggestions, or something to show at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeGuard

from bot.core.composing.spoken_meetings import MOST_MEETINGS, MentionableMeetings
from bot.core.domain.commands import (
    About,
    Again,
    Defaults,
    Devices,
    Experts,
    Help,
    MeetingReference,
    Meetings,
    Nothing,
    Plan,
    Sayable,
    Status,
    Thanks,
    Unclear,
)
from bot.core.domain.hints import Hint
from bot.core.domain.meeting_commands import NO_MEETING
from bot.core.parsing import grammar
from bot.core.parsing.grammar import SentenceParser
from bot.core.parsing.text.mentions import Said
from bot.core.suggesting.readings import Question, Suggested
from bot.core.suggesting.suggested_sentences import is_said

MOST = 3
"""The most suggestions in one answer."""

Shown = About | Defaults | Devices | Experts | Help | Meetings | Plan | Status
"""Commands that only show something; if the score is high, they run without asking."""

Guess = Suggested | Question | Unclear | Shown
"""What the second reader makes of a sentence: nothing that changes anything."""


def of_sentences(
    said: Sequence[str], unclear: Unclear, by: SentenceParser, *, doubtless: bool
) -> Guess:
    """Return the commands that some sentences say, the likeliest first."""
    read = [grammar.parse(Said(each), by.now, by.devices, by.region) for each in said]
    commands = [each for each in read if not isinstance(each, Unclear | Nothing | Thanks)]
    meant = [unclear.meant] if unclear.meant and not is_said(unclear.meant, commands) else []
    if not meant and unclear.hint is not Hint.LEAD:
        shown = _shown_at_once(commands, doubtless=doubtless)
        if shown:
            return shown
    asks = [each for each in read if isinstance(each, Unclear)]
    if asks and not commands and not meant:
        beyond = asks[0].hint in (Hint.UNKNOWN, Hint.NO_TOPIC)
        return Unclear(unclear.said, Hint.BEYOND) if beyond else asks[0]
    return suggested([*meant, *commands], unclear)


def _shown_at_once(commands: Sequence[Sayable], *, doubtless: bool) -> Shown | None:
    """Return a lookup that needs no question: nothing else is likely, nor another meeting."""
    kinds = [type(each) for each in commands]
    if not commands or len(set(kinds)) < len(kinds):
        return None
    is_alone = len(commands) == 1 or isinstance(commands[0], Status)
    is_sure = doubtless or (is_alone and all(map(only_shows, commands)))
    return commands[0] if is_sure and only_shows(commands[0]) else None


def only_shows(command: Sayable) -> TypeGuard[Shown]:
    """Return whether a command changes nothing; `defaults` without values shows them."""
    return isinstance(command, Shown) and (
        not isinstance(command, Defaults) or command == Defaults()
    )


def suggested(commands: Sequence[Sayable], unclear: Unclear) -> Guess:
    """Return commands as suggestions; if there are none, what is unclear."""
    choices = once(commands)
    return Suggested(choices, unclear) if choices else unclear


def once(commands: Sequence[Sayable]) -> tuple[Sayable, ...]:
    """Return the first few commands, each once."""
    return tuple({grammar.say(each): each for each in commands}.values())[:MOST]


def of_known_meetings(guess: Guess, spoken: MentionableMeetings) -> Guess:
    """Return a guess without commands for meetings by words that none of the speaker's has."""
    if not isinstance(guess, Suggested):
        return guess
    left = tuple(each for each in guess.choices if _may_be_meant(each, spoken))
    return replace(guess, choices=left) if left else guess.because


def _may_be_meant(command: Sayable, spoken: MentionableMeetings) -> bool:
    """Return whether a command may mean one of these meetings, or one that is over."""
    which: MeetingReference = getattr(command, "which", NO_MEETING)
    if hasattr(command, "which") and spoken.unknown and which == NO_MEETING:
        return False
    if isinstance(command, Status | Again) or len(spoken.meetings) >= MOST_MEETINGS:
        return True
    said = which.words.casefold().split()
    subjects = [each.subject.casefold() for each in spoken.meetings]
    return any(all(word in each for word in said) for each in subjects) or not said
