"""The ledger's statements that every command runs, built once.

Building a statement costs several times what running it does.
"""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from bot.core.errors import NotFound
from bot.core.meetings import Meeting, Usual
from bot.edges import rows
from bot.edges.tables import meetings, usual

_SAME = sa.select(meetings).where(meetings.c.sub == sa.bindparam("sub"))
_COLUMNS = [column for column in meetings.c if column is not meetings.c.number]
# On PostgreSQL an insert that adds nothing uses a number up, unless it has nothing to add.
_NEW = sa.select(*(sa.bindparam(each.name, type_=each.type) for each in _COLUMNS)).where(
    ~sa.exists().where(meetings.c.sub == sa.bindparam("sub"))
)
_USUAL = sa.select(usual).where(usual.c.owner.in_(sa.bindparam("owners", expanding=True)))
# Both databases hold a row that is written; SQLite has no other way to.
_HOLD = (
    meetings.update()
    .where(meetings.c.number == sa.bindparam("held"))
    .values(number=meetings.c.number)
    .returning(meetings.c.expires)
)


def insert(connection: sa.Connection, table: sa.Table, values: Any) -> None:
    """Add rows, and leave those that are there already."""
    connection.execute(_adding(table, connection.dialect.name), values)


@cache
def _adding(table: sa.Table, dialect: str) -> postgresql.Insert | sqlite.Insert:
    into = postgresql.insert if dialect == "postgresql" else sqlite.insert
    return into(table).on_conflict_do_nothing()


@cache
def _adding_a_meeting(dialect: str) -> sa.sql.dml.ReturningInsert[Any]:
    into = postgresql.insert if dialect == "postgresql" else sqlite.insert
    adding = into(meetings).from_select(_COLUMNS, _NEW).on_conflict_do_nothing()
    return adding.returning(*meetings.c)


def kept_meeting(connection: sa.Connection, given: Meeting) -> Meeting:
    """Return the meeting with the `sub` of `given`, which is added unless it is there."""
    adding = _adding_a_meeting(connection.dialect.name)
    row = connection.execute(adding, rows.of_meeting(given)).one_or_none()
    if row is None:
        row = connection.execute(_SAME, {"sub": given.sub}).one()
    return rows.meeting(row)


def held_until(connection: sa.Connection, number: int) -> datetime:
    """Return when the meeting ends, and hold it, so that `expires` is one everywhere.

    Raises:
        NotFound: there is no such meeting.
    """
    found = connection.execute(_HOLD, {"held": number}).one_or_none()
    if found is None:
        raise NotFound
    expires: datetime = found.expires
    return expires


def usual_of(connection: sa.Connection, *owners: str) -> dict[str, Usual]:
    """Return what is usual by the owners who said anything."""
    found = connection.execute(_USUAL, {"owners": owners})
    return {row.owner: rows.usual_of(row) for row in found}
