"""What a step is: one call to the outside world, which a conversation yields as plain data.

The engine performs the step and sends its answer back into the conversation. A failure is thrown
in as a `Trouble`.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, field
from typing import Any, ClassVar

from bot.core.domain.errors import Trouble


@dataclass(frozen=True)
class Step:
    """One trip to the outside.

    The engine records the answer of a step, and does it never again from then on. Those that are
    not `recorded` have an answer that must not lie on a disk, as links have, or one by which
    nothing is decided; they lead to the same place when they are repeated.
    """

    recorded: ClassVar[bool] = True
    patience: ClassVar[float] = 30.0
    """Seconds for which passing trouble is waited out before the person is told."""

    def instead(self, trouble: Trouble) -> Any:
        """Return what a replay goes on with where this cannot be had again.

        Raises:
            Trouble: it cannot go on without.
        """
        raise trouble


@dataclass(frozen=True)
class ReadClock(Step):
    """-> float: seconds since 1970, when this is done."""


@dataclass(frozen=True)
class Posted:
    """A message that Webex took.

    Args:
        message_id: of the new message.
        place: the place, of those given, that took it: 0 is the first.
        room_id: the space that it is in, which an edit has to name.
    """

    message_id: str
    place: int = 0
    room_id: str | None = None


Outcome = Posted | Trouble


@dataclass(frozen=True)
class Send(Step):
    """-> Posted. A message to people.

    Args:
        mark: by which it is found again after a crash; the engine gives it one.
        lost: whether its link cannot be had again: then `LinkLost` comes of it, and it is not sent.
    """

    patience: ClassVar[float] = 3600.0
    mark: str = field(default="", kw_only=True, compare=False, repr=False)
    lost: bool = field(default=False, kw_only=True, compare=False, repr=False)

    def with_more_patience(self) -> Send | None:
        """Return what is sent where this, which does not wait long, came to nothing for now."""
        return None


@dataclass(frozen=True)
class Together(Step):
    """-> tuple of answers, in order: independent steps that go out at the same time.

    A step that failed has its Trouble in the answer; the others are not held up.
    """

    steps: tuple[Step, ...]


Conversation = Generator[Step, Any, None]
