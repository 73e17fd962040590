"""Stores who came to the doors of meetings, what hosts answered, and who was let in."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from bot.core.domain.attendance import Attendance
from bot.core.domain.doors import Reply, Rsvp
from bot.core.steps.desk_steps import HaveCallerWait, SeatCaller
from bot.core.steps.door_steps import (
    AdmitVisitors,
    ClearDoors,
    ReadAttendances,
    ReplaceWaitingList,
    ReplyToVisitors,
    ShowOnDoors,
)
from bot.core.steps.ledger_steps import RemoveGuests
from bot.edges.storage.database import transaction
from bot.edges.storage.door_keys import GUEST, OPEN, hash_of
from bot.edges.storage.door_tables import attendances, door_messages, doors, waiting_lists
from bot.edges.storage.statements import insert


class AttendanceStore:
    """Performs the steps about who came. Every method raises DatabaseAway if it can't.

    Args:
        database: the installation's database.
    """

    def __init__(self, database: sa.Engine) -> None:
        self._database = database

    def read(self, step: ReadAttendances) -> tuple[Attendance, ...]:
        """Return who came, in order, then who has a door and has not come."""
        came = sa.select(*COLUMNS).where(attendances.c.number == step.number)
        with transaction(self._database) as connection:
            found = connection.execute(came.order_by(attendances.c.since, attendances.c.id)).all()
            invited = connection.execute(_own_doors(step.number)).all()
        there = [attendance(each, each.visitor_name or "") for each in found]
        there.sort(key=lambda each: each.since is None)
        known = {each.known_as for each in there}
        others = {each.known_as: each.name or "" for each in invited if each.known_as not in known}
        return (*there, *(Attendance(*each) for each in others.items()))

    def seat(self, step: SeatCaller) -> None:
        """Record that the caller at a desk is here and waiting."""
        row = {"number": step.number, "known_as": step.known_as, "visitor": ""}
        came = row | {"language": step.language, "since": step.at}
        with transaction(self._database) as connection:
            insert(connection, attendances, came)

    def have_wait(self, step: HaveCallerWait) -> None:
        """Make a caller wait again who was let in but hasn't come in."""
        theirs = (attendances.c.number == step.number, attendances.c.joined.is_(None))
        with transaction(self._database) as connection:
            waits = attendances.update().where(*theirs)
            connection.execute(waits.values(admitted=None, reply=None))

    def admit(self, step: AdmitVisitors) -> tuple[int, ...]:
        """Let visitors in, and return who is."""
        with transaction(self._database) as connection:
            return admit(connection, step)

    def reply(self, step: ReplyToVisitors) -> None:
        """Store a host's answer."""
        theirs = (attendances.c.number == step.number, attendances.c.id.in_(step.ids))
        with transaction(self._database) as connection:
            connection.execute(attendances.update().where(*theirs).values(reply=step.reply.value))

    def show(self, step: ShowOnDoors) -> None:
        """Store a message for guests' pages, once."""
        common = {"number": step.number, "text": step.text, "occasion": hash_of(step.occasion)[:32]}
        with transaction(self._database) as connection:
            rows = [common | {"known_as": each} for each in step.known_as]
            insert(connection, door_messages, rows)

    def clear(self, step: ClearDoors) -> None:
        """Delete the messages for guests' pages."""
        of_meeting = door_messages.c.number == step.number
        with transaction(self._database) as connection:
            connection.execute(door_messages.delete().where(of_meeting))

    def replace_list(self, step: ReplaceWaitingList) -> str:
        """Store the message that lists who waits, and return the one before."""
        mine = (waiting_lists.c.number == step.number, waiting_lists.c.person_id == step.host_id)
        row = {"number": step.number, "person_id": step.host_id, "message_id": ""}
        before = sa.select(waiting_lists.c.message_id).where(*mine)
        with transaction(self._database) as connection:
            insert(connection, waiting_lists, row)
            lock = waiting_lists.update().where(*mine)
            connection.execute(lock.values(person_id=step.host_id))
            earlier = connection.scalar(before) or ""
            connection.execute(lock.values(message_id=step.message_id))
        return earlier


def attendance(row: sa.Row[Any], name: str) -> Attendance:
    """Return the attendance of a row, whose columns have the prefix ``visitor_``."""
    return Attendance(
        row.visitor_known_as,
        name,
        row.visitor_id,
        Rsvp(row.visitor_rsvp) if row.visitor_rsvp else None,
        row.visitor_since,
        row.visitor_admitted,
        row.visitor_joined,
        row.visitor_link_until,
        Reply(row.visitor_reply) if row.visitor_reply else None,
        shared=bool(row.visitor_visitor),
        language=row.visitor_language,
    )


COLUMNS = tuple(each.label(f"visitor_{each.name}") for each in attendances.c)
"""The columns of an attendance, beside those of other tables with the same names."""


def admit(connection: sa.Connection, step: AdmitVisitors) -> tuple[int, ...]:
    """Let visitors in who wait, and return the ids of those who are let in."""
    theirs = (attendances.c.number == step.number, attendances.c.id.in_(step.ids))
    waits = (attendances.c.admitted.is_(None), attendances.c.since.is_not(None))
    letting_in = attendances.update().where(*theirs, *waits)
    connection.execute(letting_in.values(admitted=step.now))
    are_in = sa.select(attendances.c.id).where(*theirs, attendances.c.admitted.is_not(None))
    return tuple(connection.scalars(are_in.order_by(attendances.c.id)).all())


def forgetting_who_waits(step: RemoveGuests) -> sa.Update:
    """Return the statement by which removed guests no longer wait; who joined stays known."""
    theirs = (attendances.c.number == step.number, attendances.c.known_as.in_(step.known_as))
    waited = attendances.update().where(*theirs, attendances.c.joined.is_(None))
    return waited.values(since=None, admitted=None, reply=None)


def _own_doors(number: int) -> sa.Select[Any]:
    mine = (doors.c.number == number, doors.c.kind == GUEST, doors.c.state == OPEN)
    query = sa.select(doors.c.known_as, doors.c.name).where(*mine, ~doors.c.shared)
    return query.order_by(doors.c.id)
