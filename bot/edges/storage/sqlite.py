"""Connects to SQLite: one file for many processes, which wait for each other.

https://sqlite.org/wal.html
"""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlalchemy as sa
from sqlalchemy.pool import QueuePool

POOL = 4
"""SQLite allows one writer at a time, so more connections would only wait for each other."""

AGAIN = 0.004
"""Seconds between two attempts at a file that another process has locked. SQLite's own waits soon
grow to 20 milliseconds (https://sqlite.org/c3ref/busy_timeout.html), but most transactions take one
or two. More attempts would cost a tenth of the processor time of a command in a burst."""

_ATTEMPTS = 50

CHECKPOINT = 4000
"""Pages of 4 KB after which a commit also moves the log into the file. It is three times SQLite's
default, because that commit takes longer and somebody may be waiting for it.
https://sqlite.org/wal.html#avoiding_excessively_large_wal_files"""


def connect(url: sa.URL, patience: float) -> sa.Engine:
    """Return a pool of connections to a file, which is created if it is missing.

    Args:
        url: the database's.
        patience: seconds that a statement waits for another writer.
    """
    path = url.database or ""
    _make_private(path)
    _use_write_ahead_log(path)
    engine = sa.create_engine(
        url,
        creator=partial(open_file, path),
        hide_parameters=True,
        poolclass=QueuePool,
        pool_size=POOL,
        max_overflow=0,
        pool_timeout=2 * patience,
        pool_use_lifo=True,  # the last used connection has the warmest cache
    )
    sa.event.listen(engine, "connect", _prepare)
    sa.event.listen(engine, "checkout", partial(_check_file, path))
    sa.event.listen(engine, "handle_error", _wait_for_what_passes)
    waiting = _Patience(patience)
    sa.event.listen(engine, "do_execute", waiting.execute)
    sa.event.listen(engine, "do_executemany", waiting.execute_many)
    sa.event.listen(engine, "checkin", waiting.note_end)
    return engine


def open_file(path: str) -> sqlite3.Connection:
    """Open an existing file; a deleted one must not come back empty."""
    where = f"file:{quote(path)}?mode=rw"
    return sqlite3.connect(where, timeout=5, uri=True, check_same_thread=False)


def _make_private(path: str) -> None:
    """Create the file if it is missing, readable by its owner only."""
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL, 0o600))


def _check_file(path: str, _connection: object, record: Any, _proxy: object) -> None:
    """Refuse a connection to a deleted file: what it stores would be lost at a restart.

    Raises:
        sqlalchemy.exc.DisconnectionError: the file was deleted; SQLAlchemy then connects again.
    """
    try:
        found = Path(path).stat()
    except OSError:
        found = None
    if found is None or record.info.setdefault("file", found.st_ino) != found.st_ino:
        raise sa.exc.DisconnectionError


def _wait_for_what_passes(context: sa.engine.ExceptionContext) -> None:
    """Report a full disk as a lost connection, which DBOS retries.

    https://docs.sqlalchemy.org/en/20/core/events.html#sqlalchemy.events.DialectEvents.handle_error
    """
    cause = context.original_exception
    if isinstance(cause, sqlite3.Error) and primary_code(cause) in PASSING - _BUSY:
        context.is_disconnect = True
        context.invalidate_pool_on_disconnect = False


def primary_code(error: sqlite3.Error) -> int:
    """Return the primary code of an error; 0 if SQLite gave none."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


class _Patience:
    """Executes statements as soon as no other thread or process writes to the file."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._asking, self._ended = threading.Lock(), threading.Event()

    def execute(self, cursor: sqlite3.Cursor, statement: str, given: Any, _context: object) -> bool:
        """Execute a statement."""
        return self._in_time(partial(cursor.execute, statement, given))

    def execute_many(
        self, cursor: sqlite3.Cursor, statement: str, given: Any, _context: object
    ) -> bool:
        """Execute a statement for many rows."""
        return self._in_time(partial(cursor.executemany, statement, given))

    def _in_time(self, execute: Callable[[], object]) -> bool:
        until = time.monotonic() + self._seconds
        if not _is_done(execute, until):
            with self._asking:  # one thread asks, not all of them
                self._ended.clear()  # before each attempt, so that no end is missed after it
                while not _is_done(execute, until):
                    self._ended.wait(AGAIN)
                    self._ended.clear()
        return True

    def note_end(self, _connection: object, _record: object) -> None:
        """Note that a transaction of this process has ended, which may have been the writer's."""
        self._ended.set()


def _is_done(execute: Callable[[], object], until: float) -> bool:
    try:
        execute()
    except sqlite3.OperationalError as error:
        if primary_code(error) not in _BUSY or time.monotonic() > until:
            raise
        return False
    return True


_BUSY = frozenset({sqlite3.SQLITE_BUSY})
PASSING = _BUSY | {
    *(sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN),
    *(sqlite3.SQLITE_READONLY, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_PROTOCOL),
}
"""Errors that pass and aren't the statement's fault: https://sqlite.org/rescode.html"""


def _prepare(connection: Any, _record: object) -> None:
    connection.isolation_level = "IMMEDIATE"
    connection.execute("PRAGMA busy_timeout=30000")
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA secure_delete=ON")  # overwrite what is deleted
    connection.execute(f"PRAGMA wal_autocheckpoint={CHECKPOINT}")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA busy_timeout=0")  # from now on, see _Patience
    if sqlite3.sqlite_version_info < (3, 42):
        connection.create_function("unixepoch", 1, _seconds_with_fraction)


def _seconds_with_fraction(_modifier: str) -> float:
    """Provide ``unixepoch('subsec')``, which DBOS uses and SQLite has only since 3.42."""
    return time.time()


def _use_write_ahead_log(path: str) -> None:
    """Let readers go on during a write. Two processes that start together may collide here."""
    for attempt in range(_ATTEMPTS):
        try:
            with closing(sqlite3.connect(path, timeout=5)) as connection:
                connection.execute("PRAGMA journal_mode=WAL")
                return
        except sqlite3.OperationalError:
            if attempt == _ATTEMPTS - 1:
                raise
            time.sleep(0.05)
