"""Clears away what is over, so that nothing fills up.

What a finished conversation was about goes in the very statement that finishes it; that there was
one stays for a while, so that the same notice is not served again. Deletes come in small batches:
SQLite has one writer, and a person may be waiting for it.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

import sqlalchemy as sa
import structlog

from bot.edges.durable.duties import Duties
from bot.edges.storage.data_retention import forget_people
from bot.edges.storage.database import engines_schema, truncate_log
from bot.edges.storage.tables import checkpoints, courtesies, deliveries, failures, hosts, meetings

EVERY = 60.0
"""Seconds between two clearings, by whichever process comes first."""

BATCH = 500
"""Rows deleted at a time: some ten milliseconds."""

PAUSE = 0.2
"""Seconds between two batches, for those who wait."""

LONGEST = timedelta(days=8)
"""More than links can work for, so that the index on `opens` leads to what is over."""

DUTY = "clear away"

log = structlog.get_logger()


@dataclass(frozen=True)
class Keep:
    """For how long is kept what is over.

    Args:
        conversations: that a notice was served, and what failed.
        meetings: that there was a meeting, for the audit.
        people: of these, who was in them.
    """

    conversations: timedelta = timedelta(days=7)
    meetings: timedelta = timedelta(days=365)
    people: timedelta = timedelta(days=7)


class Clearing(threading.Thread):
    """Clears away now and then, between `start` and `stop`.

    Args:
        database: where everything lies.
        keep: for how long.
        every: seconds between two clearings, in all processes together.
    """

    def __init__(self, database: sa.Engine, keep: Keep, every: float = EVERY) -> None:
        super().__init__(name="clearing", daemon=True)
        self._database = database
        self._duties = Duties(database)
        self._keep = keep
        self._every = every
        self._over = threading.Event()

    def run(self) -> None:
        """Clear away when it is time, until told to stop."""
        while not self._over.wait(self._every / 2):
            try:
                if self._duties.claim(DUTY, self._every):
                    self.clear()
            except sa.exc.SQLAlchemyError as error:
                log.warning("clearing.not_done", error=type(error).__name__)

    def stop(self) -> None:
        """Clear nothing away any more."""
        self._over.set()
        if self.ident:
            self.join()

    def clear(self) -> None:
        """Clear away everything whose time has come."""
        for batch in (
            self._repeats,
            self._conversations,
            self._checkpoints,
            partial(self._aged, courtesies),
            partial(self._aged, failures),
            self._people,
            self._meetings,
        ):
            while self._in_one_go(batch) == BATCH and not self._over.wait(PAUSE):
                pass
        truncate_log(self._database)

    def _in_one_go(self, batch: Callable[[sa.Connection], int]) -> int:
        with self._database.begin() as connection:
            return batch(connection)

    def _repeats(self, connection: sa.Connection) -> int:
        """A notice that came again later brought its content again; the table is small."""
        given, status = (
            _engines(connection, each) for each in ("workflow_input", "workflow_status")
        )
        finished = given.c.workflow_uuid == status.c.workflow_uuid, status.c.completed_at > 0
        again = sa.select(given.c.workflow_uuid).where(*finished).limit(BATCH)
        found = connection.scalars(again).all()
        connection.execute(sa.delete(given).where(given.c.workflow_uuid.in_(found)))
        return len(found)

    def _conversations(self, connection: sa.Connection) -> int:
        before = 1000 * (time.time() - self._keep.conversations.total_seconds())
        found = connection.scalars(_over(connection), {"before": before, "most": BATCH}).all()
        for table in engines_rows(connection):
            connection.execute(sa.delete(table).where(table.c.workflow_uuid.in_(found)))
        return len(found)

    def _checkpoints(self, connection: sa.Connection) -> int:
        """Some are written by a process that did not know that its conversation was finished."""
        before = time.time() - self._keep.conversations.total_seconds()
        status = _engines(connection, "workflow_status")
        unfinished = sa.exists().where(
            status.c.workflow_uuid == checkpoints.c.conversation,
            status.c.completed_at.is_(None),
        )
        old = sa.select(checkpoints.c.conversation).where(checkpoints.c.at < before, ~unfinished)
        found = connection.scalars(old.order_by(checkpoints.c.at).limit(BATCH)).all()
        connection.execute(checkpoints.delete().where(checkpoints.c.conversation.in_(found)))
        return len(found)

    def _aged(self, table: sa.Table, connection: sa.Connection) -> int:
        before = time.time() - self._keep.conversations.total_seconds()
        old = sa.select(table.c.key).where(table.c.at < before).limit(BATCH)
        found = connection.scalars(old).all()
        connection.execute(table.delete().where(table.c.key.in_(found)))
        return len(found)

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


def _engines(connection: sa.Connection, name: str) -> sa.TableClause:
    columns: Sequence[str] = ("workflow_uuid", "completed_at")
    return sa.table(name, *map(sa.column, columns), schema=engines_schema(connection))


def engines_rows(connection: sa.Connection) -> list[sa.TableClause]:
    """Return the tables in which the engine has rows of a conversation, its own row last."""
    names = ("workflow_output", "workflow_input", "operation_outputs", "workflow_status")
    return [_engines(connection, each) for each in names]


def _over(connection: sa.Connection) -> sa.Select[tuple[str]]:
    status = _engines(connection, "workflow_status")
    return (
        sa.select(status.c.workflow_uuid)
        .where(status.c.completed_at < sa.bindparam("before"))
        .order_by(status.c.completed_at)
        .limit(sa.bindparam("most"))
    )


_SQLITE = (
    """
    CREATE TRIGGER IF NOT EXISTS conversation_over AFTER UPDATE OF completed_at ON workflow_status
    WHEN NEW.completed_at IS NOT NULL
    BEGIN
        DELETE FROM workflow_input WHERE workflow_uuid = NEW.workflow_uuid;
        DELETE FROM checkpoints WHERE conversation = NEW.workflow_uuid;
    END
    """,
    # What waited has begun: a transaction of its own would cost as much as the rest of it. On
    # PostgreSQL its row is locked by then, and goes with the lock.
    """
    CREATE TRIGGER IF NOT EXISTS conversation_begun AFTER INSERT ON workflow_status
    BEGIN
        DELETE FROM inbox WHERE key = NEW.workflow_uuid;
    END
    """,
)
_POSTGRESQL = (
    "SELECT pg_advisory_xact_lock(7440)",
    """
    CREATE OR REPLACE FUNCTION conversation_over() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        DELETE FROM dbos.workflow_input WHERE workflow_uuid = NEW.workflow_uuid;
        DELETE FROM checkpoints WHERE conversation = NEW.workflow_uuid;
        RETURN NULL;
    END $$
    """,
    # Looked for first: to make it again would wait for everybody who writes.
    """
    DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgname = 'conversation_over') THEN
            CREATE TRIGGER conversation_over AFTER UPDATE OF completed_at ON dbos.workflow_status
            FOR EACH ROW WHEN (NEW.completed_at IS NOT NULL) EXECUTE FUNCTION conversation_over();
        END IF;
    END $$
    """,
)


def let_go_of_the_finished(database: sa.Engine) -> None:
    """Have the database forget what a conversation was about in the statement that ends it.

    The engine keeps it, and to delete it afterwards would take a transaction of its own. So would
    what waited for it in the inbox, which on SQLite goes in the statement that records it. The
    engine's tables have to be there.
    """
    with database.begin() as connection:
        on_postgresql = connection.dialect.name == "postgresql"
        for statement in _POSTGRESQL if on_postgresql else _SQLITE:
            connection.execute(sa.text(statement))
