"""The interfaces that the engine needs: one that decides, and one that performs steps."""

from __future__ import annotations

from typing import Any, Protocol

from bot.core.conversations.decision import Deciding, Decision, Trigger
from bot.core.steps.step import Conversation, Step


class Edges(Protocol):
    """Performs a step in the calling thread; raises Trouble."""

    def perform(self, step: Step) -> Any: ...


class Core(Protocol):
    """Decides what happens: the core, with an installation's settings."""

    def decide(self, trigger: Trigger) -> Deciding: ...

    def converse(self, decision: Decision) -> Conversation: ...

    def apology(self, trigger: Trigger) -> Step | None: ...
