"""Checks the database, and what waits in it, for the doctor."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path

import sqlalchemy as sa

from bot.core.diagnosis.database_checks import StoreSeen
from bot.edges.durable import backlog, leases, legible
from bot.edges.durable.payloads import Payloads
from bot.edges.storage import database, migrations
from bot.edges.storage.tables import courtesies


def probe_database(url: str, keys: Sequence[str]) -> StoreSeen:
    """Return the state of the database at `url`, without changing it.

    Args:
        url: the database's URL.
        keys: the installation's keys, the first of which encrypts.
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
        return _seen(engine, keys)
    except (sa.exc.SQLAlchemyError, TimeoutError):
        return StoreSeen(answers=False)
    finally:
        engine.dispose()


def _seen(engine: sa.Engine, keys: Sequence[str]) -> StoreSeen:
    with engine.connect() as connection:
        tables = migrations.state(connection)
    if tables != "newest":
        return StoreSeen(tables=tables)
    found = backlog.read(engine)
    return StoreSeen(
        writable=_is_writable(engine),
        workers=leases.alive(engine),
        waiting=(found.waiting, found.waiting_for),
        in_hand=(found.in_hand, found.in_hand_for),
        dead=found.dead,
        unreadable=legible.unreadable(engine, Payloads(keys)),
        by_earlier=legible.unreadable(engine, Payloads(keys[:1])) if keys[1:] else None,
    )


def _is_writable(engine: sa.Engine) -> bool:
    try:
        with engine.connect() as connection:
            connection.execute(courtesies.insert().values(key="doctor", at=time.time()))
            connection.rollback()
    except sa.exc.SQLAlchemyError:
        return False
    return True
