"""Backs up and restores an SQLite database as one file.

https://sqlite.org/lang_vacuum.html#vacuum_with_an_into_clause
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from urllib.parse import quote

import sqlalchemy as sa

from bot.core.domain.errors import BotError

NOT_SQLITE = (
    "This command is for SQLite. PostgreSQL has pg_dump; bot/docs/backup-and-upgrade.md shows how."
)


class BackupError(BotError):
    """A backup or restore isn't possible; the message says why."""


def file_of(url: str) -> Path:
    """Return the file of an SQLite database.

    Args:
        url: the database's.

    Raises:
        BackupError: it is another database.
    """
    parsed = sa.make_url(url.replace("postgres://", "postgresql://", 1))
    if parsed.get_backend_name() != "sqlite":
        raise BackupError(NOT_SQLITE)
    return Path(parsed.database or "")


def back_up(database: Path, to: Path) -> None:
    """Copy a database into a new file that only its owner can read, also while it is in use.

    Args:
        database: the file.
        to: the new file.

    Raises:
        BackupError: there is no database, or a file in the way.
    """
    if not database.is_file():
        raise BackupError(f"There is no database at {database}.")
    with _new_file(to), closing(_open(database)) as connection:
        connection.execute("VACUUM INTO ?", (str(to),))
        _flush(to)


def restore(
    database: Path, backup: Path, prepare: Callable[[Path], int]
) -> tuple[Path | None, int]:
    """Replace a database that nobody uses with a backup.

    Args:
        database: the file to replace; it may be missing.
        backup: a file of `back_up`.
        prepare: changes the copy of the backup before it replaces the database.

    Returns:
        where the replaced database is now, if there was one, and what `prepare` returned.

    Raises:
        BackupError: the backup isn't one, or the database is in use.
    """
    _check(backup)
    copy = database.with_name(f"{database.name}.restoring")
    copy.unlink(missing_ok=True)
    with _new_file(copy):
        shutil.copyfile(backup, copy)
        prepared = prepare(copy)
        _take_alone(copy)
        _flush(copy)
        kept = _set_aside(database)
        copy.rename(database)
    return kept, prepared


def _set_aside(database: Path) -> Path | None:
    if not database.exists():
        return None
    _take_alone(database)
    kept = database.with_name(f"{database.name}.{time.strftime('%Y%m%d-%H%M%S')}")
    database.rename(kept)
    return kept


def _take_alone(database: Path) -> None:
    """Merge the log into the file, which only works if no process has it open.

    Raises:
        BackupError: one has.
    """
    with closing(_open(database)) as connection:
        try:
            [mode] = connection.execute("PRAGMA journal_mode=DELETE").fetchone()
        except sqlite3.OperationalError:
            mode = "wal"
    if mode != "delete":
        raise BackupError(f"{database} is in use. Stop the bot first.")


def _check(backup: Path) -> None:
    """Check that a file is a whole database of the bot.

    Raises:
        BackupError: it isn't.
    """
    if not backup.is_file():
        raise BackupError(f"There is no backup at {backup}.")
    with closing(_open(backup)) as connection:
        try:
            [state] = connection.execute("PRAGMA integrity_check(1)").fetchone()
            connection.execute("SELECT version_num FROM alembic_version")
        except sqlite3.DatabaseError:
            state = "not ours"
    if state != "ok":
        raise BackupError(f"{backup} isn't a backup of the bot's database, or it is damaged.")


@contextmanager
def _new_file(file: Path) -> Iterator[None]:
    """Create a file that only its owner can read, and remove it if the block fails."""
    try:
        os.close(os.open(file, os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        raise BackupError(f"{file} exists. Name another file.") from None
    with ExitStack() as unless_done:
        unless_done.callback(file.unlink, missing_ok=True)
        yield
        unless_done.pop_all()


def _open(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{quote(str(file))}?mode=rw", timeout=5, uri=True)


def _flush(file: Path) -> None:
    with file.open("rb") as opened:
        os.fsync(opened.fileno())
