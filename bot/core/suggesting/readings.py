"""What the readers make of a message: a command, suggestions, or an answer that is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.core.domain.commands import Command, Sayable, Unclear
from bot.core.domain.hints import Hint


@dataclass(frozen=True)
class NothingAsked:
    """The message looks like an answer, but no question is open."""


@dataclass(frozen=True)
class Declined:
    """The answer is no."""


@dataclass(frozen=True)
class WhichOne:
    """The answer is yes, but there are several choices."""


@dataclass(frozen=True)
class WhatHour:
    """The answer says only a part of the day.

    Args:
        sentence: with a gap for the hour in that part of the day.
    """

    sentence: str = field(repr=False)


@dataclass(frozen=True)
class Completed:
    """The answer completes the sentence in question, which then leaves another question.

    Args:
        sentence: the completed sentence.
    """

    sentence: str = field(repr=False)


@dataclass(frozen=True)
class GuestSays:
    """A guest says something that is no request for their link.

    Args:
        text: what to pass on; empty for all that they said.
        number: the meeting whose host they mean; None if they didn't say.
        asks: the question that it is, by its name in `faq` or `guest_questions`; empty for none.
    """

    text: str = field(default="", repr=False)
    number: int | None = None
    asks: str = ""


@dataclass(frozen=True)
class Suggested:
    """Commands that were probably meant, the likeliest first.

    Args:
        choices: at most three.
        because: what the grammar found unclear.
        subjects: the subjects of the speaker's meetings, by number.
        hosts: who invited the speaker, by the number of the meeting.
    """

    choices: tuple[Sayable, ...]
    because: Unclear = field(repr=False)
    subjects: Mapping[int, str] = field(default_factory=dict, repr=False)
    hosts: Mapping[int, str] = field(default_factory=dict, repr=False)


def suggested(*commands: Sayable) -> Suggested:
    """Return commands to ask about although the sentence was understood."""
    return Suggested(commands, Unclear("", Hint.UNKNOWN))


@dataclass(frozen=True)
class Question:
    """A question about the bot, by its name in `faq`."""

    name: str


Reading = Suggested | Question | NothingAsked | Declined | WhichOne | WhatHour | GuestSays | Command
"""What a message comes to in the end."""
