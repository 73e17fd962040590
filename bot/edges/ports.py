"""What the engine is given: what decides and what performs."""

from __future__ import annotations

from typing import Any, Protocol

from bot.core.conversations.deciding import Deciding
from bot.core.conversations.decision import Decision
from bot.core.incoming.received import Received
from bot.core.steps.ledger_steps import ScheduledTask
from bot.core.steps.step import Conversation, Step


class Edges(Protocol):
    """What performs a step, in the calling thread; raises Trouble."""

    def perform(self, step: Step) -> Any: ...


class Core(Protocol):
    """What decides: the core, with the settings of an installation."""

    def decide(self, begun_by: Received | ScheduledTask) -> Deciding: ...

    def converse(self, decision: Decision) -> Conversation: ...

    def apology(self, begun_by: Received | ScheduledTask) -> Step | None: ...
