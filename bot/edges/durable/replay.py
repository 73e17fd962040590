"""Runs one conversation through its steps, for the first time or as a replay after a crash.

A recorded step is a DBOS step; on a replay, DBOS answers it from its record.
https://docs.dbos.dev/python/tutorials/step-tutorial
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine, Generator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeAlias

import structlog
from dbos import DBOS

from bot.core.conversations.deciding import Deciding
from bot.core.conversations.decision import Decision
from bot.core.domain.errors import LinkLost, Passing, Trouble
from bot.core.steps import retries
from bot.core.steps.last_word import LastWord
from bot.core.steps.message_marks import FindSentMessage, add_mark, may_have_been_sent
from bot.core.steps.step import Conversation, Posted, Send, Step, Together
from bot.edges import metrics
from bot.edges.durable.codec import Outcome
from bot.edges.durable.concurrency import ConversationInProgress
from bot.edges.durable.ordering import Turn
from bot.edges.durable.thread_pool import ThreadPool
from bot.edges.storage.encryption import UnreadableError

DECIDE = "decide"
"""The name of the first recorded step."""

log = structlog.get_logger()

Answer: TypeAlias = tuple[Any, Trouble | None]
Delay: TypeAlias = Callable[[Step, Trouble, int, float], float | None]


@dataclass
class Run:
    """One run of a conversation.

    Args:
        key: the conversation's key.
        perform: performs a step once, in the calling thread; raises Trouble.
        threads: the threads for calls to the outside.
        progress: counts the conversation while it doesn't only wait.
        turn: its place among requests of the same person in the same space.
        check_ours: raises if another process has taken the conversation over.
        since: the earliest time at which a step can have been done, in seconds since 1970.
        recorded: the names of the steps that earlier runs recorded, by their places.
        in_doubt: whether an earlier run may have crashed between doing a step and recording it.
    """

    key: str
    perform: Callable[[Step], Any]
    threads: ThreadPool
    progress: ConversationInProgress
    turn: Turn
    check_ours: Callable[[], Awaitable[None]]
    since: float
    recorded: Mapping[int, str]
    in_doubt: bool

    def __post_init__(self) -> None:
        self._last, self._furthest = 0, max(self.recorded, default=0)
        self._deciding: asyncio.Task[Outcome] | None = None

    async def decide(self, deciding: Deciding) -> Decision | None:
        """Return the decision, while it is still being recorded.

        Raises:
            Trouble: no decision could be made.
        """
        await self._in_order()
        if DECIDE in self.recorded.values():
            outcome = await _as_step(DECIDE, partial(self._read, deciding))
        else:
            outcome = await self._read(deciding)
            self._deciding = asyncio.create_task(_as_step(DECIDE, partial(_known, outcome)))
        self._last += 1
        if outcome.trouble:
            raise outcome.trouble
        return outcome.answer  # type: ignore[no-any-return]  # as the step above made it

    async def _read(self, deciding: Deciding) -> Outcome:
        """Read what the decision needs. Only the decision itself is recorded."""
        try:
            return Outcome(await _drive(deciding, partial(self._together, self._attempt)))
        except Trouble as trouble:
            return Outcome(None, trouble)

    async def go(self, conversation: Conversation) -> None:
        """Run the conversation to its end, unless an earlier run already has."""
        if LastWord.__name__ not in self.recorded.values():
            await _drive(conversation, self.do)

    async def close(self) -> None:
        """Wait until the decision is recorded."""
        if self._deciding:
            await self._deciding

    def cancel(self) -> None:
        """Stop recording the decision."""
        if self._deciding:
            self._deciding.cancel()

    async def do(self, step: Step) -> Answer:
        """Do a step, and return its answer or trouble."""
        self.turn.comes_to(step)
        answer = await self._together(self._line, step)
        if self._last > self._furthest:
            self.in_doubt = False  # an earlier run that got here would have recorded it
        return answer

    async def _together(
        self, line: Callable[[Step], Coroutine[Any, Any, Answer]], step: Step
    ) -> Answer:
        if not isinstance(step, Together):
            return await line(step)
        results = await self.progress.together([line(each) for each in step.steps])
        return tuple(trouble or answer for answer, trouble in results), None

    def _line(self, step: Step) -> Coroutine[Any, Any, Answer]:
        """Give the step the next place, also if it runs side by side with others."""
        if not step.recorded:
            return self._unrecorded(step)
        self._last += 1
        return self._record(add_mark(step, self.key, self._last))

    async def _unrecorded(self, step: Step) -> Answer:
        """Do a step without recording it. If an earlier run got past it, it may not fail now."""
        again = self._last < self._furthest
        delay = retries.retry_delay_again if again else retries.retry_delay
        answer, trouble = await self._attempt(step, delay)
        if trouble and again:
            with suppress(Trouble):
                return step.instead(trouble), None
        return answer, trouble

    async def _record(self, step: Step) -> Answer:
        in_doubt = self.in_doubt

        async def do() -> Outcome:
            if isinstance(step, Send) and step.lost:
                return Outcome(None, LinkLost())
            await self._in_order()
            return Outcome(*await self._attempt(step, in_doubt=in_doubt))

        await self.close()  # the decision is recorded before any effect
        outcome = await _as_step(type(step).__name__, do)
        return outcome.answer, outcome.trouble

    async def _in_order(self) -> None:
        """Wait for earlier requests of the same person in the same space to be answered."""
        while ahead := self.turn.ahead():
            gone = asyncio.wait_for(ahead.gone.wait(), self.turn.patience)
            with suppress(TimeoutError):
                await self.progress.wait(gone)

    async def _attempt(
        self, step: Step, delay: Delay = retries.retry_delay, *, in_doubt: bool = False
    ) -> Answer:
        """Perform a step until it succeeds or the core gives up. No thread waits in between.

        Args:
            step: the step.
            delay: decides when to retry.
            in_doubt: whether it may already have been done.
        """
        began, attempts = time.monotonic(), 0
        while True:
            attempts += 1
            if step.recorded:
                await self.check_ours()
            try:
                return await self.threads.run(partial(self._perform, step, in_doubt)), None
            except Trouble as trouble:
                failed = trouble
            again = delay(step, failed, attempts, time.monotonic() - began)
            if again is None:
                return None, failed
            metrics.again(step, failed)
            told = {"conversation": self.key, "step": type(step).__name__, "after": again}
            log.info("step.again", **told, **failed.record())
            self.turn.waits(step, again)
            await self.progress.wait(asyncio.sleep(again))
            in_doubt = in_doubt or may_have_been_sent(failed)

    def _perform(self, step: Step, in_doubt: bool) -> Any:
        """Look for a message before sending it again. If that isn't possible, send it."""
        found: Posted | None = None
        if in_doubt and isinstance(step, Send):
            try:
                found = self.perform(FindSentMessage(step, self.since))
            except Passing:
                raise  # look again later
            except Trouble:
                found = None
        return found or self.perform(step)


async def _known(outcome: Outcome) -> Outcome:
    return outcome


async def _drive(talk: Generator[Step, Any, Any], do: Callable[[Step], Awaitable[Answer]]) -> Any:
    """Pass each step to `do` and its answer back; return what `talk` returns in the end."""
    answer, trouble = None, None
    while True:
        try:
            step = talk.throw(trouble) if trouble else talk.send(answer)
        except StopIteration as end:
            return end.value
        answer, trouble = await do(step)


async def _as_step(name: str, do: Callable[[], Coroutine[Any, Any, Outcome]]) -> Outcome:
    """Run `do` as a DBOS step, or return its recorded outcome.

    Raises:
        UnreadableError: it was encrypted with a key that is missing here.
    """
    outcome = await DBOS.run_step_async({"name": name}, do)
    if not isinstance(outcome, Outcome):
        raise UnreadableError
    return outcome
