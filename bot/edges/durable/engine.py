"""Drives conversations durably, on DBOS; only this, `frugal` and `workflows` know DBOS.

One conversation is one workflow, named after its notice. Its generator is replayed after a crash:
recorded steps answer from their checkpoints, the others are done again.
https://docs.dbos.dev/python/reference/decorators
"""

from __future__ import annotations

import asyncio
import gc
import os
import sys
import threading
import uuid
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from contextvars import ContextVar
from functools import partial
from typing import Any, TypeVar

import sqlalchemy as sa

from bot.core.domain.errors import Trouble
from bot.core.incoming.notices import Notice
from bot.edges.bugs import BrokenError, report, report_given_up
from bot.edges.durable import frugal, workflows
from bot.edges.durable.calls import Calls
from bot.edges.durable.checkpoints import Checkpoints, OvertakenError
from bot.edges.durable.clocks import elapsed
from bot.edges.durable.durability import DBOS, SetWorkflowID
from bot.edges.durable.durability import errors as dbos_error
from bot.edges.durable.inbox import Entries, Entry, Inbox, entry
from bot.edges.durable.intake import Intake
from bot.edges.durable.lanes import Lanes, Stand
from bot.edges.durable.leases import Leases
from bot.edges.durable.payloads import PLAIN, Payloads, UnreadableError
from bot.edges.durable.rounds import Round, Work
from bot.edges.durable.turns import Turn, Turns
from bot.edges.durable.walking import Begun, Talk, Walked, set_out
from bot.edges.minds import Edges, Mind

if sys.platform == "win32":
    from asyncio import new_event_loop
else:
    from uvloop import new_event_loop  # in C: a millisecond less of each command

LOOK = 5.0
"""Seconds between two looks for work that was taken over, some ten milliseconds of processor
time each."""

VERSION = "4"
"""Of the conversations' order of steps, not of the bot: work in hand is only carried over between
processes that agree on it. Change it for an incompatible conversation alone."""

RECORDING = 5.0
"""Seconds within which a notice is recorded, or else its sender is told that it was not."""

T = TypeVar("T")
_BEGUN: ContextVar[Begun | None] = ContextVar("begun", default=None)
"""How far a conversation goes while its notice is being recorded; only in its first round."""
_FIRST: ContextVar[bool] = ContextVar("first", default=False)
"""Whether this is a conversation's first round, before which nothing can have been done."""


class Engine:
    """Runs conversations in this process.

    Args:
        database: where everything durable lies.
        mind: decides what is said.
        edges: performs its steps.
        concurrency: conversations that this process runs at a time.
        look: seconds between two looks for notices that others took.
        serving: whether anything new may be begun now.
        payloads: seals what is recorded.
        lax: other connections to the same database, whose commits need not be on the disk.
    """

    def __init__(
        self,
        database: sa.Engine,
        mind: Mind,
        edges: Edges,
        *,
        concurrency: int = 100,
        look: float = 0.1,
        serving: Callable[[], bool] = lambda: True,
        payloads: Payloads = PLAIN,
        lax: sa.Engine | None = None,
    ) -> None:
        self._database, self._lax = database, lax or database
        self._mind, self._edges = mind, edges
        self._concurrency = concurrency
        self._executor = f"{os.getpid()}-{uuid.uuid4().hex[:12]}"
        self._leases = Leases(database, self._executor, workflows.take_over)
        self._calls = Calls(concurrency)
        self._turns = Turns(concurrency)
        self._lanes = Lanes()
        self._checkpoints = Checkpoints(database, payloads)
        self._serving, self._payloads = serving, payloads
        waiting, share = Inbox(database, payloads), lambda: self._leases.share
        self._intake = Intake(waiting, self._begin_all, self._free, look, share)
        self._rounds: dict[str, Round] = {}
        self._loop = new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="loop", daemon=True)
        self._dbos = DBOS(config=frugal.config(database, self._executor, VERSION))
        frugal.look_less_often(self._dbos, LOOK)
        self._workflow = self._registered()

    def _registered(self) -> Callable[[dict[str, Any] | str], Coroutine[Any, Any, None]]:
        async def conversation(given: dict[str, Any] | str) -> None:
            try:
                await self._run(self._payloads.unwrapped(given))
            except UnreadableError:
                key = DBOS.workflow_id or ""
                await workflows.leave_unread(self._database, key, self._executor)

        return DBOS.workflow(name="conversation")(conversation)

    def start(self) -> None:
        """Take the lease, then begin to serve what is recorded."""
        gc.freeze()  # what is loaded by now stays; looking through it again costs a tenth
        gc.set_threshold(10_000, 20)  # the usual 700 is reached twice by each command
        self._leases.renew()
        self._thread.start()
        self._in_loop(self._launch()).result()
        self._leases.keep()
        self._intake.start()

    async def _launch(self) -> None:
        """In the loop, so that conversations from the queue run there too."""
        frugal.hear_nothing()
        DBOS.launch()
        frugal.keep_statements(self._dbos, self._lax)
        frugal.look_for_nothing(self._dbos)

    @property
    def alive(self) -> bool:
        """Whether it takes and drives conversations."""
        return self._thread.is_alive() and self._intake.is_alive()

    def stop(self, patience: float = 20.0) -> None:
        """Finish what is in hand for `patience` seconds, and leave the rest to others."""
        self._intake.stop()
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

    def accept(self, notice: Notice, written: float | None = None) -> None:
        """Record `notice` durably, once, and begin its conversation here and now.

        Args:
            notice: as it came.
            written: when its message was, in seconds since 1970, where that was found late.

        Raises:
            sqlalchemy.exc.TimeoutError: it is not recorded yet; the database is away.
        """
        try:
            self._in_loop(self._begin(notice.key, entry(notice, written))).result(RECORDING)
        except TimeoutError:
            raise sa.exc.TimeoutError("The notice was not recorded in time.") from None

    async def _begin(self, key: str, recorded: Entry) -> None:
        _FIRST.set(True)
        if self._turns.free and self._lanes.free(recorded):
            converse = partial(self._mind.converse, recorded)
            _BEGUN.set(set_out(converse, self._edges.perform, self._calls))
        with SetWorkflowID(key):
            await DBOS.start_workflow_async(self._workflow, self._payloads.wrapped(recorded))

    def _free(self) -> int:
        return self._turns.free if self._serving() else 0

    def _begin_all(self, entries: Entries) -> None:
        async def begin() -> None:
            await asyncio.gather(*(self._begin(key, recorded) for key, recorded in entries))

        self._in_loop(begin()).result(RECORDING)

    def _in_loop(self, work: Coroutine[Any, Any, T]) -> Future[T]:
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    async def _run(self, recorded: dict[str, Any]) -> None:
        key = DBOS.workflow_id or ""
        with self._lanes.stand(key, recorded) as stand:
            await self._take_turn(key, recorded, stand)

    async def _take_turn(self, key: str, recorded: dict[str, Any], stand: Stand) -> None:
        async with self._turns.one() as turn:
            round_ = self._rounds[key] = self._round(key, turn, stand, recorded["at"])
            try:
                begun = None if stand.ahead() else _BEGUN.get()  # what it read may be changed
                walked = begun and await begun.goes_on()
                await round_.go(walked or Walked(Talk(self._mind.converse(recorded))))
            except (dbos_error.DBOSException, UnreadableError):
                raise  # the engine's own signals: cancelled, or another process owns it now
            except OvertakenError:
                raise dbos_error.DBOSWorkflowConflictIDError(key) from None
            except Trouble as trouble:
                report_given_up(trouble, key)
                self._mind.broke(recorded, trouble)
                await self._apologise(recorded, round_)
            except Exception as bug:  # noqa: BLE001 - one bug never stops the others
                report(bug, key)
                self._mind.broke(recorded, bug)
                await self._apologise(recorded, round_)
                raise BrokenError(type(bug).__name__) from None
            finally:
                if self._rounds.get(key) is round_:
                    del self._rounds[key]

    def _round(self, key: str, turn: Turn, stand: Stand, since: float) -> Round:
        began = elapsed()

        async def check_ours(round_: Round) -> None:
            if self._rounds.get(key) is not round_:
                raise OvertakenError
            if not self._leases.held_since(began):
                await workflows.ask_whose(key, self._executor)

        perform, new = self._edges.perform, _FIRST.get()
        work = Work(key, perform, self._checkpoints, check_ours, stand, new=new, since=since)
        return Round(work, turn, self._calls)

    async def _apologise(self, recorded: dict[str, Any], round_: Round) -> None:
        step = self._mind.apologise(recorded)
        if step:
            await round_.do(step)
