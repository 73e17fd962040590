"""What waits and what is in hand, read when somebody asks."""

from __future__ import annotations

import time
from dataclasses import dataclass

import sqlalchemy as sa

from bot.edges.durable.workflow_store import WorkflowStore
from bot.edges.storage.tables import inbox

MOST = 1000
"""Conversations that are looked at: more than all processes have in hand."""

_DUE = inbox.c.at <= sa.bindparam("now")
_WAITING = sa.select(sa.func.count(), sa.func.min(inbox.c.at)).where(_DUE)


@dataclass(frozen=True)
class Backlog:
    """What is not done yet.

    Args:
        waiting: notices, and errands that are due, which no process has taken.
        waiting_for: seconds for which the oldest of them waits.
        in_hand: conversations that were begun.
        in_hand_for: seconds since the oldest of them was begun.
        dead: conversations that were given up since each process that had one died.
    """

    waiting: int = 0
    waiting_for: float = 0.0
    in_hand: int = 0
    in_hand_for: float = 0.0
    dead: int = 0


def read(database: sa.Engine, store: WorkflowStore) -> Backlog:
    """Return what is not done yet.

    Raises:
        sqlalchemy.exc.SQLAlchemyError: the database is away.
    """
    now = time.time()
    with database.connect() as connection:
        waiting, oldest = connection.execute(_WAITING, {"now": now}).one()
    begun, dead = store.unfinished(MOST), store.given_up(MOST)
    since = [(each.dequeued_at or each.created_at or 1000 * now) / 1000 for each in begun]
    return Backlog(
        waiting,
        now - oldest if oldest else 0.0,
        len(begun),
        now - min(since, default=now),
        len(dead),
    )
