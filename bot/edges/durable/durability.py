"""DBOS, without what it imports for others: 13 MB of each process that serves."""

from __future__ import annotations

from bot.edges.sparing import later, unused

# psycopg is for PostgreSQL, and loaded with that; yaml for a file of settings that the bot has
# none of; objects of SQLAlchemy's ORM would be for its transactions in steps, which the bot does
# without.
with (
    later("psycopg", "psycopg.errors", "yaml"),
    unused("sqlalchemy.orm", "sqlalchemy.ext.asyncio"),
):
    from dbos import DBOS, DBOSConfig, SetWorkflowID, _workflow_commands
    from dbos import error as errors
    from dbos._schemas import SCHEMA_PLACEHOLDER
    from dbos._sys_db import SystemDatabase

__all__ = [
    "DBOS",
    "SCHEMA_PLACEHOLDER",
    "DBOSConfig",
    "SetWorkflowID",
    "SystemDatabase",
    "_workflow_commands",
    "errors",
]
