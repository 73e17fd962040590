"""What the engine is given: who decides what is said, and who does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from bot.core.steps.step import Conversation, Step


class Edges(Protocol):
    """What performs a step, in the calling thread; raises Trouble."""

    def perform(self, step: Step) -> Any: ...


@dataclass(frozen=True)
class Mind:
    """What is said about a recorded entry.

    Args:
        converse: makes its conversation.
        apologise: makes what is said where that conversation broke, if anything can be.
        broke: is told that a conversation did, and why.
    """

    converse: Callable[[dict[str, Any]], Conversation]
    apologise: Callable[[dict[str, Any]], Step | None]
    broke: Callable[[dict[str, Any], Exception], None] = lambda *_: None
