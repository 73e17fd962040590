"""What a step is: one call to the outside world, which a conversation yields as plain data.

The engine performs the step and sends its answer back into the conversation. A failure is thrown
in as a `Trouble`.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, ClassVar

from bot.core.domain.errors import Trouble


@dataclass(frozen=True)
class Step:
    """One call to the outside.

    The engine records the answer of a step, and never performs it again after that. Steps that
    aren't `recorded` have an answer that must not be on a disk, such as links, or that decides
    nothing; they have the same effect when repeated.
    """

    recorded: ClassVar[bool] = True
    patience: ClassVar[float] = 30.0
    """Seconds to wait for an outage to pass before the person is told."""

    def instead(self, trouble: Trouble) -> Any:
        """Return the answer for a replay that can't have the real one again.

        Raises:
            Trouble: the replay can't go on without it.
        """
        raise trouble


@dataclass(frozen=True)
class ReadClock(Step):
    """-> float: the time in seconds since 1970."""


@dataclass(frozen=True)
class Posted:
    """A message that was sent.

    Args:
        message_id: the new message's id.
        place: the index of the place that accepted it.
        room_id: its space, which edits need; None for an email or text message.
    """

    message_id: str
    place: int = 0
    room_id: str | None = None


Outcome = Posted | Trouble


@dataclass(frozen=True)
class Send(Step):
    """-> Posted. Send a message to people.

    Args:
        mark: invisible, to find the message again after a crash; the engine sets it.
        lost: whether its link was lost in a crash; then it isn't sent, and fails with `LinkLost`.
    """

    patience: ClassVar[float] = 3600.0
    mark: str = field(default="", kw_only=True, compare=False, repr=False)
    lost: bool = field(default=False, kw_only=True, compare=False, repr=False)

    def with_more_patience(self) -> Send | None:
        """Return the step to go on trying with, if this one gives up soon; None if it doesn't."""
        return None


@dataclass(frozen=True)
class Together(Step):
    """-> tuple of answers, in order. Perform independent steps at the same time.

    A step that failed has its `Trouble` for an answer, and doesn't hold up the others.
    """

    steps: tuple[Step, ...]


Conversation = Generator[Step, Any, None]


def observed(conversation: Conversation, after: Callable[[Step], Iterable[Step]]) -> Conversation:
    """Run a conversation, and after each of its steps the steps that `after` returns for it."""
    with suppress(StopIteration):
        step = next(conversation)
        while True:
            try:
                answer = yield step
            except Trouble as trouble:
                step = conversation.throw(trouble)
                continue
            yield from after(step)
            step = conversation.send(answer)


def all_of(*steps: Step) -> Generator[Step, Any, tuple[Any, ...]]:
    """Return the answers of independent steps, performed at the same time.

    Raises:
        Trouble: one of them failed.
    """
    answers: tuple[Any, ...] = yield Together(steps)
    for each in answers:
        if isinstance(each, Trouble):
            raise each
    return answers
