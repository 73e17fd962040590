"""Connects to SQLite or PostgreSQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from itertools import count

import sqlalchemy as sa

from bot.edges.storage import migrations, sqlite

PATIENCE = 30.0
"""Seconds for which one waits for another writer to SQLite's file to end, or for a connection."""

RECEIVING = 5.0
"""The same where somebody waits for an answer: who is told nothing in time delivers it again."""


def connect(url: str, patience: float = PATIENCE) -> sa.Engine:
    """Return a pool of connections to the database at `url`.

    Args:
        url: ``sqlite:///FILE`` or ``postgresql://…``; ``postgres://`` is read as the same.
        patience: seconds for which one waits for others to be done.
    """
    parsed = sa.make_url(url.replace("postgres://", "postgresql://", 1))
    if parsed.get_backend_name() == "sqlite":
        return sqlite.connect(parsed, patience)
    engine = sa.create_engine(
        parsed.set(drivername="postgresql+psycopg"),
        hide_parameters=True,
        pool_size=20,
        max_overflow=0,
        pool_timeout=patience,
        pool_pre_ping=True,
        connect_args={
            "connect_timeout": 10,
            # A frozen worker must not hold its row locks for long (in milliseconds).
            "options": "-c idle_in_transaction_session_timeout=5000",
        },
    )
    sa.event.listen(engine, "handle_error", _retry_connecting)
    return engine


def _retry_connecting(context: sa.engine.ExceptionContext) -> None:
    """Have DBOS retry when no connection can be made: it does so for one that was lost."""
    if context.connection is None:
        context.is_disconnect = True


def prepare(database: sa.Engine) -> None:
    """Bring the bot's tables to their newest state; several processes may do so at once.

    Raises:
        NewerDatabaseError: a newer version of the bot was there before.
    """
    with database.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(sa.text("SELECT pg_advisory_xact_lock(7439)"))
        else:
            connection.execute(sa.text("BEGIN IMMEDIATE"))
        migrations.upgrade(connection)


def is_away(error: sa.exc.SQLAlchemyError) -> bool:
    """Return whether an error will pass: the database is stopped, locked, or its disk is full."""
    if isinstance(error, sa.exc.TimeoutError):
        return True
    if isinstance(error, sa.exc.DBAPIError) and error.connection_invalidated:
        return True
    cause = error.orig if isinstance(error, sa.exc.DBAPIError) else None
    if isinstance(cause, sqlite3.Error):
        return sqlite.primary_code(cause) in sqlite.PASSING
    return isinstance(error, sa.exc.OperationalError | sa.exc.InterfaceError)


def is_missing_table(error: sa.exc.SQLAlchemyError) -> bool:
    """Return whether a table is not there: DBOS makes its own when a process first serves."""
    words = str(error.orig) if isinstance(error, sa.exc.DBAPIError) else ""
    return "no such table" in words or "does not exist" in words


def close(database: sa.Engine) -> None:
    """Let the database go; what SQLite keeps in its log is written into the file first.

    So that a copy of the file alone holds everything: https://sqlite.org/wal.html
    """
    with suppress(sa.exc.SQLAlchemyError):
        truncate_log(database)
    database.dispose()


def truncate_log(database: sa.Engine) -> None:
    """Write SQLite's log into the file and empty it, so that nothing deleted is left there.

    Processes that read or write meanwhile make it do nothing; the next call does it.
    https://sqlite.org/pragma.html#pragma_wal_checkpoint
    """
    if database.dialect.name == "sqlite":
        with database.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


@contextmanager
def stirred(database: sa.Engine) -> Iterator[Callable[[], int]]:
    """Give what returns another number when somebody wrote to the file since the last call.

    It takes a hundredth of a query. PostgreSQL has nothing like it: there, each call differs; so
    it does where the file cannot be read, for the query to say so.
    https://sqlite.org/pragma.html#pragma_data_version
    """
    differing = count(-1, -1).__next__
    if database.dialect.name != "sqlite":
        yield differing
        return

    def version() -> int:
        try:
            return int(connection.execute("PRAGMA data_version").fetchone()[0])
        except sqlite3.Error:
            return differing()

    with closing(sqlite.open_file(database.url.database or "")) as connection:
        yield version
