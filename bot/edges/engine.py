"""Drives conversations durably, on DBOS; beside inbox.py nothing else in the bot knows DBOS.

One conversation is one workflow, named after its notice. Its generator is replayed after a crash:
recorded steps answer from their checkpoints, the others are done again.
https://docs.dbos.dev/python/reference/decorators
"""

from __future__ import annotations

import asyncio
import os
import threading
import time
import traceback
import uuid
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TypeVar

import sqlalchemy as sa
import structlog
from dbos import DBOS, DBOSConfig, SetWorkflowID
from dbos import error as dbos_error

from bot.core import retries
from bot.core.errors import Trouble
from bot.core.notices import Notice
from bot.core.steps import Conversation, Step, Together
from bot.edges.calls import Calls
from bot.edges.checkpoints import read, written
from bot.edges.inbox import APPLICATION, QUEUE, VERSION, entry
from bot.edges.leases import Leases
from bot.edges.turns import Turn, Turns

RECORDING = 5.0
"""Seconds within which a notice is recorded, or else its sender is told that it was not."""

THREADS = 32
"""Of the engine, for its trips to the database; it would start any number."""

T = TypeVar("T")
log = structlog.get_logger()


class BrokenError(Exception):
    """A conversation met a bug; holds the kind of error and nothing of the conversation."""


class Edges(Protocol):
    """What performs a step, in the calling thread; raises Trouble."""

    def perform(self, step: Step) -> Any: ...


@dataclass(frozen=True)
class Mind:
    """What is said about a recorded entry.

    Args:
        converse: makes its conversation.
        apologise: makes what is said where that conversation broke, if anything can be.
    """

    converse: Callable[[dict[str, Any]], Conversation]
    apologise: Callable[[dict[str, Any]], Step | None]


class Engine:
    """Runs conversations in this process.

    Args:
        database: where everything durable lies.
        mind: decides what is said.
        edges: performs its steps.
        concurrency: conversations that this process runs at a time.
    """

    def __init__(
        self, database: sa.Engine, mind: Mind, edges: Edges, *, concurrency: int = 100
    ) -> None:
        self._mind = mind
        self._edges = edges
        self._concurrency = concurrency
        self._executor = f"{os.getpid()}-{uuid.uuid4().hex[:12]}"
        self._leases = Leases(database, self._executor, self._take_over)
        self._calls = Calls(concurrency)
        self._turns = Turns(concurrency)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="loop", daemon=True)
        DBOS(config=self._config(database))

        async def conversation(recorded: dict[str, Any]) -> None:
            await self._run(recorded)

        self._workflow = DBOS.workflow(name="conversation")(conversation)

    def _config(self, database: sa.Engine) -> DBOSConfig:
        return {
            "name": APPLICATION,
            "system_database_url": database.url.render_as_string(hide_password=False),
            "system_database_engine": database,
            "application_version": VERSION,
            "executor_id": self._executor,
            "max_executor_threads": THREADS,
            "notification_listener_polling_interval_sec": 0.25,  # stopping waits for one round
            "enable_otlp": False,
            "log_level": "CRITICAL",  # what matters is logged here, without what it was called with
        }

    def start(self) -> None:
        """Take the lease, then begin to serve what is recorded."""
        self._leases.renew()
        self._thread.start()
        self._in_loop(self._launch()).result()
        DBOS.register_queue(QUEUE, worker_concurrency=self._concurrency, polling_interval_sec=0.1)
        self._leases.keep()

    async def _launch(self) -> None:
        """In the loop, so that conversations from the queue run there too."""
        DBOS.launch()

    def stop(self, patience: float = 20.0) -> None:
        """Finish what is in hand for `patience` seconds, and leave the rest to others."""
        self._leases.look_away()
        busy = self._in_loop(self._close(patience)).result()
        DBOS.destroy(workflow_completion_timeout_sec=int(patience) if busy else 0)
        self._in_loop(self._end()).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
        self._leases.give_up()

    async def _close(self, patience: float) -> bool:
        # Earlier than the engine's own end, which it looks for once a second: a conversation
        # that outlived the engine would take its absence for a bug.
        self._loop.call_later(patience - 2, self._turns.end)
        return self._turns.close()

    async def _end(self) -> None:
        left = asyncio.all_tasks() - {asyncio.current_task()}
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    def accept(self, notice: Notice) -> None:
        """Record `notice` durably, once, and begin its conversation here and now.

        Raises:
            sqlalchemy.exc.TimeoutError: it is not recorded yet; the database is away.
        """
        try:
            self._in_loop(self._begin(notice)).result(RECORDING)
        except TimeoutError:
            raise sa.exc.TimeoutError("The notice was not recorded in time.") from None

    async def _begin(self, notice: Notice) -> None:
        with SetWorkflowID(notice.key):
            await DBOS.start_workflow_async(self._workflow, entry(notice))

    def _in_loop(self, work: Coroutine[Any, Any, T]) -> Future[T]:
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    async def _run(self, recorded: dict[str, Any]) -> None:
        async with self._turns.one() as turn:
            try:
                await self._drive(self._mind.converse(recorded), turn)
            except dbos_error.DBOSException:
                raise  # the engine's own signals: cancelled, or another process owns it now
            except Exception as bug:  # noqa: BLE001 - one bug never stops the others
                _report(bug)
                await self._apologise(recorded, turn)
                raise BrokenError(type(bug).__name__) from None

    async def _apologise(self, recorded: dict[str, Any], turn: Turn) -> None:
        step = self._mind.apologise(recorded)
        if step:
            await self._do(step, turn)

    async def _drive(self, conversation: Conversation, turn: Turn) -> None:
        answer: Any = None
        trouble: Trouble | None = None
        while True:
            try:
                step = conversation.throw(trouble) if trouble else conversation.send(answer)
            except StopIteration:
                return
            answer, trouble = await self._do(step, turn)

    async def _do(self, step: Step, turn: Turn) -> tuple[Any, Trouble | None]:
        if isinstance(step, Together):
            results = await turn.together([self._do(each, turn) for each in step.steps])
            return tuple(trouble or answer for answer, trouble in results), None
        if step.recorded:
            name = type(step).__name__
            return read(await DBOS.run_step_async({"name": name}, self._recorded, step, turn))
        return await self._attempt(step, turn)

    async def _recorded(self, step: Step, turn: Turn) -> dict[str, Any]:
        return written(*await self._attempt(step, turn))

    async def _attempt(self, step: Step, turn: Turn) -> tuple[Any, Trouble | None]:
        """Perform `step` until it succeeds or the core says to give up; no thread waits."""
        began = time.monotonic()
        attempts = 0
        while True:
            attempts += 1
            try:
                return await self._calls.make(lambda: self._edges.perform(step)), None
            except Trouble as trouble:
                again = retries.decide(step, trouble, attempts, time.monotonic() - began)
                if again is None:
                    return None, trouble
                log.info("step.again", step=type(step).__name__, after=again, **trouble.record())
            await turn.pause(again)
            if step.recorded:
                await self._check_still_ours()

    async def _check_still_ours(self) -> None:
        """A process that was frozen meanwhile may wake to a step that its successor has done.

        Only inside a recorded step: elsewhere the engine would count the question as a step.
        """
        key = DBOS.workflow_id or ""
        status = await DBOS.get_workflow_status_async(key)
        if status is None or (status.status, status.executor_id) != ("PENDING", self._executor):
            raise dbos_error.DBOSWorkflowConflictIDError(key)

    def _take_over(self, executor: str) -> None:
        # The engine's own recovery, of which only the name is private: unlike resume_workflows it
        # moves nothing that somebody else has taken over meanwhile, and it counts the attempts,
        # so that a conversation that kills its process is given up in the end.
        DBOS._recover_pending_workflows([executor])  # noqa: SLF001


def _report(bug: Exception) -> None:
    """Log where a bug is, without its words and values: they may hold what people said."""
    frames = traceback.extract_tb(bug.__traceback__)
    where = [f"{Path(each.filename).name}:{each.lineno} {each.name}" for each in frames[-5:]]
    log.error(
        "conversation.broken", conversation=DBOS.workflow_id, bug=type(bug).__name__, at=where
    )
