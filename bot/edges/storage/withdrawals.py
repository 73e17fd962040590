"""Cancels meetings, and withdraws the invitations of guests."""

from __future__ import annotations

import sqlalchemy as sa

from bot.core.domain.errors import NotFound
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Role, State
from bot.core.steps.ledger_steps import CancelMeeting, RemoveGuests
from bot.edges.storage import meeting_queries, rows
from bot.edges.storage.attendance_store import forgetting_who_waits
from bot.edges.storage.door_keys import closing
from bot.edges.storage.statements import held_until
from bot.edges.storage.tables import UtcDateTime, deliveries, meetings


def cancel(connection: sa.Connection, step: CancelMeeting) -> MeetingRecord:
    """Cancel a meeting, and return it with its deliveries so far.

    Raises:
        NotFound: there is no such meeting.
    """
    mine = meetings.c.number == step.number
    first = sa.func.coalesce(meetings.c.cancelled, sa.literal(step.at, UtcDateTime))
    off = {"state": State.CANCELLED.value, "cancelled": first}
    connection.execute(meetings.update().where(mine).values(off))
    return _read(connection, step.number)


def remove_guests(connection: sa.Connection, step: RemoveGuests) -> MeetingRecord:
    """Withdraw invitations, and return the meeting with its deliveries.

    Raises:
        NotFound: there is no such meeting.
    """
    held_until(connection, step.number)
    for statement in (*_removing(step), closing(step), forgetting_who_waits(step)):
        connection.execute(statement)
    return _read(connection, step.number)


def _read(connection: sa.Connection, number: int) -> MeetingRecord:
    joined = list(connection.execute(meeting_queries.whole(number)))
    held = next(iter(rows.held(joined)), None)
    if held is None:
        raise NotFound
    return held


def _removing(step: RemoveGuests) -> tuple[sa.Delete, sa.Update]:
    """Return the statements that make guests removed ones.

    A delivery of an earlier removal makes way for one that the table couldn't tell from it, such as
    another failure without a message.
    """
    theirs = (deliveries.c.number == step.number, deliveries.c.known_as.in_(step.known_as))
    is_guest = deliveries.c.role == Role.GUEST.value
    twins = deliveries.alias()
    same = [
        twins.c[each] == deliveries.c[each] for each in ("number", "message_id", "known_as", "nth")
    ]
    has_twin = sa.exists().where(*same, twins.c.role == Role.GUEST.value)
    is_removed = deliveries.c.role == Role.REMOVED.value
    return (
        deliveries.delete().where(*theirs, is_removed, has_twin),
        deliveries.update().where(*theirs, is_guest).values(role=Role.REMOVED.value),
    )
