"""One round of a conversation through its steps, from the first, in one process."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import structlog

from bot.core.domain.errors import Passing, Trouble
from bot.core.steps import retries
from bot.core.steps.last_word import LastWord
from bot.core.steps.message_marks import FindSentMessage, add_mark, may_have_been_sent
from bot.core.steps.step import Posted, Send, Step, Together
from bot.edges import metrics
from bot.edges.durable.calls import Calls
from bot.edges.durable.checkpoints import Checkpoints, DivergedError, Recorded, read, written
from bot.edges.durable.lanes import Stand, alone
from bot.edges.durable.turns import Turn
from bot.edges.durable.walking import Walked, walk

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
        stand: in its lane.
        new: whether this is its first round, before which nothing can have been done.
        since: seconds since 1970, before which none of it can have been done.
    """

    key: str
    perform: Callable[[Step], Any]
    checkpoints: Checkpoints
    check_ours: Callable[[Round], Awaitable[None]]
    stand: Stand = field(default_factory=alone)
    new: bool = False
    since: float = 0.0


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
        # Whether an earlier round may have died over a step of which nothing is recorded.
        self._in_doubt = not work.new
        self._done = self._nothing() if work.new else asyncio.ensure_future(self._what_is_done())

    def _nothing(self) -> asyncio.Future[dict[int, Recorded]]:
        nothing: asyncio.Future[dict[int, Recorded]] = asyncio.get_running_loop().create_future()
        nothing.set_result({})
        return nothing

    async def _what_is_done(self) -> dict[int, Recorded]:
        """Look it up while the first steps, which are never recorded, go on."""
        return await self._calls.make(lambda: self._work.checkpoints.of(self._work.key))

    async def go(self, walked: Walked) -> None:
        """Take a conversation to its end.

        Args:
            walked: how far it went already.
        """
        talk, trouble = walked.talk, walked.trouble
        await self._in_order()
        while talk.step is not None:
            if trouble:
                talk.answer(*await self._again(talk.step, trouble))
                trouble = None
            elif talk.step.early:
                trouble = await self._calls.make(partial(walk, talk, self._work.perform))
            elif await self._is_over():
                return
            else:
                self._work.stand.goes_on_to(talk.step)
                talk.answer(*await self.do(talk.step))
        await self._done

    async def _is_over(self) -> bool:
        """Return whether an earlier round came to the end, on a path that this one may miss."""
        return any(kind == LastWord.__name__ for kind, _ in (await self._done).values())

    async def _in_order(self) -> None:
        """Let those be answered that were written earlier by the same person in the same space."""
        stand = self._work.stand
        while ahead := stand.ahead():
            await self._turn.until(ahead.gone, stand.patience)

    async def _again(self, step: Step, failed: Trouble) -> Answer:
        return await self._attempt(step, lambda _: self._work.perform(step), failed)

    async def do(self, step: Step) -> Answer:
        """Return what came of `step`."""
        known, places = await self._done, self._places
        if isinstance(step, Together):
            lines = [self._line(each) for each in step.steps]
            results: list[Answer] = await self._turn.together(lines)
            answer: Answer = tuple(trouble or answer for answer, trouble in results), None
        else:
            answer = await self._line(step)
        if any(place not in known for place in range(places + 1, self._places + 1)):
            self._in_doubt = False  # an earlier round that came further would have recorded it
        return answer

    def _line(self, step: Step) -> Coroutine[Any, Any, Answer]:
        """Steps have their places in the order in which they are asked for, also side by side."""
        if not step.recorded:
            return self._attempt(step, lambda _: self._work.perform(step))
        self._places += 1
        return self._recorded(add_mark(step, self._work.key, self._places), self._places)

    async def _recorded(self, step: Step, place: int) -> Answer:
        kind = type(step).__name__
        known = (await self._done).get(place)
        if known:
            if known[0] != kind:
                raise DivergedError(f"step {place} was {known[0]} and is {kind}")
            return read(known[1])
        await self._in_order()
        await self._work.check_ours(self)

        def write(answer: Any, trouble: Trouble | None) -> None:
            self._work.checkpoints.write(self._work.key, place, kind, written(answer, trouble))

        def do(in_doubt: bool) -> Any:
            answer = self._sent_before(step) if in_doubt else None
            answer = answer or self._work.perform(step)
            write(answer, None)
            return answer

        answer, trouble = await self._attempt(step, do, in_doubt=self._in_doubt)
        if trouble:
            await self._calls.make(lambda: write(None, trouble))
        return answer, trouble

    def _sent_before(self, step: Step) -> Posted | None:
        """Look for a message before it is sent again; where one cannot look, it is sent."""
        if not isinstance(step, Send):
            return None
        try:
            found: Posted | None = self._work.perform(FindSentMessage(step, self._work.since))
        except Passing:
            raise  # it is looked for again
        except Trouble:
            return None
        return found

    async def _attempt(
        self,
        step: Step,
        do: Callable[[bool], Any],
        failed: Trouble | None = None,
        *,
        in_doubt: bool = False,
    ) -> Answer:
        """Perform `step` until it succeeds or the core says to give up; no thread waits.

        Args:
            step: what is done.
            do: does it; is told whether it may have been done already.
            failed: what came of a first attempt, if one was made.
            in_doubt: whether it may have been done by an earlier round.
        """
        began = time.monotonic()
        attempts = int(failed is not None)
        while True:
            if failed is not None:
                again = retries.retry_delay(step, failed, attempts, time.monotonic() - began)
                if again is None:
                    return None, failed
                metrics.again(step, failed)
                told = {"conversation": self._work.key, "step": type(step).__name__}
                log.info("step.again", **told, after=again, **failed.record())
                self._work.stand.waits(step, again)
                await self._turn.pause(again)
                if step.recorded:
                    await self._work.check_ours(self)
                in_doubt = in_doubt or may_have_been_sent(failed)
            attempts += 1
            try:
                return await self._calls.make(partial(do, in_doubt)), None
            except Trouble as trouble:
                failed = trouble
