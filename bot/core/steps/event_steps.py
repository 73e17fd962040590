"""The steps that tell programs what happened to their meetings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from bot.core.domain.program_events import ProgramEvent
from bot.core.steps.step import Step


@dataclass(frozen=True)
class PublishEvents(Step):
    """-> None. Queue these events for the program's endpoints, each once.

    Args:
        program: its name.
        events: what happened.
    """

    recorded: ClassVar[bool] = False
    program: str
    events: tuple[ProgramEvent, ...]


@dataclass(frozen=True)
class EventAnswer:
    """What came of an attempt to deliver an event.

    Args:
        is_done: whether there is nothing more to do: it was accepted, or the endpoint is gone.
        status: the HTTP status of the answer; None for no answer.
        wait: seconds that the program asked to wait; None if it didn't.
    """

    is_done: bool
    status: int | None = None
    wait: float | None = None

    @property
    def is_gone(self) -> bool:
        """Whether the program wants no more events."""
        return self.status == 410


@dataclass(frozen=True)
class CallEndpoint(Step):
    """-> EventAnswer. Send an event to an endpoint, and record what came of it.

    Args:
        endpoint: its id.
        event: the event's id.
    """

    endpoint: str
    event: str


@dataclass(frozen=True)
class TurnOffEndpoint(Step):
    """-> TurnedOff. Deliver no more events to an endpoint. Repeating it changes nothing.

    Args:
        endpoint: its id.
        event: the event that couldn't be delivered.
    """

    endpoint: str
    event: str


@dataclass(frozen=True)
class TurnedOff:
    """An endpoint that gets no more events.

    Args:
        program: the name of its program; empty if it was deleted.
        contact: the address of the person to tell; empty for nobody.
    """

    program: str = ""
    contact: str = field(default="", repr=False)
