"""Which meetings are asked for, as queries.

Each begins at an index of one person's meetings by their end, so that it takes the same time
however many meetings there are.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.core.commands import Which
from bot.core.meetings import Role, State, Way
from bot.core.remembering import Find, FindAsGuest, FindMine
from bot.edges.storage.rows import folded
from bot.edges.storage.tables import deliveries, hosts, meetings

MOST = 10
"""Meetings that a person can be asked to choose from."""

LARGEST = 2**31 - 1
"""The largest number that a column of whole numbers holds."""

_OWN_HOST_LINK = sa.and_(deliveries.c.role == Role.HOST.value, deliveries.c.way != Way.HANDED.value)
_IS_HOST = sa.exists().where(
    hosts.c.number == deliveries.c.number, hosts.c.person_id == deliveries.c.person_id
)
IS_FORMER = sa.and_(_OWN_HOST_LINK, ~_IS_HOST)
"""Whether a delivery is a host link of somebody who is a host no more: who is one says `hosts`."""


def meant(step: Find) -> sa.Select[Any]:
    """Return the query for the meetings that may be meant, the newest first, with deliveries."""
    return _with_deliveries(sa.and_(meetings.c.number.in_(_meant(step)), _open()))


def _meant(step: Find) -> sa.Select[Any]:
    newest = meetings.c.number.desc()
    state = sa.true() if step.even_cancelled else _open()
    hosted = _hosted(step.host_id, step.now)
    known = sa.or_(hosted, _once_hosted(step.host_id, step.now)) if step.even_former else hosted
    fitting = (known, state, _fits(step.which))
    query = sa.select(meetings.c.number).where(*fitting)
    if step.which.number is not None or step.which.words:
        return query.order_by(newest).limit(MOST)
    if step.room_id is None:
        return query.order_by(newest).limit(1)
    elsewhere = sa.case((meetings.c.room_id == step.room_id, 0), else_=1)
    return query.order_by(elsewhere, newest).limit(1)


def mine(step: FindMine) -> sa.Select[Any]:
    """Return the query for the meetings of which a person is a host, soonest first."""
    return _soonest_first(_hosted(step.host_id, step.since))


def as_guest(step: FindAsGuest) -> sa.Select[Any]:
    """Return the query for the meetings to which a person was invited, and as whom."""
    known_as = [each for each in (step.person_id, step.email.casefold()) if each]
    joined = sa.join(meetings, deliveries, meetings.c.number == deliveries.c.number)
    of_guest = (deliveries.c.known_as, deliveries.c.language)
    query = sa.select(meetings, *of_guest).select_from(joined)
    invited = query.where(
        deliveries.c.known_as.in_(known_as),
        deliveries.c.expires > step.now,
        deliveries.c.role == Role.GUEST.value,
        _open(),
    )
    order = (meetings.c.opens, meetings.c.number, deliveries.c.known_as, deliveries.c.id)
    return invited.order_by(*order)


def whole(number: int) -> sa.Select[Any]:
    """Return the query for one meeting, beside each of its deliveries, the oldest first."""
    return _with_deliveries(meetings.c.number == number)


def _with_deliveries(condition: sa.ColumnElement[bool]) -> sa.Select[Any]:
    joined = sa.outerjoin(meetings, deliveries, meetings.c.number == deliveries.c.number)
    columns = (meetings, deliveries, IS_FORMER.label("former"))
    query = sa.select(*columns).select_from(joined).where(condition)
    return query.order_by(meetings.c.number.desc(), deliveries.c.id)


def _hosted(person_id: str, until_after: datetime) -> sa.ColumnElement[bool]:
    theirs = sa.and_(hosts.c.person_id == person_id, hosts.c.expires > until_after)
    return meetings.c.number.in_(sa.select(hosts.c.number).where(theirs))


def _once_hosted(person_id: str, until_after: datetime) -> sa.ColumnElement[bool]:
    theirs = sa.and_(deliveries.c.known_as == person_id, deliveries.c.expires > until_after)
    return meetings.c.number.in_(sa.select(deliveries.c.number).where(theirs, _OWN_HOST_LINK))


def _open() -> sa.ColumnElement[bool]:
    return meetings.c.state == State.OPEN.value


def _fits(which: Which) -> sa.ColumnElement[bool]:
    if which.number is None:
        words = folded(which.words).split()
        contained = [meetings.c.search.contains(each, autoescape=True) for each in words]
        return sa.and_(sa.true(), *contained)
    if 0 < which.number <= LARGEST:
        return meetings.c.number == which.number
    return sa.false()


def _soonest_first(*conditions: sa.ColumnElement[bool]) -> sa.Select[Any]:
    return sa.select(meetings).where(*conditions).order_by(meetings.c.opens, meetings.c.number)
