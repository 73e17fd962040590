"""Adds hosts to meetings, and replaces one who hands over."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from bot.core.domain.guests import Guest
from bot.core.domain.meetings import Meeting
from bot.core.steps.ledger_steps import MentionMeeting, TransferHost
from bot.edges.storage.statements import held_until, insert
from bot.edges.storage.tables import hosts, meetings


def add(
    connection: sa.Connection, number: int, expires: datetime, person_id: str, email: str
) -> None:
    """Make somebody a host of a meeting, unless they are one."""
    known = {"person_id": person_id, "email": email or None}
    insert(connection, hosts, {"number": number, "expires": expires} | known)
    asked = (*_of(number, person_id), hosts.c.without_link)
    connection.execute(hosts.update().where(*asked).values(without_link=None))


def add_requester(connection: sa.Connection, meeting: Meeting) -> None:
    """Let the requester change a meeting, and host it unless an expert does."""
    known = {"person_id": meeting.host_id, "email": meeting.host or None}
    of_meeting = {"number": meeting.number, "expires": meeting.expires}
    is_guest = {"without_link": bool(meeting.expert_group) or None}
    insert(connection, hosts, known | of_meeting | is_guest)


def name_asker(connection: sa.Connection, number: int, name: str) -> None:
    """Record the name of a request's asker, unless an expert is the host."""
    of_asker = (meetings.c.number == number, meetings.c.organizer.is_(None))
    unnamed = meetings.update().where(*of_asker, meetings.c.host_name.is_(None))
    connection.execute(unnamed.values(host_name=name or None))


def make_expert_host(connection: sa.Connection, number: int, expert: Guest) -> str | None:
    """Make an expert the host, whom guests read of; return what they read before.

    Raises:
        NotFound: there is no such meeting.
    """
    expires, _ = held_until(connection, number)
    add(connection, number, expires, expert.person_id, expert.email)
    mine = meetings.c.number == number
    before: str | None = connection.scalar(sa.select(meetings.c.host_name).where(mine))
    asked_for_it = sa.func.coalesce(meetings.c.organizer, meetings.c.host)
    named = {"organizer": asked_for_it, "host": expert.email, "host_name": expert.name or None}
    connection.execute(meetings.update().where(mine).values(named))
    return before


def release_expert(
    connection: sa.Connection, number: int, person_id: str, name: str | None
) -> None:
    """Take a meeting from the expert who hosts it; the requester stays, without a link.

    Args:
        connection: to the database.
        number: of the meeting.
        person_id: the expert's.
        name: what guests read again of who is the host; None for an address.
    """
    mine = meetings.c.number == number
    found = connection.execute(sa.select(meetings.c.host_id).where(mine)).scalar()
    theirs = _of(number, person_id)
    if found == person_id:
        connection.execute(hosts.update().where(*theirs).values(without_link=True, started=None))
    else:
        connection.execute(hosts.delete().where(*theirs))
    named = {"host": meetings.c.organizer, "host_name": name, "organizer": None}
    was_named = (mine, meetings.c.organizer.is_not(None))
    connection.execute(meetings.update().where(*was_named).values(named))


def has_not_started(connection: sa.Connection, number: int, person_id: str) -> bool:
    """Return whether somebody is a host, and nobody has pressed *Start*."""
    of_meeting = sa.select(hosts.c.person_id, hosts.c.started, hosts.c.without_link).where(
        hosts.c.number == number
    )
    found = connection.execute(of_meeting).all()
    is_host = any(each.person_id == person_id and not each.without_link for each in found)
    return is_host and not any(each.started for each in found)


def mention(connection: sa.Connection, step: MentionMeeting) -> None:
    """Note when a host named a meeting or was told of it, or all of its hosts."""
    theirs = hosts.c.person_id == step.person_id if step.person_id else sa.true()
    noted = hosts.update().where(hosts.c.number == step.number, theirs)
    connection.execute(noted.values(mentioned=step.at))


def _of(number: int, person_id: str) -> tuple[sa.ColumnElement[bool], ...]:
    return hosts.c.number == number, hosts.c.person_id == person_id


def resign(connection: sa.Connection, step: TransferHost, expires: datetime) -> None:
    """Replace a host by another; do nothing if they are not a host."""
    theirs = _of(step.number, step.person_id)
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
