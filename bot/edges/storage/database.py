"""Connects to SQLite or PostgreSQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import sqlalchemy as sa

from bot.core.domain.errors import DatabaseAway
from bot.edges.storage import migrations, sqlite

PATIENCE = 30.0
"""Seconds to wait for another writer of SQLite's file, or for a free connection."""

RECEIVING = 5.0
"""The same while Webex waits for an answer; it delivers a notice again if none comes in time."""


def connect(url: str, patience: float = PATIENCE) -> sa.Engine:
    """Return a pool of connections to the database at `url`.

    Args:
        url: ``sqlite:///FILE`` or ``postgresql://…``; ``postgres://`` is read as the same.
        patience: seconds to wait for a lock or a free connection.
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
            # In milliseconds: a frozen worker must not hold its row locks for long.
            "options": "-c idle_in_transaction_session_timeout=5000",
        },
    )
    sa.event.listen(engine, "handle_error", _retry_connecting)
    return engine


def _retry_connecting(context: sa.engine.ExceptionContext) -> None:
    """Make DBOS retry when no connection can be made, as it does for one that was lost."""
    if context.connection is None:
        context.is_disconnect = True


def prepare(database: sa.Engine) -> None:
    """Migrate the bot's tables to the newest revision; several processes may do so at once.

    Raises:
        NewerDatabaseError: a newer version of the bot has already migrated them.
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


@contextmanager
def transaction(database: sa.Engine) -> Iterator[sa.Connection]:
    """Run the block in one transaction.

    Raises:
        DatabaseAway: the database can't be reached.
    """
    try:
        with database.begin() as connection:
            yield connection
    except sa.exc.SQLAlchemyError as error:
        if is_away(error):
            raise DatabaseAway from None
        raise


def is_missing_table(error: sa.exc.SQLAlchemyError) -> bool:
    """Return whether a table is missing; DBOS creates its own when a worker first starts."""
    words = str(error.orig) if isinstance(error, sa.exc.DBAPIError) else ""
    return "no such table" in words or "does not exist" in words


def close(database: sa.Engine) -> None:
    """Close the database, after moving SQLite's log into the file.

    A copy of the file alone is then complete: https://sqlite.org/wal.html
    """
    with suppress(sa.exc.SQLAlchemyError):
        truncate_log(database)
    database.dispose()


def truncate_log(database: sa.Engine) -> None:
    """Move SQLite's log into the file and empty it, so that no deleted data stays in it.

    While other processes read or write, this does nothing; the next call tries again.
    https://sqlite.org/pragma.html#pragma_wal_checkpoint
    """
    if database.dialect.name == "sqlite":
        with database.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
