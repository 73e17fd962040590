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

    `recorded` steps leave a mark that others can see: the engine writes their answer down, and
    never does them again from then on. One that is in flight at a kill is looked for first.
    The rest only read, or lead to the same place when repeated.
    """

    recorded: ClassVar[bool] = False
    patience: ClassVar[float] = 30.0
    """Seconds for which passing trouble is waited out before the person is told."""
    early: ClassVar[bool] = False
    """Whether it may be done before its notice is recorded, since it leaves no mark anywhere."""
    unseen: ClassVar[bool] = False
    """Whether it leaves a mark that nobody but the bot can see."""


@dataclass(frozen=True)
class ReadClock(Step):
    """-> float: seconds since 1970, when this is done. Recorded, or a replay would decide anew."""

    recorded: ClassVar[bool] = True


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
    """

    recorded: ClassVar[bool] = True
    patience: ClassVar[float] = 3600.0
    mark: str = field(default="", kw_only=True, compare=False, repr=False)

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
