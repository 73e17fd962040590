"""Finds desks by their addresses, and records who calls there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from bot.core.domain.desks import (
    DESK_WINDOW,
    DEVICE_WINDOW,
    CallRefusal,
    Desk,
    DeskCall,
    RecentCalls,
    refusal_of,
)
from bot.core.domain.meetings import State
from bot.edges.storage.database import transaction
from bot.edges.storage.desk_store import desk_of_row
from bot.edges.storage.desk_tables import desk_addresses, desk_calls, desks
from bot.edges.storage.door_keys import hash_of
from bot.edges.storage.expert_tables import expert_requests
from bot.edges.storage.inbox_rows import InboxRow
from bot.edges.storage.statements import insert
from bot.edges.storage.tables import meetings

_MADE = desk_calls.outerjoin(meetings, meetings.c.sub == desk_calls.c.seed).outerjoin(
    expert_requests, expert_requests.c.number == meetings.c.number
)
_COLUMNS = (
    desk_calls.c.seed,
    desk_calls.c.at,
    expert_requests.c.number,
    meetings.c.expires,
    meetings.c.state,
    expert_requests.c.claimed,
)


@dataclass(frozen=True)
class FoundDesk:
    """A desk, as its address leads to it.

    Args:
        desk: the desk.
        moved: whether it has another address by now.
        is_screen: whether it is the address of its screen.
    """

    desk: Desk
    moved: bool
    is_screen: bool


@dataclass(frozen=True)
class CallAsked:
    """A press of a desk's button.

    Args:
        desk: of which desk.
        visitor: tells the device apart.
        form: tells the page apart that was pressed, so that a repeated press is one.
        at: when, aware.
        seed: of the meeting that it leads to.
    """

    desk: Desk
    visitor: str
    form: str
    at: datetime
    seed: str


class DeskLookup:
    """Finds desks and records calls. Every method raises DatabaseAway if it can't.

    Args:
        database: the installation's database.
    """

    def __init__(self, database: sa.Engine) -> None:
        self._database = database

    def find(self, token: str) -> FoundDesk | None:
        """Return the desk of an address, or None."""
        joined = desk_addresses.join(desks, desks.c.name == desk_addresses.c.desk)
        columns = (
            *desks.c,
            desk_addresses.c.seed.label("was"),
            desk_addresses.c.screen.label("by"),
        )
        wanted = desk_addresses.c.token_hash == hash_of(token)
        query = sa.select(*columns).select_from(joined).where(wanted)
        with transaction(self._database) as connection:
            row = connection.execute(query).one_or_none()
        return FoundDesk(desk_of_row(row), row.was != row.seed, row.by) if row else None

    def last_call(self, desk: str, visitor: str) -> DeskCall | None:
        """Return the last call of a device, or None."""
        with transaction(self._database) as connection:
            return _last(connection, desk, hash_of(visitor))

    def call_of_form(self, desk: str, form: str) -> DeskCall | None:
        """Return the call that was made on a page, or None."""
        of_form = sa.and_(desk_calls.c.desk == desk, desk_calls.c.form == hash_of(form))
        with transaction(self._database) as connection:
            return _one(connection, of_form)

    def call(self, asked: CallAsked, row_of: Callable[[], InboxRow]) -> DeskCall | CallRefusal:
        """Record a call with its row for the inbox, or return the one that the device has.

        Calls at one desk are recorded one after the other, so that limits hold.

        Args:
            asked: what was pressed.
            row_of: makes the row of the inbox.
        """
        desk, visitor = asked.desk.name, hash_of(asked.visitor)
        with transaction(self._database) as connection:
            held = desks.update().where(desks.c.name == desk)
            connection.execute(held.values(off=desks.c.off))
            of_form = sa.and_(desk_calls.c.desk == desk, desk_calls.c.form == hash_of(asked.form))
            of_page = _one(connection, of_form)
            for found in (of_page, _last(connection, desk, visitor)):
                if found and found.lasts(asked.at):
                    return found
            if refusal := refusal_of(_recent(connection, desk, visitor, asked.at)):
                return refusal
            if of_page:  # it is over, and the same page was pressed again
                renamed = desk_calls.update().where(of_form)
                connection.execute(renamed.values(form=hash_of(of_page.seed)))
            row = {"desk": desk, "visitor": visitor, "form": hash_of(asked.form)}
            insert(connection, desk_calls, row | {"at": asked.at, "seed": asked.seed})
            row_of().insert(connection)
        return DeskCall(asked.seed, asked.at)


def delete_desk_calls(connection: sa.Connection, before: datetime, most: int) -> int:
    """Delete calls from before a time; return how many."""
    old = sa.select(desk_calls.c.id).where(desk_calls.c.at < before).limit(most)
    found = connection.scalars(old).all()
    connection.execute(desk_calls.delete().where(desk_calls.c.id.in_(found)))
    return len(found)


def _last(connection: sa.Connection, desk: str, visitor: str) -> DeskCall | None:
    return _one(connection, sa.and_(desk_calls.c.desk == desk, desk_calls.c.visitor == visitor))


def _one(connection: sa.Connection, wanted: sa.ColumnElement[bool]) -> DeskCall | None:
    newest = sa.select(*_COLUMNS).select_from(_MADE).where(wanted).order_by(desk_calls.c.id.desc())
    row = connection.execute(newest.limit(1)).one_or_none()
    if row is None:
        return None
    off = row.state == State.CANCELLED
    return DeskCall(row.seed, row.at, row.number, row.expires, off, row.claimed)


def _recent(connection: sa.Connection, desk: str, visitor: str, now: datetime) -> RecentCalls:
    of_desk = desk_calls.c.desk == desk
    of_device = sa.and_(of_desk, desk_calls.c.visitor == visitor)
    unclaimed = (meetings.c.expires > now, meetings.c.state == State.OPEN.value)
    waiting = sa.select(sa.func.count()).select_from(_MADE)
    waiting = waiting.where(of_desk, *unclaimed, expert_requests.c.claimed_by.is_(None))
    counted = sa.select(sa.func.count()).select_from(desk_calls)
    return RecentCalls(
        connection.scalar(counted.where(of_device, desk_calls.c.at > now - DEVICE_WINDOW)) or 0,
        connection.scalar(counted.where(of_desk, desk_calls.c.at > now - DESK_WINDOW)) or 0,
        connection.scalar(waiting) or 0,
    )
