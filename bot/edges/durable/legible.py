"""Whether what is in hand can be read here: some of it may have been written with another key."""

from __future__ import annotations

import base64
import re

import sqlalchemy as sa

from bot.edges.durable.payloads import SEALED, Payloads, UnreadableError
from bot.edges.storage.database import engines_schema
from bot.edges.storage.tables import checkpoints, inbox

MOST = 1000
"""Rows of each kind that are tried: some ten milliseconds of a start."""

_BEGUN = (
    "SELECT given.inputs FROM {schema}workflow_input AS given"
    " JOIN {schema}workflow_status AS status ON given.workflow_uuid = status.workflow_uuid"
    " WHERE status.completed_at IS NULL LIMIT :most"
)
_SEALED = re.compile(rf"{SEALED}[\w-]{{90,}}=*".encode())


def unreadable(database: sa.Engine, payloads: Payloads) -> int:
    """Return how much of what waits and what was begun these keys do not open.

    Args:
        database: with the bot's tables; the engine's may be missing.
        payloads: with the keys.
    """
    with database.connect() as connection:
        return sum(not _opens(payloads, each) for each in _in_hand(connection))


def check(database: sa.Engine, payloads: Payloads) -> None:
    """Refuse to begin where something in hand would only wait for another process.

    Raises:
        UnreadableError: there is.
    """
    if unreadable(database, payloads):
        raise UnreadableError


def _in_hand(connection: sa.Connection) -> list[str]:
    ours = (sa.select(inbox.c.entry).limit(MOST), sa.select(checkpoints.c.answer).limit(MOST))
    return [each for query in ours for each in connection.scalars(query)] + _begun(connection)


def _begun(connection: sa.Connection) -> list[str]:
    """Return what the engine was given: it writes pickles, as base64, of what we sealed."""
    schema = engines_schema(connection)
    if not sa.inspect(connection).has_table("workflow_input", schema=schema):
        return []  # no worker was ever started
    begun = sa.text(_BEGUN.format(schema=f"{schema}." if schema else ""))
    written = [base64.b64decode(each or "") for each in connection.scalars(begun, {"most": MOST})]
    return [found[0].decode() for each in written if (found := _SEALED.search(each))]


def _opens(payloads: Payloads, written: str) -> bool:
    try:
        payloads.opened(written)
    except UnreadableError:
        return False
    return True
