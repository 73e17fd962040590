"""What the bot remembers, in the database beside the engine's tables."""

from __future__ import annotations

import time

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from bot.edges.database import tables

courtesies = sa.Table(
    "courtesies",
    tables,
    sa.Column("key", sa.String(512), primary_key=True),
    sa.Column("at", sa.Float, nullable=False),
)
"""What is done once and never again, such as telling a stranger that they may not ask."""


class Ledger:
    """Remembers.

    Args:
        database: where.
    """

    def __init__(self, database: sa.Engine) -> None:
        self._database = database

    def first_time(self, key: str) -> bool:
        """Note `key` and return whether it had never been noted."""
        try:
            with self._database.begin() as connection:
                connection.execute(courtesies.insert().values(key=key, at=time.time()))
        except IntegrityError:
            return False
        return True
