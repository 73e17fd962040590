"""Connects to SQLite or PostgreSQL."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from itertools import count
from typing import Any

import sqlalchemy as sa
from sqlalchemy.pool import QueuePool

from bot.edges.storage import migrations

POOL = 4
"""SQLite has one writer, so that more connections only wait for each other."""

PATIENCE = 30.0
"""Seconds for which a statement waits for another writer to SQLite's file to end."""

AGAIN = 0.001
"""Seconds after which it asks again. SQLite by itself soon sleeps for 10, 15, 20 milliseconds,
while most transactions take one or two: https://sqlite.org/c3ref/busy_timeout.html"""

CHECKPOINT = 4000
"""Pages of 4 KB after which the log is written back into the file, by whoever happens to commit:
three times as seldom as SQLite does by itself, since somebody waits for that commit.
https://sqlite.org/wal.html#avoiding_excessively_large_wal_files"""


def connect(url: str) -> sa.Engine:
    """Return a pool of connections to the database at `url`.

    Args:
        url: ``sqlite:///FILE`` or ``postgresql://…``; ``postgres://`` is read as the same.
    """
    parsed = sa.make_url(url.replace("postgres://", "postgresql://", 1))
    if parsed.get_backend_name() == "sqlite":
        return _sqlite(parsed)
    return sa.create_engine(
        parsed.set(drivername="postgresql+psycopg"),
        hide_parameters=True,
        pool_size=20,
        max_overflow=0,
        pool_pre_ping=True,
        connect_args={
            "connect_timeout": 10,
            # A frozen worker must not hold its row locks for long (in milliseconds).
            "options": "-c idle_in_transaction_session_timeout=5000",
        },
    )


def lax(database: sa.Engine) -> sa.Engine:
    """Return other connections to the same database, whose commits do not wait for the disk.

    A power failure may undo the last of them, in order: so they are for what is done again as long
    as its conversation has not ended, and for that end. Whatever is committed elsewhere takes all
    before it to the disk. https://sqlite.org/pragma.html#pragma_synchronous

    On PostgreSQL, whose own processes wait, they are the same connections.
    """
    return _sqlite(database.url, "NORMAL") if database.dialect.name == "sqlite" else database


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


def truncate_log(database: sa.Engine) -> None:
    """Write SQLite's log into the file and empty it, so that nothing deleted is left there.

    Processes that read or write meanwhile make it do nothing; the next call does it.
    https://sqlite.org/pragma.html#pragma_wal_checkpoint
    """
    if database.dialect.name == "sqlite":
        with database.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def engines_schema(connection: sa.Connection) -> str | None:
    """Return where the engine keeps its tables: SQLite has no schemas."""
    return "dbos" if connection.dialect.name == "postgresql" else None


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

    with closing(sqlite3.connect(str(database.url.database), timeout=5)) as connection:
        yield version


def _sqlite(url: sa.URL, synchronous: str = "FULL") -> sa.Engine:
    _use_write_ahead_log(url.database or "")
    engine = sa.create_engine(
        url,
        hide_parameters=True,
        poolclass=QueuePool,
        pool_size=POOL,
        max_overflow=0,
        pool_timeout=60,
        pool_use_lifo=True,  # the one used last knows most of the file
    )
    sa.event.listen(engine, "connect", partial(_prepare, synchronous))
    patience = _Patience()
    sa.event.listen(engine, "do_execute", patience.execute)
    sa.event.listen(engine, "do_executemany", patience.execute_many)
    return engine


class _Patience:
    """Has statements executed once no other thread or process writes to the file."""

    def __init__(self) -> None:
        self._asking = threading.Lock()

    def execute(self, cursor: sqlite3.Cursor, statement: str, given: Any, _context: object) -> bool:
        """Execute a statement."""
        return self._in_time(partial(cursor.execute, statement, given))

    def execute_many(
        self, cursor: sqlite3.Cursor, statement: str, given: Any, _context: object
    ) -> bool:
        """Execute a statement for many rows."""
        return self._in_time(partial(cursor.executemany, statement, given))

    def _in_time(self, execute: Callable[[], object]) -> bool:
        until = time.monotonic() + PATIENCE
        if not _is_done(execute, until):
            with self._asking:  # one thread asks, not all of them
                while not _is_done(execute, until):
                    time.sleep(AGAIN)
        return True


def _is_done(execute: Callable[[], object], until: float) -> bool:
    try:
        execute()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode not in _BUSY or time.monotonic() > until:
            raise
        return False
    return True


_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_BUSY_RECOVERY})


def _prepare(synchronous: str, connection: Any, _record: object) -> None:
    connection.isolation_level = "IMMEDIATE"
    connection.execute("PRAGMA busy_timeout=30000")
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA secure_delete=ON")  # overwrite what is deleted
    connection.execute(f"PRAGMA wal_autocheckpoint={CHECKPOINT}")
    connection.execute(f"PRAGMA synchronous={synchronous}")
    connection.execute("PRAGMA busy_timeout=0")  # from now on, see _Patience
    if sqlite3.sqlite_version_info < (3, 42):
        connection.create_function("unixepoch", 1, _seconds_with_fraction)


def _seconds_with_fraction(_modifier: str) -> float:
    """Stand in for ``unixepoch('subsec')``, which came with SQLite 3.42; the engine asks for it."""
    return time.time()


def _use_write_ahead_log(path: str, attempts: int = 50) -> None:
    """Readers then do not wait for the writer. Two processes that start together collide here."""
    for attempt in range(attempts):
        try:
            with closing(sqlite3.connect(path, timeout=5)) as connection:
                connection.execute("PRAGMA journal_mode=WAL")
                return
        except sqlite3.OperationalError:
            if attempt == attempts - 1:
                raise
            time.sleep(0.05)
