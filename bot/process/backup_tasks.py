"""Backs up and restores the database of an installation."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from bot.edges.durable.inbox import Inbox
from bot.edges.durable.serializer import EncryptedJson
from bot.edges.durable.workflow_store import WorkflowStore
from bot.edges.storage import backups, database
from bot.edges.storage.encryption import PayloadCipher, key_file
from bot.edges.storage.singleton_tasks import SingletonTasks
from bot.edges.webex import look_back
from bot.settings import Settings


@dataclass(frozen=True)
class Restored:
    """What a restore did.

    Args:
        replaced: where the replaced database is now; None if there was none.
        cancelled: how many conversations in progress won't be resumed.
    """

    replaced: Path | None
    cancelled: int


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
    """Replace the database with a backup.

    Raises:
        BackupError: that isn't possible; the message says why.
        NewerDatabaseError: the backup was made by a newer version of the bot.
    """
    file = backups.file_of(settings.database_url.get_secret_value())
    return Restored(*backups.restore(file, backup, _prepare))


def _prepare(copy: Path) -> int:
    """Keep the backup from sending anything again; return how many conversations that cancels.

    Work in progress at the backup may have been finished afterwards. Later reminders stay.
    """
    opened = database.connect(f"sqlite:///{copy}")
    try:
        database.prepare(opened)
        look_back.skip_until(SingletonTasks(opened), time.time())
        no_key = PayloadCipher()  # nothing is read
        discarded = Inbox(opened, no_key).discard_due()
        return discarded + WorkflowStore(opened, EncryptedJson(no_key)).cancel_due()
    finally:
        opened.dispose()
