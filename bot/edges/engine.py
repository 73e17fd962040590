"""Drives conversations durably, on DBOS; nothing else in the bot knows DBOS.

One conversation is one workflow, named after its notice. Its generator is replayed after a crash:
recorded steps answer from their checkpoints, the others are done again.
https://docs.dbos.dev/python/reference/decorators
"""

from __future__ import annotations

import asyncio
import os
import secrets
import threading
import time
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from typing import Any, Protocol

import sqlalchemy as sa
import structlog
from dbos import DBOS, DBOSClient, DBOSConfig, SetWorkflowID
from dbos import error as dbos_error

from bot.core import retries
from bot.core.errors import Trouble
from bot.core.notices import Notice
from bot.core.steps import Conversation, Posted, Step, Together
from bot.edges.leases import Leases

QUEUE = "conversations"
APPLICATION = "instant-connect-bot"
VERSION = "1"
"""Of the conversations' order of steps, not of the bot: work in hand is only carried over between
processes that agree on it. Change it for an incompatible conversation alone."""

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


def entry(notice: Notice) -> dict[str, Any]:
    """Return what is recorded of a notice: itself, when it came, and a seed for what is secret."""
    return {"notice": notice.record(), "at": time.time(), "seed": secrets.token_urlsafe(24)}


class Inbox:
    """Records notices for workers elsewhere, and runs none."""

    def __init__(self, database: sa.Engine) -> None:
        self._client = DBOSClient(system_database_engine=database)

    def accept(self, notice: Notice) -> None:
        """Record `notice` durably, once."""
        self._client.enqueue(
            {
                "queue_name": QUEUE,
                "workflow_name": "conversation",
                "workflow_id": notice.key,
                "app_version": VERSION,
            },
            entry(notice),
        )

    def close(self) -> None:
        """Let the database go."""
        self._client.destroy()


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
        self._calls = ThreadPoolExecutor(concurrency, thread_name_prefix="call")
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="loop", daemon=True)
        self._under_way: set[str] = set()
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
            "enable_otlp": False,
            "log_level": "WARNING",
        }

    def start(self) -> None:
        """Take the lease, then begin to serve what is recorded."""
        self._leases.take()
        self._thread.start()
        DBOS.launch()
        DBOS.register_queue(QUEUE, worker_concurrency=self._concurrency, polling_interval_sec=0.1)
        self._leases.keep()

    def stop(self, patience: float = 20.0) -> None:
        """Finish what is in hand for `patience` seconds, and leave the rest to others."""
        DBOS.destroy(workflow_completion_timeout_sec=int(patience) if self._under_way else 0)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._calls.shutdown(wait=False, cancel_futures=True)
        self._leases.give_up()

    def accept(self, notice: Notice) -> None:
        """Record `notice` durably, once, and begin its conversation here and now."""
        asyncio.run_coroutine_threadsafe(self._begin(notice), self._loop).result()

    async def _begin(self, notice: Notice) -> None:
        with SetWorkflowID(notice.key):
            await DBOS.start_workflow_async(self._workflow, entry(notice))

    async def _run(self, recorded: dict[str, Any]) -> None:
        key = DBOS.workflow_id or ""
        self._under_way.add(key)
        try:
            await self._drive(self._mind.converse(recorded))
        except dbos_error.DBOSException:
            raise  # the engine's own signals: cancelled, or another process owns it now
        except Exception as bug:
            log.exception("conversation.broken", conversation=key)
            await self._apologise(recorded)
            raise BrokenError(type(bug).__name__) from None
        finally:
            self._under_way.discard(key)

    async def _apologise(self, recorded: dict[str, Any]) -> None:
        step = self._mind.apologise(recorded)
        if step:
            await self._do(step)

    async def _drive(self, conversation: Conversation) -> None:
        answer: Any = None
        trouble: Trouble | None = None
        while True:
            try:
                step = conversation.throw(trouble) if trouble else conversation.send(answer)
            except StopIteration:
                return
            answer, trouble = await self._do(step)

    async def _do(self, step: Step) -> tuple[Any, Trouble | None]:
        if isinstance(step, Together):
            results = await asyncio.gather(*(self._do(each) for each in step.steps))
            return tuple(trouble or answer for answer, trouble in results), None
        if step.recorded:
            name = type(step).__name__
            return _read(await DBOS.run_step_async({"name": name}, self._recorded, step))
        return await self._attempt(step)

    async def _recorded(self, step: Step) -> dict[str, Any]:
        return _written(*await self._attempt(step))

    async def _attempt(self, step: Step) -> tuple[Any, Trouble | None]:
        """Perform `step` until it succeeds or the core says to give up; no thread waits."""
        began = time.monotonic()
        attempts = 0
        while True:
            attempts += 1
            try:
                return await self._call(step), None
            except Trouble as trouble:
                again = retries.decide(step, trouble, attempts, time.monotonic() - began)
                if again is None:
                    return None, trouble
                log.info("step.again", step=type(step).__name__, after=again, **trouble.record())
            await asyncio.sleep(again)

    async def _call(self, step: Step) -> Any:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._calls, self._edges.perform, step)

    def _take_over(self, executor: str) -> None:
        left = DBOS.list_workflows(status="PENDING", executor_id=executor, load_input=False)
        if left:
            DBOS.resume_workflows([each.workflow_id for each in left], queue_name=QUEUE)


def _written(answer: Any, trouble: Trouble | None) -> dict[str, Any]:
    if trouble:
        return trouble.record()
    if isinstance(answer, Posted):
        return asdict(answer)
    return {"answer": answer}


def _read(record: dict[str, Any]) -> tuple[Any, Trouble | None]:
    if "trouble" in record:
        return None, Trouble.from_record(record)
    if "message_id" in record:
        return Posted(**record), None
    return record["answer"], None
