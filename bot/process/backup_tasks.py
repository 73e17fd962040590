"""Backs up and restores the database of an installation."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from bot.edges.durable import leases
from bot.edges.durable.inbox import Inbox
from bot.edges.durable.serializer import EncryptedJson
from bot.edges.durable.workflow_store import WorkflowStore
from bot.edges.storage import backups, database
from bot.edges.storage.encryption import PayloadCipher, key_file
from bot.edges.storage.singleton_tasks import SingletonTasks
from bot.edges.webex import look_back
from bot.settings import Settings

IN_USE = "The database is in use. Stop the bot, wait ten seconds, and try again."


@dataclass(frozen=True)
class Restored:
    """What a restore did.

    Args:
        cancelled: how many conversations were in progress, and won't be resumed.
        replaced: where the replaced database is now; None if there was none.
    """

    cancelled: int
    replaced: Path | None = None


def back_up(settings: Settings, to: Path) -> Path | None:
    """Copy the database into a new file.

    Returns:
        the file with the encryption key, which the backup doesn't contain; None if there is none.

    Raises:
        BackupError: that isn't possible; the message says why.
    """
    file = backups.file_of(settings.database_url.get_secret_value())
    backups.back_up(file, to)
    key = key_file(file)
    return key if key.exists() else None


def restore(settings: Settings, backup: Path) -> Restored:
    """Replace an SQLite database with a backup.

    Raises:
        BackupError: that isn't possible; the message says why.
        NewerDatabaseError: the backup was made by a newer version of the bot.
    """
    file = backups.file_of(settings.database_url.get_secret_value())
    replaced, cancelled = backups.restore(file, backup, lambda copy: _forget(f"sqlite:///{copy}"))
    return Restored(cancelled, replaced)


def after_pg_restore(settings: Settings) -> Restored:
    """Keep a PostgreSQL database that pg_restore filled from sending anything again.

    Raises:
        BackupError: a process of the bot uses it.
        NewerDatabaseError: the backup was made by a newer version of the bot.
    """
    url = settings.database_url.get_secret_value()
    with _connected(url) as opened:
        if leases.alive(opened):
            raise backups.BackupError(IN_USE)
    return Restored(_forget(url))


def _forget(url: str) -> int:
    """Delete what was in progress or had failed at the backup; return how much was in progress.

    It may have been finished or retried afterwards. Later reminders stay.
    """
    with _connected(url) as opened:
        look_back.skip_until(SingletonTasks(opened), time.time())
        no_key = PayloadCipher()  # nothing is read
        discarded = Inbox(opened, no_key).discard_due()
        return discarded + WorkflowStore(opened, EncryptedJson(no_key)).forget_due()


@contextmanager
def _connected(url: str) -> Iterator[sa.Engine]:
    """Connect to a database, with its tables up to date."""
    opened = database.connect(url)
    try:
        database.prepare(opened)
        yield opened
    finally:
        opened.dispose()
