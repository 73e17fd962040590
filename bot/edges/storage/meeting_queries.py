"""Queries for meetings.

Each starts from an index of one person's meetings by their end, so its time doesn't grow with the
number of all meetings.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.core.domain.commands import MeetingReference
from bot.core.domain.email_addresses import address_key
from bot.core.domain.meetings import Role, State, Way
from bot.core.steps.find_steps import (
    JUST_MADE,
    FindInvitations,
    FindMeetings,
    FindMentioned,
    ListMeetings,
)
from bot.edges.storage.rows import folded
from bot.edges.storage.tables import deliveries, hosts, meetings

MOST = 10
"""The most meetings to choose from."""

_MOST_COMPARED = 50
"""The most meetings to compare word by word, after the database has found the letters."""

LARGEST = 2**31 - 1
"""The largest value of an integer column."""

_OWN_HOST_LINK = sa.and_(deliveries.c.role == Role.HOST.value, deliveries.c.way != Way.HANDED.value)
_IS_HOST = sa.exists().where(
    hosts.c.number == deliveries.c.number,
    hosts.c.person_id == deliveries.c.person_id,
    hosts.c.without_link.is_not(True),
)
IS_FORMER = sa.and_(_OWN_HOST_LINK, ~_IS_HOST)
"""Whether a delivery is the host link of a former host, who is no longer in `hosts`."""


def meant(step: FindMeetings) -> sa.Select[Any]:
    """Return the query for the meetings that may be meant, newest first, with deliveries."""
    found = sa.and_(meetings.c.number.in_(_meant(step)), _on(step))
    lost = step.even_lost and not step.include_handed_over
    return _with_deliveries(sa.and_(found, _hosted(step)) if lost else found)


def _meant(step: FindMeetings) -> sa.Select[Any]:
    known = _once_hosted(step) if step.include_handed_over or step.even_lost else _hosted(step)
    state = sa.true() if step.even_lost else _on(step)
    query = sa.select(meetings.c.number).where(known, state, _fits(step.which))
    if step.which.number is not None:
        return query
    here = query.where(meetings.c.room_id == step.room_id) if step.room_id else query
    if step.which.words:
        return here.order_by(meetings.c.number.desc()).limit(_MOST_COMPARED)
    spoken_of = here.where(_of_thread(step)) if step.room_id and step.thread else here
    return spoken_of.order_by(*_likeliest_first(step)).limit(1)


def _of_thread(step: FindMeetings) -> sa.ColumnElement[bool]:
    """Return the condition for a meeting of the thread, if any meeting was asked for in it."""
    others = meetings.alias()
    of_thread = sa.exists().where(others.c.thread == step.thread, others.c.room_id == step.room_id)
    return sa.or_(meetings.c.thread == step.thread, ~of_thread)


def _likeliest_first(step: FindMeetings) -> list[sa.ColumnElement[Any]]:
    """Order meetings for a command that names none, the likeliest first."""
    opens, expires = meetings.c.opens, meetings.c.expires
    just_made = meetings.c.made > step.now - JUST_MADE
    is_next, runs = opens > step.now, sa.and_(opens <= step.now, expires > step.now)
    first = [sa.and_(just_made, runs), runs] if step.running_first else []
    rank = sa.case(
        *((each, at) for at, each in enumerate([*first, just_made, runs, is_next])), else_=9
    )
    soonest = sa.case((just_made, None), (is_next, opens))
    last_begun = sa.case((just_made, None), (opens <= step.now, opens))
    return [rank, soonest, last_begun.desc(), meetings.c.number.desc()]


def mentioned(step: FindMentioned) -> sa.Select[Any]:
    """Return the query for the meetings that somebody named or was told of just now.

    If they have made a meeting since, there is none: that one is meant.
    """
    newer = meetings.alias()
    made_since = sa.exists().where(
        newer.c.host_id == step.host_id, newer.c.made >= hosts.c.mentioned
    )
    just_now = hosts.c.mentioned > step.now - JUST_MADE
    if step.since:
        just_now = sa.and_(just_now, hosts.c.mentioned >= step.since)
    numbers = _of_host(step.host_id, step.now).where(just_now, ~made_since)
    here = meetings.c.room_id == step.room_id if step.room_id else sa.true()
    return _with_deliveries(sa.and_(meetings.c.number.in_(numbers), _open(), here))


def mine(step: ListMeetings) -> sa.Select[Any]:
    """Return the query for a person's meetings as a host, soonest first."""
    return _soonest_first(meetings.c.number.in_(_of_host(step.host_id, step.since)))


def as_guest(step: FindInvitations) -> sa.Select[Any]:
    """Return the query for a person's invitations, soonest first."""
    named = (step.person_id, address_key(step.email), step.phone)
    known_as = [each for each in named if each]
    joined = sa.join(meetings, deliveries, meetings.c.number == deliveries.c.number)
    columns = ("person_id", "email", "name", "language", "known_as")
    of_guest = [deliveries.c[each] for each in columns]
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
    """Return the query for one meeting with its deliveries, oldest first."""
    return _with_deliveries(meetings.c.number == number)


def _with_deliveries(condition: sa.ColumnElement[bool]) -> sa.Select[Any]:
    joined = sa.outerjoin(meetings, deliveries, meetings.c.number == deliveries.c.number)
    columns = (meetings, deliveries, IS_FORMER.label("former"))
    query = sa.select(*columns).select_from(joined).where(condition)
    return query.order_by(meetings.c.number.desc(), deliveries.c.id)


def _hosted(step: FindMeetings) -> sa.ColumnElement[bool]:
    return meetings.c.number.in_(_of_host(step.host_id, step.now - step.past))


def _once_hosted(step: FindMeetings) -> sa.ColumnElement[bool]:
    since = step.now - step.past
    theirs = sa.and_(deliveries.c.known_as == step.host_id, deliveries.c.expires > since)
    once = sa.select(deliveries.c.number).where(theirs, _OWN_HOST_LINK)
    return meetings.c.number.in_(_of_host(step.host_id, since).union(once))


def _of_host(person_id: str, until_after: datetime) -> sa.Select[Any]:
    theirs = sa.and_(hosts.c.person_id == person_id, hosts.c.expires > until_after)
    return sa.select(hosts.c.number).where(theirs)


def _on(step: FindMeetings) -> sa.ColumnElement[bool]:
    """Return the condition that leaves out cancelled meetings, if they are to be left out."""
    return sa.true() if step.even_cancelled and step.which.number is not None else _open()


def _open() -> sa.ColumnElement[bool]:
    return meetings.c.state == State.OPEN.value


def _fits(which: MeetingReference) -> sa.ColumnElement[bool]:
    if which.number is None:
        words = folded(which.words).split()
        contained = [meetings.c.search.contains(each, autoescape=True) for each in words]
        return sa.and_(sa.true(), *contained)
    if 0 < which.number <= LARGEST:
        return meetings.c.number == which.number
    return sa.false()


def _soonest_first(*conditions: sa.ColumnElement[bool]) -> sa.Select[Any]:
    return sa.select(meetings).where(*conditions).order_by(meetings.c.opens, meetings.c.number)
