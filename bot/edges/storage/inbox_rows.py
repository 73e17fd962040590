"""A row of the inbox, to be inserted in the transaction that changes more."""

from __future__ import annotations

from dataclasses import dataclass, field

import sqlalchemy as sa

from bot.edges.storage.statements import insert
from bot.edges.storage.tables import inbox


@dataclass(frozen=True)
class InboxRow:
    """The input of a conversation, as the inbox stores it.

    Args:
        key: the conversation's name.
        entry: its input, encrypted.
        at: when it begins, in seconds since 1970.
    """

    key: str
    entry: str = field(repr=False)
    at: float

    def insert(self, connection: sa.Connection) -> None:
        """Insert it, unless its conversation waits already."""
        insert(connection, inbox, vars(self))
