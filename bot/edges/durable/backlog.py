"""Reads how much work is waiting and in progress, for health checks and the admin page.

DBOS lists its workflows, but doesn't know what waits in the inbox.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

import sqlalchemy as sa

from bot.edges.durable.workflow_store import GIVEN_UP, UNFINISHED, WorkflowStore
from bot.edges.storage.tables import inbox

MOST = 1000
"""The most conversations to read; more than all processes run at a time."""


@dataclass(frozen=True)
class Backlog:
    """Unfinished work.

    Args:
        waiting: notices and due tasks that no process has taken yet.
        waiting_for: seconds that the oldest of them has been waiting.
        in_hand: conversations in progress.
        in_hand_for: seconds since the oldest of them began.
        dead: conversations that were given up because they may have crashed their processes.
    """

    waiting: int = 0
    waiting_for: float = 0.0
    in_hand: int = 0
    in_hand_for: float = 0.0
    dead: int = 0


def read(database: sa.Engine, store: WorkflowStore) -> Backlog:
    """Return the unfinished work.

    Raises:
        sqlalchemy.exc.SQLAlchemyError: the database is away.
    """
    now = time.time()
    counted = sa.select(sa.func.count(), sa.func.min(inbox.c.at)).where(inbox.c.at <= now)
    with database.connect() as connection:
        waiting, oldest = connection.execute(counted).one()
    begun = store.find(status=UNFINISHED, limit=MOST)
    dead = store.find(status=GIVEN_UP, limit=MOST)
    since = [(each.dequeued_at or each.created_at or 1000 * now) / 1000 for each in begun]
    waiting_for, in_hand_for = now - (oldest or now), now - min(since, default=now)
    return Backlog(waiting, waiting_for, len(begun), in_hand_for, len(dead))
