"""Deletes names, addresses and subjects some days after a meeting, and the meeting much later."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.edges.storage.door_tables import attendances, door_messages, doors, waiting_lists
from bot.edges.storage.tables import courtesies, deliveries, hosts, meetings

_BY_NUMBER = deliveries.c.known_as != deliveries.c.person_id
_NAMED = {
    meetings: meetings.c.host.is_not(None) | meetings.c.subject.is_not(None),
    hosts: hosts.c.email.is_not(None),
    deliveries: deliveries.c.email.is_not(None) | deliveries.c.name.is_not(None) | _BY_NUMBER,
}
_BLANK: dict[sa.Table, dict[str, Any]] = {
    meetings: {
        **dict.fromkeys(("host", "host_name", "organizer", "subject")),
        "search": "",
    },
    hosts: {"email": None},
    # For a guest without Webex, `known_as` is their address.
    deliveries: {
        "email": None,
        "name": None,
        "known_as": sa.func.nullif(deliveries.c.person_id, ""),
    },
}


def forget_people(connection: sa.Connection, by: datetime, most: int) -> int:
    """Delete who met, and what about, for meetings that ended before `by`.

    Args:
        connection: to the database.
        by: the time before which the meetings ended.
        most: the most rows to change in each table.

    Returns:
        the largest number of rows changed in a table; fewer than `most` means that nothing is left.
    """
    forgotten = [_forget(connection, table, by, most) for table in _NAMED]
    return max(*forgotten, _forget_doors(connection, by, most))


def _forget(connection: sa.Connection, table: sa.Table, by: datetime, most: int) -> int:
    [key] = table.primary_key
    over = sa.select(key).where(table.c.expires <= by, _NAMED[table]).limit(most)
    found = connection.scalars(over).all()
    connection.execute(table.update().where(key.in_(found)).values(_BLANK[table]))
    return len(found)


def _forget_doors(connection: sa.Connection, by: datetime, most: int) -> int:
    """Delete doors and what was said at them; of who came, only the times are left."""
    has_doors = sa.exists().where(doors.c.number == meetings.c.number)
    over = sa.select(meetings.c.number).where(meetings.c.expires <= by, has_doors).limit(most)
    found = connection.scalars(over).all()
    for table in (doors, door_messages, waiting_lists):
        connection.execute(table.delete().where(table.c.number.in_(found)))
    nobody = {"name": None, "language": None, "known_as": ""}
    blank = nobody | {"visitor": sa.cast(attendances.c.id, sa.String)}
    connection.execute(attendances.update().where(attendances.c.number.in_(found)).values(blank))
    return len(found)


def delete_meetings(connection: sa.Connection, before: datetime, most: int) -> int:
    """Delete meetings that ended before a time, with all about them; return how many."""
    over = sa.select(meetings.c.number).where(
        meetings.c.opens < before,  # which has an index
        meetings.c.expires < before,
    )
    found = connection.scalars(over.order_by(meetings.c.opens).limit(most)).all()
    at_doors = (doors, attendances, door_messages, waiting_lists)
    for table in (*at_doors, deliveries, hosts, meetings):
        connection.execute(table.delete().where(table.c.number.in_(found)))
    return len(found)


def delete_courtesies(connection: sa.Connection, before: datetime, most: int) -> int:
    """Delete the notes of what was said once, from before a time; return how many."""
    old = sa.select(courtesies.c.key).where(courtesies.c.at < before.timestamp()).limit(most)
    found = connection.scalars(old).all()
    connection.execute(courtesies.delete().where(courtesies.c.key.in_(found)))
    return len(found)
