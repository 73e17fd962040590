"""Migrates the bot's tables to the newest revision, with Alembic.

A revision is a file in ``versions``; a test checks that all of them lead to ``tables``.
https://alembic.sqlalchemy.org/en/latest/cookbook.html#sharing-a-connection-across-one-or-more-programmatic-migration-commands
"""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

from bot.core.domain.errors import BotError


class NewerDatabaseError(BotError):
    """The tables belong to a newer version of the bot."""

    def __init__(self) -> None:
        super().__init__(
            "The database was used by a newer version of the bot. Run that version, or set"
            " another DATABASE_URL for this one."
        )


class StillInHandError(BotError):
    """The previous version has unfinished conversations that this one can't continue.

    Args:
        number: how many.
    """

    def __init__(self, number: int) -> None:
        super().__init__(
            f"The bot can't start yet: the previous version has {number} unfinished conversations,"
            " which this one can't continue. Run the previous version until they are finished,"
            " which takes an hour at most; its `python -m bot doctor` counts them."
        )


def newest() -> str:
    """Return the revision of this version's tables."""
    files = (Path(__file__).parent / "versions").glob("r*.py")
    return max(each.name[1:5] for each in files)


def upgrade(connection: sa.Connection, revision: str | None = None) -> None:
    """Migrate the tables to `revision`, in the connection's transaction.

    Args:
        connection: to the database.
        revision: the newest by default.

    Raises:
        NewerDatabaseError: the tables are at a revision unknown to this version.
    """
    wanted = revision or newest()
    if _current(connection) != wanted:
        _run_alembic(connection, wanted)


def state(connection: sa.Connection) -> str:
    """Return the state of the tables: ``newest``, ``older``, ``newer``, or ``none``."""
    found = _current(connection)
    if found is None:
        return "none"
    return "newest" if found == newest() else "older" if found < newest() else "newer"


def _current(connection: sa.Connection) -> str | None:
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(sa.text("SELECT version_num FROM alembic_version"))
    return found


def _run_alembic(connection: sa.Connection, revision: str) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, revision)
    except CommandError:
        raise NewerDatabaseError from None
