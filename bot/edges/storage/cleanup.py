"""Deletes old conversations, meetings and personal data.

A finished conversation is kept for a while, so that a repeated notice isn't answered again. Rows
are deleted in small batches: SQLite has one writer, and a person may be waiting for it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

import sqlalchemy as sa
import structlog

from bot.edges.background import Background
from bot.edges.storage.api_meeting_store import delete_requests, forget_requests
from bot.edges.storage.data_retention import delete_courtesies, delete_meetings, forget_people
from bot.edges.storage.database import truncate_log
from bot.edges.storage.desk_lookup import delete_desk_calls
from bot.edges.storage.event_store import KEPT as KEPT_EVENTS
from bot.edges.storage.event_store import delete_deliveries
from bot.edges.storage.expert_group_store import delete_duties
from bot.edges.storage.expert_store import delete_expert_requests
from bot.edges.storage.question_store import delete_questions
from bot.edges.storage.singleton_tasks import SingletonTasks

EVERY = 60.0
"""Seconds between two cleanups, by whichever process comes first."""

BATCH = 500
"""Rows to delete at a time, which takes about ten milliseconds."""

PAUSE = 0.2
"""Seconds between two batches, so that other writers get their turn."""

TASK = "clear away"

Batch = Callable[[sa.Connection, datetime, int], int]
"""Deletes so many rows that are older; returns how many there were."""

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


class Cleanup(Background):
    """Deletes old data regularly, between `start` and `stop`.

    Args:
        database: the installation's database.
        delete_finished: deletes so many finished conversations that are older; returns how many.
        keep: how long to keep what is over.
        every: seconds between two cleanups by any process.
    """

    def __init__(
        self,
        database: sa.Engine,
        delete_finished: Callable[[datetime, int], int],
        keep: Keep,
        every: float = EVERY,
    ) -> None:
        super().__init__("cleanup")
        self._database, self._delete_finished = database, delete_finished
        self._tasks = SingletonTasks(database)
        self._keep = keep
        self._every = every

    def run(self) -> None:
        """Clean up when it is due, until `stop` is called."""
        while not self.over.wait(self._every / 2):
            try:
                if self._tasks.claim(TASK, self._every):
                    self.clear()
            except sa.exc.SQLAlchemyError as error:
                log.warning("cleanup.not_done", error=type(error).__name__)

    def clear(self) -> None:
        """Delete everything that has been kept long enough."""
        now, keep = datetime.fromtimestamp(time.time(), UTC), self._keep
        self._in_batches(partial(self._delete_finished, now - keep.conversations, BATCH))
        for batch, age in (
            (delete_courtesies, keep.conversations),
            (delete_questions, timedelta()),
            (forget_people, keep.people),
            (forget_requests, keep.people),
            (delete_meetings, keep.meetings),
            (delete_requests, keep.conversations),
            (delete_expert_requests, keep.meetings),
            (delete_deliveries, KEPT_EVENTS),
            (delete_desk_calls, keep.people),
            (delete_duties, keep.conversations),
        ):
            self._in_batches(partial(self._in_one_go, batch, now - age))
        truncate_log(self._database)

    def _in_batches(self, batch: Callable[[], int]) -> None:
        while batch() == BATCH and not self.over.wait(PAUSE):
            pass

    def _in_one_go(self, batch: Batch, before: datetime) -> int:
        with self._database.begin() as connection:
            return batch(connection, before, BATCH)
