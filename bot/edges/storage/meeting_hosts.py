"""Adds and removes the hosts of a meeting."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from bot.core.steps.ledger_steps import Resign
from bot.edges.storage.statements import insert
from bot.edges.storage.tables import hosts, meetings


def add(
    connection: sa.Connection, number: int, expires: datetime, person_id: str, email: str
) -> None:
    """Let somebody act for a meeting, until it is over; a second time is nothing."""
    known = {"person_id": person_id, "email": email or None}
    insert(connection, hosts, {"number": number, "expires": expires} | known)


def resign(connection: sa.Connection, step: Resign, expires: datetime) -> None:
    """Take somebody from the hosts, and put another in their place; nothing, if they are none."""
    theirs = (hosts.c.number == step.number, hosts.c.person_id == step.person_id)
    taken = hosts.delete().where(*theirs).returning(hosts.c.email)
    former = connection.execute(taken).one_or_none()
    if former is None:
        return
    add(connection, step.number, expires, step.to.person_id, step.to.email)
    # Guests are to turn to whom they read of.
    asked_for_it = sa.func.coalesce(meetings.c.organizer, meetings.c.host)
    named = (meetings.c.number == step.number, meetings.c.host == former.email)
    changed = {"organizer": asked_for_it, "host": step.to.email}
    connection.execute(meetings.update().where(*named).values(changed))
