"""What a conversation goes by: decided once, recorded, and never asked again.

A conversation that is replayed after a crash is built from its decision alone. So a message that
was edited or deleted meanwhile, or a setting that was changed, changes nothing of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from bot.core.conversations.request import Installation, Request
from bot.core.domain.commands import Command, Sayable
from bot.core.domain.errors import Trouble
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.steps.ledger_steps import ScheduledTask
from bot.core.steps.preference_steps import StoredPreferences
from bot.core.suggesting.second_reader import Reading


@dataclass(frozen=True)
class Answer:
    """Answer a command.

    Args:
        command: that was understood, or what is suggested instead.
        request: who asked for it, where and when, and the settings that it is judged by.
        admitted: whether this person may ask for it.
        once: under which name it is served once; empty where it may be repeated.
        is_answer: whether a question was answered by it, which has one answer.
        drops: the id of the last question, if it is no longer open; empty for none.
    """

    command: Reading
    request: Request
    admitted: bool
    once: str = ""
    is_answer: bool = False
    drops: str = ""


@dataclass(frozen=True)
class AskWhetherStill:
    """Ask whether a message that was found late still counts."""

    command: Sayable
    request: Request
    said: str = field(repr=False)
    written: datetime


@dataclass(frozen=True)
class NotTheirs:
    """Tell somebody that they answered another's question, whose address is `whose`."""

    command: Command
    request: Request
    whose: str = field(repr=False)


@dataclass(frozen=True)
class Greet:
    """Greet a space that the bot was invited into."""

    room_id: str
    installation: Installation


@dataclass(frozen=True)
class Retired:
    """Tell somebody that the card which they pressed is gone."""

    person_id: str
    language: str | None
    installation: Installation


@dataclass(frozen=True)
class NotRead:
    """Tell a space that what was said or pressed there could not be read."""

    room_id: str
    trouble: Trouble
    installation: Installation
    pressed: bool = False


@dataclass(frozen=True)
class RunScheduledTask:
    """Do what is due for a meeting.

    Args:
        task: that is due.
        record: of its meeting.
        now: when it is done, in UTC.
        recalled: what is usual for the meeting's people.
        installation: the settings that it is judged by.
    """

    task: ScheduledTask
    record: MeetingRecord
    now: datetime
    recalled: StoredPreferences
    installation: Installation


Decision = Answer | AskWhetherStill | NotTheirs | Greet | Retired | NotRead | RunScheduledTask


def kind_of(decision: Decision | None) -> str:
    """Return the kind of command or task, for the log; empty where nobody asked for anything."""
    match decision:
        case Answer():
            return type(decision.command).__name__
        case RunScheduledTask():
            return decision.task.kind.capitalize()
    return ""
