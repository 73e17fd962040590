"""Looks up doors by their tokens, and records who comes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.core.domain.attendance import Attendance
from bot.core.domain.doors import Rsvp
from bot.core.domain.meetings import Meeting
from bot.edges.storage import rows
from bot.edges.storage.attendance_store import COLUMNS, attendance
from bot.edges.storage.database import transaction
from bot.edges.storage.door_keys import GUEST, HOST, OPEN, REPLACED, hash_of
from bot.edges.storage.door_tables import attendances, door_messages, doors
from bot.edges.storage.inbox_rows import InboxRow
from bot.edges.storage.statements import held_until, insert, usual_of
from bot.edges.storage.tables import hosts, meetings

_DOOR_COLUMNS = tuple(each.label(f"door_{each.name}") for each in doors.c)

NoticeRow = Callable[[int], InboxRow]
"""Returns the inbox's row for a notice about the attendance with this id."""


@dataclass(frozen=True)
class GuestDoor:
    """A guest's door, and what its page shows.

    Args:
        meeting: its meeting.
        who: the guest.
        shared: whether the door serves many visitors.
        visitor: tells apart those who share the door; empty at a guest's own door.
        language: the guest's language, as two letters; None for none.
        messages: what the host told them.
        token_hash: of its token.
        zone: the host's time zone; None if they have set none.
    """

    meeting: Meeting
    who: Attendance
    shared: bool
    visitor: str
    language: str | None
    messages: tuple[str, ...] = field(repr=False)
    token_hash: str = field(repr=False)
    zone: str | None = None


@dataclass(frozen=True)
class KnownHost:
    """A host, known by the token of their page.

    Args:
        meeting: its meeting.
        host_id: whose it is.
        email: the host's address.
        started: whether a host has pressed *Start*.
    """

    meeting: Meeting
    host_id: str
    email: str = field(repr=False)
    started: bool


class DoorLookup:
    """Finds doors and records what happens there. Every method raises DatabaseAway if it can't.

    Args:
        database: the installation's database.
    """

    def __init__(self, database: sa.Engine) -> None:
        self._database = database

    def find(self, token: str, visitor: str) -> GuestDoor | None:
        """Return a guest's door, or None.

        A replaced door only remains for a guest who has come and is still waiting.

        Args:
            token: from the address.
            visitor: tells apart who shares a door.
        """
        with transaction(self._database) as connection:
            return _find(connection, hash_of(token), hash_of(visitor)[:32])

    def find_host(self, token: str) -> KnownHost | None:
        """Return a host's page, or None; that of a former host is none."""
        theirs = sa.and_(hosts.c.number == doors.c.number, hosts.c.person_id == doors.c.known_as)
        joined = doors.join(meetings, doors.c.number == meetings.c.number).join(hosts, theirs)
        is_page = (doors.c.token_hash == hash_of(token), doors.c.kind == HOST)
        wanted = (*is_page, hosts.c.without_link.is_not(True))
        columns = (meetings, hosts.c.person_id, hosts.c.email)
        query = sa.select(*columns).select_from(joined).where(*wanted)
        with transaction(self._database) as connection:
            row = connection.execute(query).one_or_none()
            if row is None:
                return None
            started = sa.select(hosts.c.id).where(hosts.c.number == row.number)
            begun = connection.execute(started.where(hosts.c.started.is_not(None))).first()
        return KnownHost(rows.meeting(row), row.person_id, row.email or "", begun is not None)

    def arrive(
        self,
        door: GuestDoor,
        name: str,
        now: datetime,
        link_until: datetime | None,
        notice: NoticeRow,
    ) -> int | None:
        """Record that somebody pressed *Join*, with a notice the first time; return who it was.

        None if the door was closed meanwhile.

        Args:
            door: as it was found.
            name: what a visitor of a shared door calls themselves; empty for nothing.
            now: the time, aware.
            link_until: when the link that they are about to get stops working; None without one.
            notice: what the engine is told.
        """
        with transaction(self._database) as connection:
            held_until(connection, door.meeting.number)  # so that nobody closes it meanwhile
            if _find(connection, door.token_hash, door.visitor) is None:
                return None
            id_, first = _arrived(connection, door, name, now)
            if first:
                notice(id_).insert(connection)
            if link_until:
                _let_in(connection, id_, now, link_until)
        return id_

    def answer(self, door: GuestDoor, rsvp: Rsvp, notice: NoticeRow) -> None:
        """Record a guest's answer to the invitation, with a notice if it is another one."""
        with transaction(self._database) as connection:
            held_until(connection, door.meeting.number)
            id_ = _attended(connection, door, "")
            other = sa.func.coalesce(attendances.c.rsvp, "") != rsvp.value
            changing = attendances.update().where(attendances.c.id == id_, other)
            if connection.execute(changing.values(rsvp=rsvp.value)).rowcount:
                notice(id_).insert(connection)

    def tell(self, door: GuestDoor, notice: NoticeRow) -> None:
        """Record a notice about a guest."""
        with transaction(self._database) as connection:
            notice(_attended(connection, door, "")).insert(connection)

    def start(self, page: KnownHost, now: datetime) -> None:
        """Record that a host pressed *Start*."""
        mine = (hosts.c.number == page.meeting.number, hosts.c.person_id == page.host_id)
        with transaction(self._database) as connection:
            connection.execute(hosts.update().where(*mine).values(started=now))


def _find(connection: sa.Connection, token_hash: str, visitor: str) -> GuestDoor | None:
    given = {"token_hash": token_hash, "visitor": visitor}
    row = connection.execute(_DOOR, given).one_or_none()
    return _door(connection, row, visitor if row.door_shared else "") if row else None


def _door(connection: sa.Connection, row: sa.Row[Any], visitor: str) -> GuestDoor:
    name = row.visitor_name or row.door_name or ""
    known_as, meeting = row.door_known_as, rows.meeting(row)
    usual = usual_of(connection, meeting.room_id or "", meeting.host_id)
    zones = [usual[each].zone for each in (meeting.room_id, meeting.host_id) if each in usual]
    messages = connection.scalars(_MESSAGES, {"number": row.number, "known_as": known_as})
    return GuestDoor(
        meeting,
        attendance(row, name) if row.visitor_id else Attendance(known_as, name),
        row.door_shared,
        visitor,
        row.door_language,
        tuple(messages),
        row.door_token_hash,
        next(filter(None, zones), None),
    )


def _door_query() -> sa.Select[Any]:
    theirs = sa.and_(
        attendances.c.number == doors.c.number,
        attendances.c.known_as == doors.c.known_as,
        attendances.c.visitor == sa.case((doors.c.shared, sa.bindparam("visitor")), else_=""),
    )
    waits = sa.and_(attendances.c.since.is_not(None), attendances.c.joined.is_(None))
    works = sa.or_(doors.c.state == OPEN, sa.and_(doors.c.state == REPLACED, waits))
    joined = doors.join(meetings, doors.c.number == meetings.c.number)
    wanted = (doors.c.token_hash == sa.bindparam("token_hash"), doors.c.kind == GUEST, works)
    columns = (*meetings.c, *_DOOR_COLUMNS, *COLUMNS)
    return sa.select(*columns).select_from(joined.outerjoin(attendances, theirs)).where(*wanted)


def _messages_query() -> sa.Select[Any]:
    theirs = (
        door_messages.c.number == sa.bindparam("number"),
        door_messages.c.known_as.in_(("", sa.bindparam("known_as"))),
    )
    return sa.select(door_messages.c.text).where(*theirs).order_by(door_messages.c.id)


_DOOR, _MESSAGES = _door_query(), _messages_query()
"""Built once: each page that waits has them asked every ten seconds."""


def _let_in(connection: sa.Connection, id_: int, now: datetime, link_until: datetime) -> None:
    """Record that somebody gets a link, and until when it works."""
    mine = attendances.c.id == id_
    values = {"joined": now, "link_until": link_until}
    connection.execute(attendances.update().where(mine).values(**values))


def _arrived(
    connection: sa.Connection, door: GuestDoor, name: str, now: datetime
) -> tuple[int, bool]:
    """Return the id of somebody's attendance, and whether they pressed *Join* just now first."""
    id_ = _attended(connection, door, name)
    fresh = (attendances.c.id == id_, attendances.c.since.is_(None))
    first = connection.execute(attendances.update().where(*fresh).values(since=now)).rowcount
    if name:
        named = attendances.update().where(attendances.c.id == id_)
        connection.execute(named.values(name=name))
    return id_, first > 0


def _attended(connection: sa.Connection, door: GuestDoor, name: str) -> int:
    """Return the id of somebody's attendance; there is one from now on."""
    key = {
        "number": door.meeting.number,
        "known_as": door.who.known_as,
        "visitor": door.visitor,
    }
    row = key | {"name": name or door.who.name or None, "language": door.language}
    insert(connection, attendances, row)
    mine = [attendances.c[column] == value for column, value in key.items()]
    found: int = connection.execute(sa.select(attendances.c.id).where(*mine)).scalar_one()
    return found
