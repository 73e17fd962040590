"""Decisions: what to do about a notice or a task, recorded before anything is done.

A replay after a crash starts from the decision alone. Messages that were edited or deleted
meanwhile, and settings that were changed, make no difference to it.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.core.conversations.requests.installation import Installation
from bot.core.conversations.requests.request import Request
from bot.core.domain.attendance import Attendance
from bot.core.domain.commands import Command, Sayable
from bot.core.domain.desks import Desk
from bot.core.domain.errors import Trouble
from bot.core.domain.experts import ExpertGroup
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.incoming.api_requests import ApiRequest
from bot.core.incoming.arrivals import DoorNotice
from bot.core.incoming.desk_presses import DeskPress
from bot.core.incoming.event_attempts import EventAttempt
from bot.core.incoming.received import Received
from bot.core.steps.ledger_steps import ScheduledTask
from bot.core.steps.preference_steps import StoredPreferences
from bot.core.steps.step import Step
from bot.core.suggesting.readings import Reading

Trigger = Received | DoorNotice | DeskPress | ApiRequest | ScheduledTask | EventAttempt
"""What a conversation begins with."""


@dataclass(frozen=True)
class Answer:
    """Answer a command.

    Args:
        command: the command, or the suggestions to make instead.
        request: who asked, where and when, and the settings it is judged by.
        admitted: whether this person may use the command.
        once: a key under which it is done only once; empty if it may be repeated.
        is_answer: whether it answers a question, which has one answer.
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
    """Ask whether to still answer a message that was found late."""

    command: Sayable
    request: Request
    said: str = field(repr=False)
    written: datetime


@dataclass(frozen=True)
class TellNotTheirQuestion:
    """Tell somebody that they answered another person's question; `whose` is that address."""

    command: Command
    request: Request
    whose: str = field(repr=False)


@dataclass(frozen=True)
class Greet:
    """Greet a space that the bot was added to."""

    room_id: str
    installation: Installation


@dataclass(frozen=True)
class TellCardWasReplaced:
    """Tell somebody that the card they pressed was replaced."""

    person_id: str
    language: str | None
    installation: Installation


@dataclass(frozen=True)
class TellUnreadable:
    """Tell a space that a message or a press there couldn't be read."""

    room_id: str
    trouble: Trouble
    installation: Installation
    pressed: bool = False


@dataclass(frozen=True)
class RunScheduledTask:
    """Run a scheduled task.

    Args:
        task: the task.
        record: its meeting and the deliveries.
        now: when it runs, in UTC.
        recalled: the preferences of the meeting's people.
        installation: the settings it is judged by.
    """

    task: ScheduledTask
    record: MeetingRecord
    now: datetime
    recalled: StoredPreferences
    installation: Installation


@dataclass(frozen=True)
class TellOfDoor:
    """Tell hosts what happened at their meeting's door.

    Args:
        notice: what happened.
        record: the meeting and its deliveries.
        attendances: who came.
        recalled: the preferences of the meeting's people.
        installation: the settings it is judged by.
    """

    notice: DoorNotice
    record: MeetingRecord
    attendances: tuple[Attendance, ...]
    recalled: StoredPreferences
    installation: Installation


@dataclass(frozen=True)
class SendLostLinks:
    """Send fresh links to an address.

    Args:
        notice: says which address.
        installation: the settings it is judged by.
    """

    notice: DoorNotice
    installation: Installation


@dataclass(frozen=True)
class DeliverEvent:
    """Deliver an event to a program.

    Args:
        attempt: which event, and where.
        installation: the settings it is judged by.
    """

    attempt: EventAttempt
    installation: Installation


@dataclass(frozen=True)
class AnswerDesk:
    """Ask a desk's group to take the call of somebody who pressed the button there.

    Args:
        press: what was pressed.
        desk: the desk.
        group: the group it asks.
        installation: the settings it is judged by.
    """

    press: DeskPress
    desk: Desk
    group: ExpertGroup
    installation: Installation


Decision = (
    Answer
    | AskWhetherStill
    | TellNotTheirQuestion
    | Greet
    | TellCardWasReplaced
    | TellUnreadable
    | RunScheduledTask
    | TellOfDoor
    | SendLostLinks
    | DeliverEvent
    | AnswerDesk
)

FIRST_NAMES = {
    TellNotTheirQuestion: "NotTheirs",
    TellCardWasReplaced: "Retired",
    TellUnreadable: "NotRead",
}
"""The names under which decisions are recorded that were renamed since."""

Deciding = Generator[Step, Any, Decision | None]
"""Yields steps that read, and returns the decision; None if there is nothing to do."""


def kind_of(decision: Decision | None) -> str:
    """Return the command's class or the task's kind, for the log; empty for neither."""
    match decision:
        case Answer():
            return type(decision.command).__name__
        case RunScheduledTask():
            return decision.task.kind.capitalize()
        case TellOfDoor() | SendLostLinks():
            return decision.notice.event.name.title().replace("_", "")
        case AnswerDesk():
            return "DeskCall"
    return ""
