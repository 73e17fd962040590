"""The ledger's most frequent statements, built once.

Building a statement takes several times as long as running it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from bot.core.domain.errors import NotFound
from bot.core.domain.limits import LimitReached, Limits
from bot.core.domain.meeting_record import GuestInvitation
from bot.core.domain.meetings import Meeting, Preferences, State
from bot.core.steps.find_steps import FindInvitations
from bot.core.steps.ledger_steps import RenameMeeting
from bot.edges.storage import meeting_queries, rows
from bot.edges.storage.tables import meetings, usual

_SAME = sa.select(meetings).where(meetings.c.sub == sa.bindparam("sub"))
_COLUMNS = [column for column in meetings.c if column is not meetings.c.number]
# On PostgreSQL, an insert that conflicts still uses up a number; one without rows doesn't.
_NEW = sa.select(*(sa.bindparam(each.name, type_=each.type) for each in _COLUMNS)).where(
    ~sa.exists().where(meetings.c.sub == sa.bindparam("sub"))
)
# Writing a row locks it on both databases; SQLite has no other way. The column has no index.
_HOLD = (
    meetings.update()
    .where(meetings.c.number == sa.bindparam("held"))
    .values(planned=meetings.c.planned)
    .returning(meetings.c.expires, meetings.c.state)
)


def insert(connection: sa.Connection, table: sa.Table, values: Any) -> bool:
    """Insert rows, except those that exist already; return whether there were others."""
    return connection.execute(_adding(table, connection.dialect.name), values).rowcount > 0


@cache
def _adding(table: sa.Table, dialect: str) -> postgresql.Insert | sqlite.Insert:
    into = postgresql.insert if dialect == "postgresql" else sqlite.insert
    adding = into(table).on_conflict_do_nothing()
    return adding.execution_options(preserve_rowcount=True)  # else PostgreSQL's are not counted


@cache
def _adding_a_meeting(dialect: str) -> sa.sql.dml.ReturningInsert[Any]:
    into = postgresql.insert if dialect == "postgresql" else sqlite.insert
    adding = into(meetings).from_select(_COLUMNS, _NEW).on_conflict_do_nothing()
    return adding.returning(meetings.c.number)


def kept_meeting(
    connection: sa.Connection, given: Meeting, at: datetime | None
) -> tuple[Meeting, bool]:
    """Return the meeting with the `sub` of `given`, and whether it was just added."""
    adding = _adding_a_meeting(connection.dialect.name)
    number = connection.execute(adding, rows.of_meeting(given) | {"made": at}).scalar()
    if number is not None:
        opens, expires = given.opens.astimezone(UTC), given.expires.astimezone(UTC)
        return replace(given, number=number, opens=opens, expires=expires), True
    return rows.meeting(connection.execute(_SAME, {"sub": given.sub}).one()), False


def _as_many_as(column: sa.Column[Any], most: str) -> sa.ScalarSelect[int]:
    """Count rows up to a limit, since there may be thousands."""
    recent = sa.and_(column == sa.bindparam(column.name), meetings.c.made > sa.bindparam("since"))
    some = sa.select(sa.literal(1)).where(recent).limit(sa.bindparam(most)).subquery()
    return sa.select(sa.func.count()).select_from(some).scalar_subquery()


_RECENT = sa.select(
    _as_many_as(meetings.c.host_id, "by_person"), _as_many_as(meetings.c.room_id, "in_space")
)


def full(
    connection: sa.Connection, given: Meeting, at: datetime, limits: Limits
) -> LimitReached | None:
    """Return the limit that is exceeded, or None."""
    counted = {"by_person": limits.per_person + 1, "in_space": limits.per_space + 1}
    of = {"host_id": given.host_id, "room_id": given.room_id, "since": at - timedelta(hours=1)}
    person, space = connection.execute(_RECENT, of | counted).one()
    if limits.per_person and person > limits.per_person:
        return LimitReached(limits.per_person, of_space=False)
    if limits.per_space and space > limits.per_space:
        return LimitReached(limits.per_space, of_space=True)
    return None


def held_until(connection: sa.Connection, number: int) -> tuple[datetime, bool]:
    """Return when the meeting ends and whether it is on; lock it until the transaction ends.

    Raises:
        NotFound: there is no such meeting.
    """
    found = connection.execute(_HOLD, {"held": number}).one_or_none()
    if found is None:
        raise NotFound
    return found.expires, found.state == State.OPEN


def reschedule(connection: sa.Connection, moved: Meeting | None) -> bool:
    """Move a meeting to its new time; return False if there is none, or it was done before."""
    if moved is None:
        return False
    earlier = sa.func.coalesce(meetings.c.moves, 0) < moved.moves
    names = ("opens", "planned", "moves", "links_until")
    changed = {name: getattr(moved, name) for name in names}
    mine = meetings.update().where(meetings.c.number == moved.number, earlier)
    return connection.execute(mine.values(**changed)).rowcount > 0


def renaming(step: RenameMeeting) -> sa.Update:
    """Return the statement that gives a meeting another subject."""
    changed = {"subject": step.subject, "search": rows.folded(step.subject)}
    return meetings.update().where(meetings.c.number == step.number).values(**changed)


def usual_of(connection: sa.Connection, *owners: str) -> dict[str, Preferences]:
    """Return the defaults of each owner who has any."""
    found = connection.execute(
        _usual(len(owners)), dict(zip(_names(len(owners)), owners, strict=True))
    )
    return {row.owner: rows.usual_of(row) for row in found}


def invitations(connection: sa.Connection, step: FindInvitations) -> tuple[GuestInvitation, ...]:
    """Return a person's invitations to meetings that are not over, each in its host's zone."""
    found = {row.number: row for row in connection.execute(meeting_queries.as_guest(step))}
    if not found:
        return ()
    owners = {owner for row in found.values() for owner in (row.room_id, row.host_id) if owner}
    zones = {owner: each.zone for owner, each in usual_of(connection, *sorted(owners)).items()}
    return tuple(
        GuestInvitation(
            rows.meeting(row),
            rows.as_invited(row),
            zones.get(row.room_id) or zones.get(row.host_id) or "",
        )
        for row in found.values()
    )


@cache
def _usual(owners: int) -> sa.Select[Any]:
    return sa.select(usual).where(usual.c.owner.in_(map(sa.bindparam, _names(owners))))


@cache
def _names(owners: int) -> tuple[str, ...]:
    return tuple(f"owner{number}" for number in range(owners))
