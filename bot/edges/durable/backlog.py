"""What waits and what is in hand, read from the database when somebody asks."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa
from prometheus_client.core import Metric
from prometheus_client.registry import Collector

from bot.edges.metrics import gauge
from bot.edges.storage.database import engines_schema

_WAITING = sa.text("SELECT count(*), min(at) FROM inbox WHERE at <= :now")
_IN_HAND = (
    "SELECT status, count(*), min(created_at) FROM {table} WHERE {unfinished} GROUP BY status"
)
_UNFINISHED = "completed_at IS NULL AND status IN ('PENDING', 'ENQUEUED', 'DELAYED')"
_DEAD = "status = 'MAX_RECOVERY_ATTEMPTS_EXCEEDED'"


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


def read(database: sa.Engine) -> Backlog:
    """Return what is not done yet.

    Raises:
        sqlalchemy.exc.SQLAlchemyError: the database is away.
    """
    now = time.time()
    with database.connect() as connection:
        waiting, oldest = connection.execute(_WAITING, {"now": now}).one()
        table = engines_table(connection)
        rows = connection.execute(_in_hand(table)).all() if table else []
    begun = [row for row in rows if row.status != "MAX_RECOVERY_ATTEMPTS_EXCEEDED"]
    return Backlog(
        waiting,
        now - oldest if oldest else 0.0,
        sum(row[1] for row in begun),
        max((now - row[2] / 1000 for row in begun), default=0.0),
        sum(row[1] for row in rows if row not in begun),
    )


def _in_hand(table: str) -> sa.TextClause:
    return sa.text(_IN_HAND.format(table=table, unfinished=f"({_UNFINISHED}) OR {_DEAD}"))


def engines_table(connection: sa.Connection) -> str | None:
    """Return the name of the engine's table; None before a worker was ever started."""
    schema = engines_schema(connection)
    there = sa.inspect(connection).has_table("workflow_status", schema=schema)
    return ("dbos.workflow_status" if schema else "workflow_status") if there else None


class BacklogCollector(Collector):
    """Tells Prometheus of it.

    Args:
        database: where it lies.
    """

    def __init__(self, database: sa.Engine) -> None:
        self._database = database

    def describe(self) -> Iterator[Metric]:
        """Name nothing: what is told has no labels, and is not to be asked for at the start."""
        return iter(())

    def collect(self) -> Iterator[Metric]:
        """Yield what is not done yet; only that, where the database is away."""
        try:
            found = read(self._database)
        except sa.exc.SQLAlchemyError:
            yield gauge("database_up", "Whether the database answers.", 0)
            return
        yield gauge("database_up", "Whether the database answers.", 1)
        yield gauge("backlog", "Notices and due errands that wait for a worker.", found.waiting)
        yield gauge("backlog_oldest_seconds", "How long the oldest waits.", found.waiting_for)
        yield gauge("in_hand", "Conversations that are under way.", found.in_hand)
        yield gauge("in_hand_oldest_seconds", "How long the oldest is.", found.in_hand_for)
        yield gauge("dead", "Conversations whose processes died each time.", found.dead)
