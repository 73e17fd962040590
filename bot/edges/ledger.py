"""What the bot remembers, in the database beside the engine's tables.

Each step may be performed again, after a crash or a lost answer, and changes nothing then.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from bot.core.errors import NotFound, Passing
from bot.core.meetings import Meeting, State, Usual
from bot.core.remembering import (
    AddHost,
    CallOff,
    Find,
    FindAsGuest,
    FindMine,
    FirstTime,
    Forget,
    Held,
    KeepUsual,
    Note,
    Prolong,
    ReadEnd,
    ReadMeeting,
    Recall,
    Remember,
)
from bot.edges import finding, rows
from bot.edges.tables import courtesies, deliveries, hosts, meetings, usual


class Ledger:
    """Remembers. Every method raises Passing where the database cannot be reached for now.

    Args:
        database: where.
    """

    def __init__(self, database: sa.Engine) -> None:
        self._database = database

    def first_time(self, step: FirstTime) -> bool:
        """Note a key and return whether nobody else had noted it."""
        with self._transaction() as connection:
            return _noted(connection, step.key, step.token) == step.token

    def recall(self, step: Recall) -> Usual:
        """Return what is usual, the space's word before the person's."""
        with self._transaction() as connection:
            here = _usual(connection, step.room_id)
            return here.over(_usual(connection, step.person_id))

    def keep_usual(self, step: KeepUsual) -> Usual:
        """Keep what was said, leave the rest as it was, and return what is usual now."""
        said = rows.of_usual(step.usual)
        mine = usual.c.owner == step.owner
        with self._transaction() as connection:
            _insert(connection, usual, {"owner": step.owner})
            if said:
                connection.execute(usual.update().where(mine).values(said))
            return _usual(connection, step.owner)

    def remember(self, step: Remember) -> Meeting:
        """Return the meeting with its number; it is added unless its `sub` is known."""
        given = step.meeting
        same = meetings.c.sub == given.sub
        with self._transaction() as connection:
            # Looked for first: on PostgreSQL an insert that adds nothing uses a number up.
            if not connection.scalar(sa.select(meetings.c.number).where(same)):
                _insert(connection, meetings, rows.of_meeting(given))
            kept = rows.meeting(connection.execute(sa.select(meetings).where(same)).one())
            _insert(connection, hosts, _host(kept, given.host_id, given.host))
            return kept

    def note(self, step: Note) -> None:
        """Add what was delivered.

        One message to one person is noted once; without a message, one person in one role.

        Raises:
            NotFound: there is no such meeting.
        """
        with self._transaction() as connection:
            kept = _locked(connection, step.number)
            common = {"number": kept.number, "expires": kept.expires}
            added = [common | row for row in rows.of_deliveries(step.deliveries)]
            if added:
                _insert(connection, deliveries, added)
            _withdraw(connection, step.instead_of)

    def forget(self, step: Forget) -> None:
        """Let these messages be withdrawn."""
        with self._transaction() as connection:
            _withdraw(connection, step.message_ids)

    def find(self, step: Find) -> tuple[int, ...]:
        """Return the numbers of the meetings that may be meant, the newest first, at most ten."""
        return tuple(row.number for row in self._read(finding.meant(step)))

    def find_mine(self, step: FindMine) -> tuple[Meeting, ...]:
        """Return the meetings of which a person is a host and that end after `since`."""
        return self._meetings(finding.mine(step))

    def find_as_guest(self, step: FindAsGuest) -> tuple[Meeting, ...]:
        """Return the meetings that are not over and to which this person was invited."""
        return self._meetings(finding.as_guest(step))

    def read_meeting(self, step: ReadMeeting) -> Held | None:
        """Return the meeting of this number and what was delivered for it, or None."""
        return rows.held(self._read(finding.whole(step.number)))

    def add_host(self, step: AddHost) -> None:
        """Let one more person act for the meeting.

        Raises:
            NotFound: there is no such meeting.
        """
        with self._transaction() as connection:
            kept = _locked(connection, step.number)
            _insert(connection, hosts, _host(kept, step.person_id, step.email))

    def read_end(self, step: ReadEnd) -> float:
        """Return when the meeting ends, in seconds since 1970.

        Raises:
            NotFound: there is no such meeting.
        """
        found = self._read(sa.select(meetings.c.expires).where(meetings.c.number == step.number))
        if not found:
            raise NotFound
        return float(found[0].expires.timestamp())

    def prolong(self, step: Prolong) -> None:
        """Move the meeting's end, never to an earlier time.

        Raises:
            NotFound: there is no such meeting.
        """
        with self._transaction() as connection:
            end = max(_locked(connection, step.number).expires, step.until)
            for table in (meetings, hosts, deliveries):
                mine = table.c.number == step.number
                connection.execute(table.update().where(mine).values(expires=end))

    def call_off(self, step: CallOff) -> None:
        """Cancel the meeting."""
        mine = meetings.c.number == step.number
        with self._transaction() as connection:
            connection.execute(meetings.update().where(mine).values(state=State.CANCELLED.value))

    def forget_addresses(self, by: datetime) -> None:
        """Remove the addresses and names of those whose meetings were over by `by`.

        The rest stays: that there was a meeting, and how many links went out by which way.
        """
        with self._transaction() as connection:
            for table, column in ((meetings, meetings.c.host), (hosts, hosts.c.email)):
                over = sa.and_(table.c.expires <= by, column.is_not(None))
                connection.execute(table.update().where(over).values({column: None}))
            guests = sa.and_(deliveries.c.expires <= by, _has_address())
            # Who is known by an address is known as it.
            known_as = sa.func.nullif(deliveries.c.person_id, "")
            blank = {"email": None, "name": None, "known_as": known_as}
            connection.execute(deliveries.update().where(guests).values(blank))

    def _meetings(self, query: sa.Select[Any]) -> tuple[Meeting, ...]:
        return tuple(map(rows.meeting, self._read(query)))

    def _read(self, query: sa.Select[Any]) -> list[sa.Row[Any]]:
        with self._transaction() as connection:
            return list(connection.execute(query))

    @contextmanager
    def _transaction(self) -> Iterator[sa.Connection]:
        try:
            with self._database.begin() as connection:
                yield connection
        except (sa.exc.OperationalError, sa.exc.InterfaceError, sa.exc.TimeoutError):
            raise Passing from None


def _insert(connection: sa.Connection, table: sa.Table, values: Any) -> int:
    """Add rows, leave those that are there already, and return how many were added."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    adding = dialect.insert(table).on_conflict_do_nothing()
    # Without this, PostgreSQL's count of an insert is lost.
    # https://docs.sqlalchemy.org/en/21/core/connections.html#sqlalchemy.engine.Connection.execution_options.params.preserve_rowcount
    counted = {"preserve_rowcount": True}
    return connection.execute(adding, values, execution_options=counted).rowcount


def _noted(connection: sa.Connection, key: str, token: str) -> str | None:
    """Note `key` by `token` unless it is noted, and return by which token it is."""
    _insert(connection, courtesies, _courtesy(key) | {"token": token})
    return connection.scalar(sa.select(courtesies.c.token).where(courtesies.c.key == key))


def _courtesy(key: str) -> dict[str, Any]:
    return {"key": key, "at": time.time()}


def _locked(connection: sa.Connection, number: int) -> Meeting:
    """Return the meeting, held until the transaction ends, so that `expires` is one everywhere."""
    # Both databases hold a row that is written; SQLite has no other way to.
    mine = meetings.c.number == number
    held = meetings.update().where(mine).values(number=number).returning(meetings)
    row = connection.execute(held).one_or_none()
    if row is None:
        raise NotFound
    return rows.meeting(row)


def _withdraw(connection: sa.Connection, message_ids: tuple[str, ...]) -> None:
    theirs = deliveries.c.message_id.in_(filter(None, message_ids))
    connection.execute(deliveries.update().where(theirs).values(withdrawn=True))


def _usual(connection: sa.Connection, owner: str | None) -> Usual:
    row = connection.execute(sa.select(usual).where(usual.c.owner == owner)).one_or_none()
    return rows.usual_of(row)


def _host(of: Meeting, person_id: str, email: str) -> dict[str, Any]:
    known = {"person_id": person_id, "email": email or None}
    return {"number": of.number, "expires": of.expires} | known


def _has_address() -> sa.ColumnElement[bool]:
    by_number = deliveries.c.known_as != deliveries.c.person_id
    return sa.or_(deliveries.c.email.is_not(None), deliveries.c.name.is_not(None), by_number)
