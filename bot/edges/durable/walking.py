"""The way of a conversation from step to step, and how far it goes without being seen."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.core.domain.errors import Trouble
from bot.core.steps.step import Conversation, Step
from bot.edges.durable.calls import Calls


class Talk:
    """A conversation and the step that it is at; None at its end."""

    def __init__(self, conversation: Conversation) -> None:
        self._conversation = conversation
        self.step: Step | None = next(conversation, None)

    def answer(self, answer: Any, trouble: Trouble | None) -> None:
        """Give it what came of the step."""
        try:
            if trouble:
                self.step = self._conversation.throw(trouble)
            else:
                self.step = self._conversation.send(answer)
        except StopIteration:
            self.step = None


@dataclass(frozen=True)
class Walked:
    """How far a conversation went, and what came of the step that it is at, if that failed."""

    talk: Talk
    trouble: Trouble | None = None


def walk(
    talk: Talk, perform: Callable[[Step], Any], is_recorded: Callable[[], bool] = lambda: False
) -> Trouble | None:
    """Take steps in this thread, as far as they go without trouble; others take a thread each.

    Those that leave no mark may be taken before a conversation is recorded, and again after a
    crash; those that leave one that nobody sees, from when it is recorded on.
    """
    while talk.step is not None and (talk.step.early or (talk.step.unseen and is_recorded())):
        try:
            answer = perform(talk.step)
        except Trouble as trouble:
            return trouble
        talk.answer(answer, None)
    return None


class Begun:
    """A conversation that set out before its notice is recorded.

    Args:
        way: how far it will have gone.
        recorded: set once its notice is.
    """

    def __init__(self, way: asyncio.Future[Walked], recorded: threading.Event) -> None:
        self._way = way
        self._recorded = recorded

    async def goes_on(self) -> Walked:
        """Let it go on as one whose notice is recorded, and return how far it went unseen."""
        self._recorded.set()
        return await self._way


def set_out(
    converse: Callable[[], Conversation], perform: Callable[[Step], Any], calls: Calls
) -> Begun:
    """Begin a conversation while its notice is being recorded: to read and mint leaves no mark.

    Args:
        converse: makes it.
        perform: does one step once, in the calling thread; raises Trouble.
        calls: gives it a thread.
    """
    recorded = threading.Event()

    def go() -> Walked:
        talk = Talk(converse())
        return Walked(talk, walk(talk, perform, recorded.is_set))

    way = asyncio.ensure_future(calls.make(go))
    way.add_done_callback(lambda done: done.cancelled() or done.exception())
    return Begun(way, recorded)
