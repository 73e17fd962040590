"""Adds hosts to meetings, and replaces one who hands over."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from bot.core.steps.ledger_steps import TransferHost
from bot.edges.storage.statements import insert
from bot.edges.storage.tables import hosts, meetings


def add(
    connection: sa.Connection, number: int, expires: datetime, person_id: str, email: str
) -> None:
    """Make somebody a host of a meeting, unless they are one."""
    known = {"person_id": person_id, "email": email or None}
    insert(connection, hosts, {"number": number, "expires": expires} | known)


def resign(connection: sa.Connection, step: TransferHost, expires: datetime) -> None:
    """Replace a host by another; do nothing if they are not a host."""
    theirs = (hosts.c.number == step.number, hosts.c.person_id == step.person_id)
    taken = hosts.delete().where(*theirs).returning(hosts.c.email)
    former = connection.execute(taken).one_or_none()
    if former is None:
        return
    add(connection, step.number, expires, step.successor.person_id, step.successor.email)
    # The meeting's named host changes too, so that guests know whom to ask.
    asked_for_it = sa.func.coalesce(meetings.c.organizer, meetings.c.host)
    named = (meetings.c.number == step.number, meetings.c.host == former.email)
    changed = {
        "organizer": asked_for_it,
        "host": step.successor.email,
        "host_name": step.successor.name or None,
    }
    connection.execute(meetings.update().where(*named).values(changed))
