"""Brings the bot's tables from any older state to the newest one, with Alembic.

A new revision is a file in ``versions``; a test holds all of them together to what ``tables`` says.
https://alembic.sqlalchemy.org/en/latest/cookbook.html#sharing-a-connection-across-one-or-more-programmatic-migration-commands
"""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.util import CommandError

from bot.core.errors import BotError


class NewerDatabaseError(BotError):
    """The tables were made by a newer bot than this one."""

    def __init__(self) -> None:
        super().__init__(
            "The database was used by a newer version of the bot. Start that version, or give"
            " this one another DATABASE_URL."
        )


def upgrade(connection: sa.Connection, revision: str = "head") -> None:
    """Bring the tables to `revision`, inside the transaction that `connection` is in.

    Raises:
        NewerDatabaseError: they are at a revision that this version does not know.
    """
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, revision)
    except CommandError:
        raise NewerDatabaseError from None
