"""Notices as they came, until a worker begins their conversations.

A row is one notice. It is deleted once its conversation is recorded under the notice's own name:
so a crash in between begins it anew, under the same name, which the engine knows already. The
engine's own queue would do this too; looking into it costs a hundred times as much.
"""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from bot.core.notices import Notice
from bot.edges.database import tables

inbox = sa.Table(
    "inbox",
    tables,
    sa.Column("key", sa.String(512), primary_key=True),
    sa.Column("entry", sa.Text, nullable=False),
    sa.Column("at", sa.Double, nullable=False, index=True),
)

# Written once: building a statement costs more than running it.
_ADD = sa.text("INSERT INTO inbox (key, entry, at) VALUES (:key, :entry, :at)")
_OLDEST = "SELECT key, entry FROM inbox ORDER BY at LIMIT :most"
_READ = sa.text(_OLDEST)
_CLAIM = sa.text(f"{_OLDEST} FOR UPDATE SKIP LOCKED")
_DELETE = sa.text("DELETE FROM inbox WHERE key = :key")

Entry = dict[str, Any]
Entries = list[tuple[str, Entry]]


def entry(notice: Notice) -> Entry:
    """Return what is recorded of a notice: itself, when it came, and a seed for what is secret."""
    return {"notice": notice.record(), "at": time.time(), "seed": secrets.token_urlsafe(24)}


class Inbox:
    """The notices that wait.

    Args:
        database: where they lie.
    """

    def __init__(self, database: sa.Engine) -> None:
        self._database = database
        self._lockable = database.dialect.name == "postgresql"

    def accept(self, notice: Notice) -> None:
        """Record `notice` durably, once."""
        row = {"key": notice.key, "entry": json.dumps(entry(notice)), "at": time.time()}
        try:
            with self._database.begin() as connection:
                connection.execute(_ADD, row)
        except IntegrityError:
            return  # it waits already

    def hand_over(self, most: int, begin: Callable[[Entries], None]) -> bool:
        """Give the oldest notices to `begin`, which records their conversations, and forget them.

        PostgreSQL locks them meanwhile, so that no two workers have one in hand. SQLite cannot,
        and need not: of two conversations of one name the engine lets one go on.

        Args:
            most: how many at the most.
            begin: raises if one is not recorded; then all stay.

        Returns:
            whether there were any.
        """
        with self._database.begin() as connection:
            claim = _CLAIM if self._lockable else _READ
            entries = [
                (key, json.loads(written))
                for key, written in connection.execute(claim, {"most": most})
            ]
            if entries:
                begin(entries)
                connection.execute(_DELETE, [{"key": key} for key, _ in entries])
        return bool(entries)
