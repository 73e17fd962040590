"""Deletes old conversations, meetings and personal data.

A finished conversation is kept for a while, so that a repeated notice isn't answered again. Rows
are deleted in small batches: SQLite has one writer, and a person may be waiting for it.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

import sqlalchemy as sa
import structlog

from bot.edges.durable.workflow_store import WorkflowStore
from bot.edges.storage import question_store
from bot.edges.storage.data_retention import forget_people
from bot.edges.storage.database import truncate_log
from bot.edges.storage.singleton_tasks import SingletonTasks
from bot.edges.storage.tables import courtesies, deliveries, hosts, meetings

EVERY = 60.0
"""Seconds between two cleanups, by whichever process comes first."""

BATCH = 500
"""Rows to delete at a time, which takes about ten milliseconds."""

PAUSE = 0.2
"""Seconds between two batches, so that other writers get their turn."""

LONGEST = timedelta(days=8)
"""Longer than any link works, so that the index on `opens` finds the meetings that are over."""

TASK = "clear away"

log = structlog.get_logger()


@dataclass(frozen=True)
class Keep:
    """How long to keep what is over.

    Args:
        conversations: finished and failed conversations.
        meetings: meetings, for the audit.
        people: who was in these meetings.
    """

    conversations: timedelta = timedelta(days=7)
    meetings: timedelta = timedelta(days=365)
    people: timedelta = timedelta(days=7)


class Cleanup(threading.Thread):
    """Deletes old data regularly, between `start` and `stop`.

    Args:
        database: the installation's database.
        store: the conversations.
        keep: how long to keep what is over.
        every: seconds between two cleanups by any process.
    """

    def __init__(
        self, database: sa.Engine, store: WorkflowStore, keep: Keep, every: float = EVERY
    ) -> None:
        super().__init__(name="cleanup", daemon=True)
        self._database, self._store = database, store
        self._tasks = SingletonTasks(database)
        self._keep = keep
        self._every = every
        self._over = threading.Event()

    def run(self) -> None:
        """Clean up when it is due, until `stop` is called."""
        while not self._over.wait(self._every / 2):
            try:
                if self._tasks.claim(TASK, self._every):
                    self.clear()
            except sa.exc.SQLAlchemyError as error:
                log.warning("cleanup.not_done", error=type(error).__name__)

    def stop(self) -> None:
        """Stop cleaning up."""
        self._over.set()
        if self.ident:
            self.join()

    def clear(self) -> None:
        """Delete everything that has been kept long enough."""
        ours = [
            partial(self._in_one_go, each)
            for each in (self._courtesies, self._questions, self._people, self._meetings)
        ]
        batches: list[Callable[[], int]] = [self._conversations, *ours]
        for batch in batches:
            while batch() == BATCH and not self._over.wait(PAUSE):
                pass
        truncate_log(self._database)

    def _in_one_go(self, batch: Callable[[sa.Connection], int]) -> int:
        with self._database.begin() as connection:
            return batch(connection)

    def _conversations(self) -> int:
        before = time.time() - self._keep.conversations.total_seconds()
        found = self._store.finished_before(before, BATCH)
        if found:
            self._store.delete(found)
        return len(found)

    def _courtesies(self, connection: sa.Connection) -> int:
        before = time.time() - self._keep.conversations.total_seconds()
        old = sa.select(courtesies.c.key).where(courtesies.c.at < before).limit(BATCH)
        found = connection.scalars(old).all()
        connection.execute(courtesies.delete().where(courtesies.c.key.in_(found)))
        return len(found)

    def _questions(self, connection: sa.Connection) -> int:
        return question_store.forget(connection, datetime.now(UTC))

    def _people(self, connection: sa.Connection) -> int:
        return forget_people(connection, datetime.now(UTC) - self._keep.people, BATCH)

    def _meetings(self, connection: sa.Connection) -> int:
        before = datetime.now(UTC) - self._keep.meetings
        old = sa.select(meetings.c.number).where(
            meetings.c.opens < before, meetings.c.expires < before
        )
        found = connection.scalars(old.order_by(meetings.c.opens).limit(BATCH)).all()
        for table in (deliveries, hosts, meetings):
            connection.execute(table.delete().where(table.c.number.in_(found)))
        return len(found)
