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

from bot.core.conversations.requests.decision import Deciding, Decision
from bot.core.domain.errors import LinkLost, Passing, Trouble
from bot.core.steps import retries
from bot.core.steps.last_word import LastWord
from bot.core.steps.message_marks import FindSentMessage, add_mark, may_have_been_sent
from bot.core.steps.step import Conversation, Posted, Send, Step, Together
from bot.edges import metrics
from bot.edges.durable.codec import Outcome
from bot.edges.durable.concurrency import ConversationInProgress
from bot.edges.durable.ordering import Turn
from bot.edges.storage.encryption import UnreadableError

log = structlog.get_logger()

Delay: TypeAlias = Callable[[Step, Trouble, int, float], float | None]
Do: TypeAlias = Callable[[Step], Coroutine[Any, Any, Outcome]]


@dataclass
class Run:
    """One run of a conversation.

    Args:
        key: the conversation's key.
        perform: performs a step once; raises Trouble.
        progress: counts the conversation while it doesn't only wait.
        turn: its place among requests of the same person in the same space.
        check_ours: raises if another process has taken the conversation over.
        since: the earliest time at which a step can have been done, in seconds since 1970.
        recorded: returns the names of the steps that earlier runs recorded, by their places.
    """

    key: str
    perform: Callable[[Step], Awaitable[Any]]
    progress: ConversationInProgress
    turn: Turn
    check_ours: Callable[[], Awaitable[None]]
    since: float
    recorded: Callable[[], Awaitable[Mapping[int, str]]]

    def __post_init__(self) -> None:
        self._earlier: Mapping[int, str] = {}
        self._last = self._furthest = 0
        self._in_doubt = True
        """Whether an earlier run may have crashed between doing the next step and recording it."""

    async def decide(self, deciding: Deciding) -> Decision | None:
        """Return the decision, which is the first step to be recorded.

        Raises:
            Trouble: no decision could be made.
        """
        await self._in_order()
        self._last += 1
        outcome = await _as_step("decide", partial(self._read, deciding))
        if self._in_doubt:
            self._earlier = await self.recorded()
            self._furthest = max(self._earlier)
        if outcome.trouble:
            raise outcome.trouble
        return outcome.answer  # type: ignore[no-any-return]  # as `deciding` returned it

    async def _read(self, deciding: Deciding) -> Outcome:
        """Decide for the first time: nothing has been done yet."""
        self._in_doubt = False
        try:
            return Outcome(await _drive(deciding, partial(self._each, self._attempt)))
        except Trouble as trouble:
            return Outcome(None, trouble)

    async def go(self, conversation: Conversation) -> None:
        """Run the conversation to its end, unless an earlier run already has."""
        if LastWord.__name__ not in self._earlier.values():
            await _drive(conversation, self.do)

    async def do(self, step: Step) -> Outcome:
        """Do a step, and return its answer or trouble."""
        self.turn.comes_to(step)
        outcome = await self._each(self._do_one, step)
        if self._last > self._furthest:
            self._in_doubt = False  # an earlier run that got here would have recorded it
        return outcome

    async def _each(self, do: Do, step: Step) -> Outcome:
        """Do a step, or the steps that it consists of side by side."""
        if not isinstance(step, Together):
            return await do(step)
        results = await self.progress.together([do(each) for each in step.steps])
        return Outcome(tuple(each.trouble or each.answer for each in results))

    async def _do_one(self, step: Step) -> Outcome:
        if not step.recorded:
            return await self._do_unrecorded(step)
        self._last += 1
        step, in_doubt = add_mark(step, self.key, self._last), self._in_doubt

        async def do() -> Outcome:
            if isinstance(step, Send) and step.lost:
                return Outcome(None, LinkLost())
            await self._in_order()
            return await self._attempt(step, in_doubt=in_doubt)

        return await _as_step(type(step).__name__, do)

    async def _do_unrecorded(self, step: Step) -> Outcome:
        """Do a step without recording it. If an earlier run got past it, it must not fail now."""
        again = self._last < self._furthest
        delay = retries.retry_delay_again if again else retries.retry_delay
        outcome = await self._attempt(step, delay)
        if outcome.trouble and again:
            with suppress(Trouble):
                return Outcome(step.instead(outcome.trouble))
        return outcome

    async def _in_order(self) -> None:
        with self.progress.waiting():
            await self.turn.come()

    async def _attempt(
        self, step: Step, delay: Delay | None = None, *, in_doubt: bool = False
    ) -> Outcome:
        """Perform a step until it succeeds or the core gives up. No thread waits in between.

        Args:
            step: the step.
            delay: decides when to retry, if not `retry_delay`.
            in_doubt: whether it may already have been done.
        """
        began, attempts, delay = time.monotonic(), 0, delay or retries.retry_delay
        while True:
            attempts += 1
            if step.recorded:
                await self.check_ours()
            try:
                return Outcome(await self._perform(step, in_doubt=in_doubt))
            except Trouble as trouble:
                failed = trouble
            again = delay(step, failed, attempts, time.monotonic() - began)
            if again is None:
                return Outcome(None, failed)
            metrics.again(step, failed)
            noted = {"conversation": self.key, "step": type(step).__name__, "after": again}
            log.info("step.again", **noted, **failed.record())
            self.turn.waits(step, again)
            with self.progress.waiting():
                await asyncio.sleep(again)
            in_doubt = in_doubt or may_have_been_sent(failed)

    async def _perform(self, step: Step, *, in_doubt: bool) -> Any:
        """Look for a message before sending it again. If that isn't possible, send it."""
        found: Posted | None = None
        if in_doubt and isinstance(step, Send):
            try:
                found = await self.perform(FindSentMessage(step, self.since))
            except Passing:
                raise  # look again later
            except Trouble:
                found = None
        return found or await self.perform(step)


async def _drive(talk: Generator[Step, Any, Any], do: Do) -> Any:
    """Pass each step to `do` and its answer back; return what `talk` returns in the end."""
    outcome = Outcome()
    while True:
        try:
            step = talk.throw(outcome.trouble) if outcome.trouble else talk.send(outcome.answer)
        except StopIteration as end:
            return end.value
        outcome = await do(step)


async def _as_step(name: str, do: Callable[[], Coroutine[Any, Any, Outcome]]) -> Outcome:
    """Run `do` as a DBOS step, or return its recorded outcome.

    Raises:
        UnreadableError: it was encrypted with a key that is missing here.
    """
    outcome = await DBOS.run_step_async({"name": name}, do)
    if not isinstance(outcome, Outcome):
        raise UnreadableError
    return outcome
