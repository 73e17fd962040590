"""Wakes a worker when another process has recorded something for which somebody waits.

A worker looks into the inbox ten times a second anyway, so a signal that is lost does no harm.
PostgreSQL notifies those who listen. SQLite can't, but a look at its file takes microseconds.

https://www.postgresql.org/docs/current/sql-notify.html
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import closing, suppress
from typing import Any

import sqlalchemy as sa

from bot.edges.storage import sqlite

LOOK = 0.01
"""Seconds between two looks at SQLite's file; all of them take a hundredth of a core."""

TAKEN = 0.02
"""Seconds that the worker has to take what was found, before the next look."""

ANEW = 1.0
"""Seconds after which the file is opened anew, since it may have been replaced by a backup, and
until a lost connection is tried again."""

_ANY_DUE = "SELECT 1 FROM inbox WHERE at <= ? LIMIT 1"


class InboxWatch:
    """Watches the inbox between `start` and `stop`, in a thread.

    Args:
        database: the installation's.
        wake: has the worker look into the inbox.
    """

    def __init__(self, database: sa.Engine, wake: Callable[[], None]) -> None:
        self._database, self._wake = database, wake
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="inbox watch", daemon=True)

    def start(self) -> None:
        """Start to watch."""
        self._thread.start()

    def stop(self) -> None:
        """Stop watching."""
        self._over.set()
        notify(self._database)
        self._thread.join()

    def _run(self) -> None:
        watch = self._listen if _can_notify(self._database) else self._look
        passing = (sa.exc.SQLAlchemyError, self._database.dialect.loaded_dbapi.Error)
        while not self._over.is_set():
            try:
                watch()
            except passing:  # the worker reports it
                self._over.wait(ANEW)

    def _listen(self) -> None:
        with _autocommit(self._database).connect() as connection:
            connection.exec_driver_sql("LISTEN inbox")
            listener: Any = connection.connection.driver_connection
            connection.detach()  # closed in the end, so that nobody else gets what it hears
            while not self._over.is_set():
                for _ in listener.notifies(timeout=ANEW, stop_after=1):
                    self._wake()

    def _look(self) -> None:
        until = time.monotonic() + ANEW
        with closing(sqlite.open_file(self._database.url.database or "")) as file:
            while not self._over.is_set() and time.monotonic() < until:
                found = file.execute(_ANY_DUE, (time.time(),)).fetchone()
                if found:
                    self._wake()
                self._over.wait(TAKEN if found else LOOK)


def notify(database: sa.Engine) -> None:
    """Tell the workers that there is something in the inbox, as far as they can be told."""
    if _can_notify(database):
        with suppress(sa.exc.SQLAlchemyError), _autocommit(database).connect() as connection:
            connection.exec_driver_sql("NOTIFY inbox")


def _can_notify(database: sa.Engine) -> bool:
    return database.dialect.name == "postgresql"


def _autocommit(database: sa.Engine) -> sa.Engine:
    return database.execution_options(isolation_level="AUTOCOMMIT")
