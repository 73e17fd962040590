"""Counts how requests to groups of experts went, from the database."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import sqlalchemy as sa

from bot.core.domain.desk_figures import GroupFigures, RequestOutcome, figures_of
from bot.core.domain.meetings import State
from bot.edges.storage.database import transaction
from bot.edges.storage.expert_tables import expert_requests
from bot.edges.storage.tables import meetings

_REQUESTS = sa.select(expert_requests, meetings.c.expires, meetings.c.state).select_from(
    expert_requests.join(meetings, meetings.c.number == expert_requests.c.number)
)


def figures_since(database: sa.Engine, since: datetime, now: datetime) -> tuple[GroupFigures, ...]:
    """Return the figures of the requests that were made since a moment, by group.

    Args:
        database: the installation's.
        since: the beginning, aware.
        now: the time, by which a request is over or not.
    """
    return figures_of(_outcomes(database, since, now))


def daily_figures(database: sa.Engine, now: datetime) -> tuple[tuple[date, GroupFigures], ...]:
    """Return the figures of each of the last seven days, in UTC and newest first, by group."""
    today = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    found = _outcomes(database, today - timedelta(days=6), now)
    of_day: dict[date, list[RequestOutcome]] = {}
    for each in found:
        of_day.setdefault(each.asked.astimezone(UTC).date(), []).append(each)
    return tuple(
        (day, each) for day in sorted(of_day, reverse=True) for each in figures_of(of_day[day])
    )


def _outcomes(database: sa.Engine, since: datetime, now: datetime) -> list[RequestOutcome]:
    with transaction(database) as connection:
        rows = connection.execute(_REQUESTS.where(expert_requests.c.asked >= since)).all()
    return [
        RequestOutcome(
            row.name,
            row.asked,
            row.first_claimed,
            row.state != State.OPEN.value or row.expires <= now,
            row.step > 0,
            row.given_back,
        )
        for row in rows
    ]
