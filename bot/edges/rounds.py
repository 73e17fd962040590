"""One round of a conversation through its steps, from the first, in one process."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from functools import partial
from typing import Any

import structlog

from bot.core import retries
from bot.core.errors import Trouble
from bot.core.steps import Conversation, LastWord, Step, Together
from bot.edges.calls import Calls
from bot.edges.checkpoints import Checkpoints, DivergedError, Recorded, read, written
from bot.edges.turns import Turn

log = structlog.get_logger()

Answer = tuple[Any, Trouble | None]


@dataclass(frozen=True)
class Work:
    """A conversation as its rounds find it.

    Args:
        key: names the conversation.
        perform: does one step once, in a thread of its own; raises Trouble.
        checkpoints: of all conversations.
        check_ours: raises when another round owns the conversation by now.
        new: whether this is its first round, before which nothing can have been done.
    """

    key: str
    perform: Callable[[Step], Any]
    checkpoints: Checkpoints
    check_ours: Callable[[Round], Awaitable[None]]
    new: bool = False


class Round:
    """Performs steps, and answers those from their checkpoints that an earlier round did.

    Args:
        work: the conversation.
        turn: that it has.
        calls: makes calls to the outside.
    """

    def __init__(self, work: Work, turn: Turn, calls: Calls) -> None:
        self._work = work
        self._turn = turn
        self._calls = calls
        self._places = 0
        # Looked up while the first steps, which are never recorded, go on.
        self._done = asyncio.ensure_future(self._what_is_done())

    async def _what_is_done(self) -> dict[int, Recorded]:
        if self._work.new:
            return {}
        return await self._calls.make(lambda: self._work.checkpoints.of(self._work.key))

    async def go(self, walked: Walked) -> None:
        """Take a conversation to its end.

        Args:
            walked: how far it went already.
        """
        talk, trouble = walked.talk, walked.trouble
        while talk.step is not None:
            if trouble:
                step = talk.step
                do = partial(self._work.perform, step)
                talk.answer(*await self._attempt(step, do, failed=trouble))
                trouble = None
            elif talk.step.early:
                trouble = await self._calls.make(partial(walk, talk, self._work.perform))
            elif await self._is_over():
                return
            else:
                talk.answer(*await self.do(talk.step))
        await self._done

    async def _is_over(self) -> bool:
        """Return whether an earlier round came to the end, on a path that this one may miss."""
        return any(kind == LastWord.__name__ for kind, _ in (await self._done).values())

    async def do(self, step: Step) -> Answer:
        """Return what came of `step`."""
        if isinstance(step, Together):
            lines = [self._line(each) for each in step.steps]
            results: list[Answer] = await self._turn.together(lines)
            return tuple(trouble or answer for answer, trouble in results), None
        return await self._line(step)

    def _line(self, step: Step) -> Coroutine[Any, Any, Answer]:
        """Steps have their places in the order in which they are asked for, also side by side."""
        if not step.recorded:
            return self._attempt(step, lambda: self._work.perform(step))
        self._places += 1
        return self._recorded(step, self._places)

    async def _recorded(self, step: Step, place: int) -> Answer:
        kind = type(step).__name__
        known = (await self._done).get(place)
        if known:
            if known[0] != kind:
                raise DivergedError(f"step {place} was {known[0]} and is {kind}")
            return read(known[1])
        await self._work.check_ours(self)

        def write(answer: Any, trouble: Trouble | None) -> None:
            self._work.checkpoints.write(self._work.key, place, kind, written(answer, trouble))

        def do() -> Any:
            answer = self._work.perform(step)
            write(answer, None)
            return answer

        answer, trouble = await self._attempt(step, do)
        if trouble:
            await self._calls.make(lambda: write(None, trouble))
        return answer, trouble

    async def _attempt(
        self, step: Step, do: Callable[[], Any], failed: Trouble | None = None
    ) -> Answer:
        """Perform `step` until it succeeds or the core says to give up; no thread waits.

        Args:
            step: what is done.
            do: does it.
            failed: what came of a first attempt, if one was made.
        """
        began = time.monotonic()
        attempts = int(failed is not None)
        while True:
            if failed is not None:
                again = retries.decide(step, failed, attempts, time.monotonic() - began)
                if again is None:
                    return None, failed
                log.info("step.again", step=type(step).__name__, after=again, **failed.record())
                await self._turn.pause(again)
                if step.recorded:
                    await self._work.check_ours(self)
            attempts += 1
            try:
                return await self._calls.make(do), None
            except Trouble as trouble:
                failed = trouble


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


def walk(talk: Talk, perform: Callable[[Step], Any]) -> Trouble | None:
    """Take steps that leave no mark, in this thread, as far as they go without trouble.

    They may be taken before a conversation is recorded, and again after a crash.
    """
    while talk.step is not None and talk.step.early:
        try:
            answer = perform(talk.step)
        except Trouble as trouble:
            return trouble
        talk.answer(answer, None)
    return None
