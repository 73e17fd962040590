"""Stores groups of experts, their calendars, and who is on duty. What a chat says wins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from bot.core.domain.duty import Duty, Rota, Shift
from bot.core.domain.experts import LOOK_AHEAD, ExpertGroup, Tier
from bot.core.domain.filed_groups import HOLIDAYS, ON_CALL, FiledGroups
from bot.core.domain.guests import Guest
from bot.core.domain.opening_hours import OpenHours, Period
from bot.core.steps.expert_steps import RestoreGroup, SaveDuty, SaveGroup
from bot.edges.storage.database import transaction
from bot.edges.storage.expert_tables import (
    expert_calendars,
    expert_duties,
    expert_file_groups,
    expert_groups,
)

_LOOK_BACK = timedelta(days=1)
"""Who was on call may still take what they were asked then."""


class GroupStore:
    """Performs the steps about groups of experts, and keeps the file's groups.

    Args:
        database: the installation's database.
    """

    def __init__(self, database: sa.Engine) -> None:
        self._database = database

    def read(self, at: datetime) -> tuple[ExpertGroup, ...]:
        """Return all groups by name, with who is on duty around a moment."""
        with self._transaction() as connection:
            groups = _groups(connection)
            if not groups:
                return ()
            calendars = connection.execute(sa.select(expert_calendars)).all()
            duties = [_duty(row) for row in connection.execute(sa.select(expert_duties))]
        return tuple(_with_rota(each, calendars, duties, at) for each in groups)

    def save(self, step: SaveGroup) -> None:
        """Replace a group, or delete it if it has no tiers, even if the file has it."""
        name = step.group.name
        in_file = sa.select(expert_file_groups.c.name).where(expert_file_groups.c.name == name)
        with self._transaction() as connection:
            connection.execute(expert_groups.delete().where(expert_groups.c.name == name))
            if step.group.tiers or connection.scalar(in_file):
                connection.execute(expert_groups.insert().values(_row(step.group)))

    def save_duty(self, step: SaveDuty) -> None:
        """Replace what somebody said about being on duty."""
        duty = step.duty
        mine = expert_duties.c.person_id == duty.who.person_id
        row = {
            "person_id": duty.who.person_id,
            "email": duty.who.email,
            "name": duty.who.name,
            "is_on": duty.is_on,
            "until": duty.until,
            "stand_in": _of_guest(duty.stand_in) if duty.stand_in else None,
        }
        with self._transaction() as connection:
            connection.execute(expert_duties.delete().where(mine))
            connection.execute(expert_duties.insert().values(row))

    def restore(self, step: RestoreGroup) -> None:
        """Reset a group to what the file says."""
        with self._transaction() as connection:
            connection.execute(expert_groups.delete().where(expert_groups.c.name == step.name))

    def save_filed(self, found: FiledGroups) -> None:
        """Keep the groups that the file has now; those with mistakes stay as they were."""
        if not found.whole:
            return
        gone = expert_file_groups.c.name.not_in(found.broken)
        with self._transaction() as connection:
            connection.execute(expert_file_groups.delete().where(gone))
            if found.groups:
                rows = [_row(each) for each in found.groups]
                connection.execute(expert_file_groups.insert(), rows)

    def changed_in_chat(self) -> list[str]:
        """Return the names of groups that a chat changed or deleted, although the file has them."""
        names = sa.select(expert_file_groups.c.name).order_by(expert_file_groups.c.name)
        both = names.where(expert_file_groups.c.name.in_(sa.select(expert_groups.c.name)))
        with self._transaction() as connection:
            return list(connection.scalars(both))

    def _transaction(self) -> AbstractContextManager[sa.Connection]:
        return transaction(self._database)


def delete_duties(connection: sa.Connection, by: datetime, _most: int) -> int:
    """Delete what people said about a time before `by`; return how many."""
    return connection.execute(expert_duties.delete().where(expert_duties.c.until < by)).rowcount


def _groups(connection: sa.Connection) -> list[ExpertGroup]:
    """Return the groups of the file, and those of a chat in their place."""
    of_file = connection.execute(sa.select(expert_file_groups))
    found = {row.name: _group(row, is_from_file=True) for row in of_file}
    of_chat = connection.execute(sa.select(expert_groups))
    found |= {row.name: _group(row, is_from_file=False) for row in of_chat}
    return [found[name] for name in sorted(found) if found[name].tiers]


def _with_rota(
    group: ExpertGroup, calendars: Sequence[sa.Row[Any]], duties: Sequence[Duty], at: datetime
) -> ExpertGroup:
    near = Period(at - _LOOK_BACK, at + LOOK_AHEAD)
    own = {row.kind: row for row in calendars if row.name == group.name}
    holidays = [period for period, _ in _near(own.get(HOLIDAYS), near)]
    known = [*group.leads, *(who for tier in group.tiers for who in tier.people)]
    named = [
        (period, people_named(title, known)) for period, title in _near(own.get(ON_CALL), near)
    ]
    rota = Rota(
        tuple(holidays),
        tuple(Shift(who, period) for period, people in named for who in people),
        tuple(duties),
        ON_CALL in own,
        tuple(period.begins for period, people in named if not people),
    )
    return replace(group, rota=rota)


def _near(calendar: sa.Row[Any] | None, near: Period) -> Iterator[tuple[Period, str]]:
    for begins, ends, title in calendar.periods if calendar else ():
        period = Period(datetime.fromisoformat(begins), datetime.fromisoformat(ends))
        if period.begins < near.ends and near.begins < period.ends:
            yield period, title


def people_named(title: str, known: Sequence[Guest]) -> list[Guest]:
    """Return whom the title of an event names: by address, or by the name of somebody known."""
    words = title.replace(",", " ").replace(";", " ").replace("<", " ").replace(">", " ").split()
    addresses = [each.removeprefix("mailto:") for each in words if "@" in each]
    if addresses:
        return [Guest(email=each) for each in addresses]
    called = " ".join(title.casefold().split())
    return [each for each in known if each.name and each.name.casefold() == called][:1]


def _row(group: ExpertGroup) -> dict[str, Any]:
    return {
        "name": group.name,
        "tiers": [_of_tier(each) for each in group.tiers],
        "after": group.after,
        "leads": [_of_guest(each) for each in group.leads],
        "hours": [[each.opens, each.closes, list(each.days)] for each in group.hours],
        "zone": group.zone,
    }


def _group(row: sa.Row[Any], *, is_from_file: bool) -> ExpertGroup:
    return ExpertGroup(
        row.name,
        tuple(map(_tier, row.tiers)),
        row.after,
        tuple(_guest(each) for each in row.leads or ()),
        tuple(OpenHours(opens, closes, tuple(days)) for opens, closes, days in row.hours or ()),
        row.zone or "UTC",
        is_from_file=is_from_file,
    )


def _duty(row: sa.Row[Any]) -> Duty:
    who = Guest(row.person_id, row.email, row.name)
    return Duty(who, row.is_on, row.until, _guest(row.stand_in) if row.stand_in else None)


def _of_tier(tier: Tier) -> dict[str, Any]:
    people = [_of_guest(each) for each in tier.people]
    return {"room": tier.room_id, "people": people, "on_call": tier.on_call}


def _tier(kept: dict[str, Any]) -> Tier:
    return Tier(kept["room"], tuple(map(_guest, kept["people"])), kept.get("on_call", False))


def _of_guest(who: Guest) -> list[str]:
    return [who.person_id, who.email, who.name]


def _guest(kept: Sequence[str]) -> Guest:
    return Guest(*kept)
