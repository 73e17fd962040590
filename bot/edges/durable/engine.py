"""Runs conversations durably on DBOS. Each is one workflow, named after its notice.

https://docs.dbos.dev/python/reference/contexts
"""

from __future__ import annotations

import asyncio
import os
import threading
import uuid
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from typing import Any, TypeVar

import sqlalchemy as sa
import structlog
from dbos import DBOS, Serializer, SetWorkflowID
from dbos import error as dbos_error

from bot.core.conversations.requests.decision import Trigger
from bot.core.domain.errors import Trouble
from bot.core.incoming.notices import Notice
from bot.core.steps.ledger_steps import ScheduledTask
from bot.core.steps.step import Step
from bot.edges.conversation_log import ConversationLog, ConversationRecord
from bot.edges.durable import workflow_store
from bot.edges.durable.codec import ConversationFailed
from bot.edges.durable.concurrency import ConversationInProgress, ConversationsInProgress
from bot.edges.durable.inbox import UNREADABLE, WHICH_KEY, Inbox
from bot.edges.durable.inbox_reader import InboxReader
from bot.edges.durable.leases import Leases, elapsed
from bot.edges.durable.ordering import Ordering, Turn
from bot.edges.durable.replay import Run
from bot.edges.durable.serializer import SealedInput
from bot.edges.durable.thread_pool import ThreadPool
from bot.edges.durable.workflow_store import WorkflowStore
from bot.edges.error_reports import report, report_given_up
from bot.edges.ports import Core, Edges
from bot.edges.storage.encryption import UnreadableError

LOOK = 1.0
"""Seconds between two queries for due tasks and for work taken over from other processes."""
BEGINNING = 30.0
"""Seconds to begin conversations; after that, their notices stay in the inbox."""

_NOT_OURS = (
    UnreadableError,
    dbos_error.DBOSWorkflowConflictIDError,
    dbos_error.DBOSWorkflowCancelledError,
)
"""Why a conversation is left to another process, or to none."""

log = structlog.get_logger()
T = TypeVar("T")


class Engine:
    """Runs conversations in this process.

    Args:
        database: the installation's database.
        core: decides what happens.
        edges: performs the steps.
        inbox: the notices that wait.
        serializer: serializes what DBOS records.
        conversation_log: gets an account of each conversation.
        concurrency: the most conversations that run at a time in this process.
        look: seconds between two looks for notices that other processes received.
        serving: returns whether new conversations may begin now.
    """

    def __init__(
        self,
        database: sa.Engine,
        core: Core,
        edges: Edges,
        inbox: Inbox,
        serializer: Serializer,
        *,
        conversation_log: ConversationLog,
        concurrency: int = 100,
        look: float = 0.1,
        serving: Callable[[], bool] = lambda: True,
    ) -> None:
        self._core, self._edges, self._inbox = core, edges, inbox
        self._log, self._concurrency, self._serving = conversation_log, concurrency, serving
        self._executor = f"{os.getpid()}-{uuid.uuid4().hex[:12]}"
        self._store = WorkflowStore(database, serializer, waits=True)
        self._leases = Leases(database, self._executor, self._store.take_over)
        self._threads = ThreadPool(concurrency)
        self._in_progress = ConversationsInProgress(concurrency)
        self._ordering = Ordering()
        self._reader = InboxReader(inbox, self._begin_all, self._free, look)
        self.wake = self._reader.wake
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="loop", daemon=True)
        DBOS(config=workflow_store.config(database, self._executor, serializer))
        self._workflow = DBOS.workflow(name=workflow_store.WORKFLOW)(self._converse_as_workflow())

    def _converse_as_workflow(self) -> Callable[[Any], Coroutine[Any, Any, None]]:
        async def conversation(trigger: Trigger | SealedInput) -> None:
            with suppress(UnreadableError):
                if not isinstance(trigger, SealedInput):
                    return await self._converse(trigger)
            return await self._leave(DBOS.workflow_id or "")

        return conversation

    def start(self) -> None:
        """Write the lease, then start to run what is recorded."""
        self._leases.renew()
        self._thread.start()
        self._in_loop(self._launch()).result()
        self._leases.keep()
        self._reader.start()

    async def _launch(self) -> None:
        DBOS.launch()  # in the event loop, so that conversations from its queue run there too
        await DBOS.register_queue_async(
            workflow_store.QUEUE,
            worker_concurrency=self._concurrency,
            polling_interval_sec=LOOK,
            on_conflict="always_update",
        )

    @property
    def alive(self) -> bool:
        """Whether this process takes and runs conversations."""
        return self._thread.is_alive() and self._reader.is_alive()

    def stop(self, patience: float = 20.0) -> None:
        """Finish running conversations for `patience` seconds, and leave the rest to others."""
        self._reader.stop()
        self._leases.stop_recovering()
        self._in_loop(self._in_progress.close(patience - 2)).result()
        DBOS.destroy(destroy_registry=True)
        self._in_loop(_cancel_all()).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
        self._leases.release()

    def accept(self, notice: Notice, written: float | None = None) -> None:
        """Record a notice durably, once, and begin its conversation in this process.

        Args:
            notice: the notice as Webex sent it.
            written: when a message that was found late was written, in seconds since 1970.

        Raises:
            sqlalchemy.exc.SQLAlchemyError: it isn't recorded, since the database is away.
        """
        self._inbox.accept(notice, written)
        self._reader.wake()

    def _free(self) -> int:
        return self._in_progress.free if self._serving() else 0

    def _begin_all(self, all_: list[Trigger]) -> None:
        async def begin_all() -> None:
            await asyncio.gather(*map(self._begin, all_))

        self._in_loop(begin_all()).result(BEGINNING)

    async def _begin(self, trigger: Trigger) -> None:
        with SetWorkflowID(trigger.key):
            await DBOS.start_workflow_async(self._workflow, trigger)

    def _in_loop(self, work: Coroutine[Any, Any, T]) -> Future[T]:
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    async def _converse(self, trigger: Trigger) -> None:
        with self._ordering.turn(trigger) as turn, self._in_progress.begin() as progress:
            account = self._log.open(trigger)
            await self._serve(trigger, self._run(trigger, turn, progress), account)
        self._log.close(account)
        if why := account.trouble:
            raise ConversationFailed(account.kind, account.outcome, why, account.tracking_id)

    async def _serve(self, trigger: Trigger, run: Run, account: ConversationRecord) -> None:
        try:
            decision = await run.decide(self._core.decide(trigger))
            if decision:
                account.decided(decision)
                await run.go(self._log.watched(self._core.converse(decision), account))
        except _NOT_OURS:
            raise
        except Exception as error:  # noqa: BLE001 - one bug never stops the others
            if isinstance(error, Trouble):
                report_given_up(error, account.conversation)
            else:
                report(error, account.conversation)
            account.failed("given_up" if isinstance(error, Trouble) else "broken", error)
            if apology := self._core.apology(trigger):
                await run.do(apology)

    def _run(self, trigger: Trigger, turn: Turn, progress: ConversationInProgress) -> Run:
        key, began = trigger.key, elapsed()

        async def check_ours() -> None:
            """Stop if another process took the conversation over while this one was frozen."""
            held = self._leases.held_since(began)
            if not held and await self._ask(self._store.runs_at, key) != self._executor:
                raise dbos_error.DBOSWorkflowConflictIDError(key)

        since = 0.0 if isinstance(trigger, ScheduledTask) else trigger.at.timestamp()
        recorded = partial(self._ask, self._store.steps, key)
        return Run(key, self._perform, progress, turn, check_ours, since, recorded)

    async def _perform(self, step: Step) -> Any:
        return await self._threads.run(partial(self._edges.perform, step))

    async def _ask(self, ask: Callable[[str], T], key: str) -> T:
        """Return what the database answers about a conversation; DBOS waits while it is away."""
        return await self._threads.run(partial(ask, key))

    async def _leave(self, key: str) -> None:
        """Leave a conversation to a process with its key. DBOS must not record an end of it."""
        log.error("conversation.unreadable", conversation=key, advice=WHICH_KEY)
        await asyncio.sleep(UNREADABLE)
        await self._ask(self._store.resume, key)
        raise asyncio.CancelledError


async def _cancel_all() -> None:
    left = asyncio.all_tasks() - {asyncio.current_task()}
    for task in left:
        task.cancel()
    await asyncio.gather(*left, return_exceptions=True)
