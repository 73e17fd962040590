"""Migrates the bot's tables to the newest version, with Alembic.

A new revision is a file in ``versions``; a test holds all of them together to what ``tables`` says.
https://alembic.sqlalchemy.org/en/latest/cookbook.html#sharing-a-connection-across-one-or-more-programmatic-migration-commands
"""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

from bot.core.domain.errors import BotError


class NewerDatabaseError(BotError):
    """The tables were made by a newer bot than this one."""

    def __init__(self) -> None:
        super().__init__(
            "The database was used by a newer version of the bot. Start that version, or give"
            " this one another DATABASE_URL."
        )


def newest() -> str:
    """Return the revision that this version's tables are at."""
    files = (Path(__file__).parent / "versions").glob("r*.py")
    return max(each.name[1:5] for each in files)


def upgrade(connection: sa.Connection, revision: str | None = None) -> None:
    """Bring the tables to `revision`, inside the transaction that `connection` is in.

    Args:
        connection: to the database.
        revision: the newest, if none is given.

    Raises:
        NewerDatabaseError: they are at a revision that this version does not know.
    """
    wanted = revision or newest()
    if _current(connection) != wanted:
        _run_alembic(connection, wanted)


def state(connection: sa.Connection) -> str:
    """Return how old the tables are: ``newest``, ``older``, ``newer``, or ``none``."""
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
    # Most starts find the newest tables, and need not wait for Alembic to be imported.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from alembic.util import CommandError  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, revision)
    except CommandError:
        raise NewerDatabaseError from None
