"""Checks the database, and what waits in it, for the doctor."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path

import sqlalchemy as sa

from bot.core.diagnosis.database_checks import StoreSeen
from bot.edges.durable import backlog, leases
from bot.edges.durable.inbox import Inbox
from bot.edges.durable.serializer import EncryptedJson
from bot.edges.durable.workflow_store import WorkflowStore
from bot.edges.storage import database, migrations
from bot.edges.storage.api_key_store import ApiKeyStore
from bot.edges.storage.encryption import PayloadCipher, keys_of
from bot.edges.storage.endpoint_store import count_endpoints
from bot.edges.storage.meeting_secrets import count_keyless
from bot.edges.storage.tables import courtesies


def probe_database(url: str, keys: Sequence[str]) -> StoreSeen:
    """Return the state of the database at `url`, without changing it.

    Args:
        url: the database's URL.
        keys: the keys in the settings, the first of which encrypts.
    """
    parsed = sa.make_url(url)
    if parsed.get_backend_name() == "sqlite" and not Path(parsed.database or "").exists():
        # Connecting would create the file, perhaps as another user than the bot's.
        return StoreSeen(
            writable=os.access(Path(parsed.database or "").parent, os.W_OK), tables="none"
        )
    try:
        engine = database.connect(url)
    except sqlite3.Error:
        return StoreSeen(answers=False)
    try:
        return _seen(engine, keys_of(keys, url, make=False))
    except (sa.exc.SQLAlchemyError, TimeoutError):
        return StoreSeen(answers=False)
    finally:
        engine.dispose()


def _seen(engine: sa.Engine, keys: Sequence[str]) -> StoreSeen:
    with engine.connect() as connection:
        tables = migrations.state(connection)
    if tables != "newest":
        return StoreSeen(tables=tables)
    found = backlog.read(engine, _store(engine, keys))
    _, endpoints_off = count_endpoints(engine, keys)
    return StoreSeen(
        writable=_is_writable(engine),
        workers=leases.alive(engine),
        waiting=(found.waiting, found.waiting_for),
        in_hand=(found.in_hand, found.in_hand_for),
        dead=found.dead,
        unreadable=_unreadable(engine, keys),
        by_earlier=_unreadable(engine, keys[:1]) if keys[1:] else None,
        encrypted=bool(keys),
        endpoints_off=endpoints_off,
        api_keys=tuple(ApiKeyStore(engine).all()),
    )


def _store(engine: sa.Engine, keys: Sequence[str]) -> WorkflowStore:
    return WorkflowStore(engine, EncryptedJson(PayloadCipher(keys)))


def _unreadable(engine: sa.Engine, keys: Sequence[str]) -> int:
    inbox = Inbox(engine, PayloadCipher(keys))
    in_hand = inbox.unreadable() + _store(engine, keys).unreadable()
    endpoints, _ = count_endpoints(engine, keys)
    return in_hand + count_keyless(engine, keys) + endpoints


def _is_writable(engine: sa.Engine) -> bool:
    try:
        with engine.connect() as connection:
            connection.execute(courtesies.insert().values(key="doctor", at=time.time()))
            connection.rollback()
    except sa.exc.SQLAlchemyError:
        return False
    return True
