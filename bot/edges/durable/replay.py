"""Runs one conversation through its steps, for the first time or as a replay after a crash.

A recorded step is a DBOS step; on a replay, DBOS answers it from its record.
https://docs.dbos.dev/python/tutorials/step-tutorial
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

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
from bot.edges.durable.concurrency import ConversationSlot
from bot.edges.durable.ordering import Turn
from bot.edges.durable.thread_pool import ThreadPool
from bot.edges.storage.encryption import UnreadableError

DECIDE = "decide"
"""The name of the first recorded step."""

log = structlog.get_logger()

Answer = tuple[Any, Trouble | None]


@dataclass(frozen=True)
class Means:
    """What a run needs.

    Args:
        key: the conversation's key.
        perform: performs a step once, in the calling thread; raises Trouble.
        threads: the threads for calls to the outside.
        slot: the run's slot.
        turn: its place among requests of the same person in the same space.
        check_ours: raises if another process has taken the conversation over.
        since: the earliest time at which a step can have been done, in seconds since 1970.
    """

    key: str
    perform: Callable[[Step], Any]
    threads: ThreadPool
    slot: ConversationSlot
    turn: Turn
    check_ours: Callable[[], Awaitable[None]]
    since: float = 0.0


class Run:
    """One run of a conversation.

    Args:
        means: what it needs.
        recorded: the names of the steps that an earlier run recorded, by their places; None in
            the first run.
    """

    def __init__(self, means: Means, recorded: Mapping[int, str] | None) -> None:
        self._means = means
        self._recorded = recorded or {}
        self._last = 0
        # Whether an earlier run may have crashed between doing a step and recording it.
        self._in_doubt = recorded is not None
        self._deciding: asyncio.Task[Outcome] | None = None

    async def decide(self, deciding: Deciding) -> Decision | None:
        """Return the decision, while it is still being recorded.

        Raises:
            Trouble: no decision could be made.
        """
        await self._in_order()
        made: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()

        async def decide() -> Outcome:
            made.set_result(outcome := await self._gather(deciding))
            return outcome

        self._last += 1
        self._deciding = asyncio.create_task(_as_step(DECIDE, decide))
        await asyncio.wait({self._deciding, made}, return_when=asyncio.FIRST_COMPLETED)
        outcome = made.result() if made.done() else self._deciding.result()
        if outcome.trouble:
            raise outcome.trouble
        return outcome.answer  # type: ignore[no-any-return]  # as the step above made it

    async def _gather(self, deciding: Deciding) -> Outcome:
        """Read what the decision needs. Only the decision itself is recorded."""
        answer: Answer = (None, None)
        while True:
            try:
                step = deciding.throw(answer[1]) if answer[1] else deciding.send(answer[0])
            except StopIteration as end:
                return Outcome(end.value)
            except Trouble as trouble:
                return Outcome(None, trouble)
            reads = [self._attempt(each, partial(self._perform, each)) for each in _each(step)]
            answer = await self._together(step, reads)

    async def go(self, conversation: Conversation) -> None:
        """Run the conversation to its end, unless an earlier run already has."""
        if LastWord.__name__ in self._recorded.values():
            return
        answer: Answer = (None, None)
        while True:
            try:
                step = conversation.throw(answer[1]) if answer[1] else conversation.send(answer[0])
            except StopIteration:
                return
            self._means.turn.comes_to(step)
            answer = await self.do(step)

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
        steps, before = _each(step), self._last
        if any(each.recorded for each in steps):
            await self.close()  # the decision is recorded before any effect
        answer = await self._together(step, [self._line(each) for each in steps])
        if any(place not in self._recorded for place in range(before + 1, self._last + 1)):
            self._in_doubt = False  # an earlier run that got here would have recorded it
        return answer

    async def _together(self, step: Step, lines: Sequence[Coroutine[Any, Any, Answer]]) -> Answer:
        results = await self._means.slot.together(lines)
        together = tuple(trouble or answer for answer, trouble in results), None
        return together if isinstance(step, Together) else results[0]

    def _line(self, step: Step) -> Coroutine[Any, Any, Answer]:
        """Give the step the next place, also if it runs side by side with others."""
        if not step.recorded:
            return self._unrecorded(step)
        self._last += 1
        return self._record(add_mark(step, self._means.key, self._last))

    async def _unrecorded(self, step: Step) -> Answer:
        """Do a step without recording it. If an earlier run got past it, it may not fail now."""
        again = self._last < max(self._recorded, default=0)
        delay = retries.retry_delay_again if again else retries.retry_delay
        answer, trouble = await self._attempt(step, partial(self._perform, step), delay=delay)
        if trouble and again:
            with suppress(Trouble):
                return step.instead(trouble), None
        return answer, trouble

    async def _record(self, step: Step) -> Answer:
        in_doubt = self._in_doubt

        async def do() -> Outcome:
            if isinstance(step, Send) and step.lost:
                return Outcome(None, LinkLost())
            await self._in_order()
            await self._means.check_ours()
            perform = partial(self._perform_or_find, step)
            return Outcome(*await self._attempt(step, perform, in_doubt=in_doubt))

        outcome = await _as_step(type(step).__name__, do)
        return outcome.answer, outcome.trouble

    async def _in_order(self) -> None:
        """Wait for earlier requests of the same person in the same space to be answered."""
        while ahead := self._means.turn.ahead():
            await self._means.slot.wait_for(ahead.gone, self._means.turn.patience)

    def _perform(self, step: Step, _in_doubt: bool) -> Any:
        return self._means.perform(step)

    def _perform_or_find(self, step: Step, in_doubt: bool) -> Any:
        """Look for a message before sending it again. If that isn't possible, send it."""
        if not (in_doubt and isinstance(step, Send)):
            return self._means.perform(step)
        try:
            found: Posted | None = self._means.perform(FindSentMessage(step, self._means.since))
        except Passing:
            raise  # look again later
        except Trouble:
            found = None
        return found or self._means.perform(step)

    async def _attempt(
        self,
        step: Step,
        perform: Callable[[bool], Any],
        *,
        in_doubt: bool = False,
        delay: Callable[[Step, Trouble, int, float], float | None] = retries.retry_delay,
    ) -> Answer:
        """Perform `step` until it succeeds or the core gives up. No thread waits in between.

        `perform` gets whether the step may already have been done.
        """
        began, attempts = time.monotonic(), 0
        while True:
            attempts += 1
            try:
                return await self._means.threads.run(partial(perform, in_doubt)), None
            except Trouble as trouble:
                failed = trouble
            again = delay(step, failed, attempts, time.monotonic() - began)
            if again is None:
                return None, failed
            metrics.again(step, failed)
            told = {"conversation": self._means.key, "step": type(step).__name__, "after": again}
            log.info("step.again", **told, **failed.record())
            self._means.turn.waits(step, again)
            await self._means.slot.sleep(again)
            if step.recorded:
                await self._means.check_ours()
            in_doubt = in_doubt or may_have_been_sent(failed)


def _each(step: Step) -> tuple[Step, ...]:
    return step.steps if isinstance(step, Together) else (step,)


async def _as_step(name: str, do: Callable[[], Coroutine[Any, Any, Outcome]]) -> Outcome:
    """Run `do` as a DBOS step, or return its recorded outcome.

    Raises:
        UnreadableError: it was encrypted with a key that is missing here.
    """
    outcome = await DBOS.run_step_async({"name": name}, do)
    if not isinstance(outcome, Outcome):
        raise UnreadableError
    return outcome
