"""Stores the last good copy of each calendar of the groups of experts."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.core.domain.filed_groups import CalendarAddress, CalendarEvent
from bot.edges.storage.database import transaction
from bot.edges.storage.expert_tables import expert_calendars


@dataclass(frozen=True)
class CalendarCopy:
    """What is kept of a calendar, besides its events.

    Args:
        group: whose it is.
        kind: holidays, or who is on call.
        fetched: when it was read last; None for never.
        trouble: why it couldn't be read when that was tried last; empty if it could.
    """

    group: str
    kind: str
    fetched: datetime | None
    trouble: str


def digest_of(address: CalendarAddress) -> str:
    """Return what an address is recognized by; it is secret, so it isn't stored."""
    return hashlib.sha256(address.url.encode()).hexdigest()


class CalendarStore:
    """Keeps copies of calendars.

    Args:
        database: the installation's.
    """

    def __init__(self, database: sa.Engine) -> None:
        self._database = database

    def keep(self, address: CalendarAddress, events: Sequence[CalendarEvent], at: datetime) -> None:
        """Keep a new copy in place of the one before."""
        periods = [
            [each.period.begins.isoformat(), each.period.ends.isoformat(), each.title]
            for each in events
        ]
        self._replace(address, at, {"fetched": at, "trouble": "", "periods": periods})

    def note_trouble(self, address: CalendarAddress, trouble: str, at: datetime) -> None:
        """Note why a calendar can't be read; the copy stays, unless it is of another address."""
        same = _own(address) & (expert_calendars.c.address_digest == digest_of(address))
        changed = expert_calendars.update().where(same).values(tried=at, trouble=trouble)
        with transaction(self._database) as connection:
            if connection.execute(changed).rowcount:
                return
        self._replace(address, at, {"fetched": None, "trouble": trouble, "periods": []})

    def drop_others(self, addresses: Sequence[CalendarAddress], groups: Sequence[str]) -> None:
        """Delete copies of calendars that the file no longer names.

        Args:
            addresses: those that it names.
            groups: of which nothing is known, since they have mistakes.
        """
        kept = [(each.group, each.kind) for each in addresses]
        own = sa.tuple_(expert_calendars.c.name, expert_calendars.c.kind)
        gone = own.not_in(kept) & expert_calendars.c.name.not_in(groups)
        with transaction(self._database) as connection:
            connection.execute(expert_calendars.delete().where(gone))

    def copies(self) -> list[CalendarCopy]:
        """Return what there is a copy of, by name."""
        rows = sa.select(expert_calendars).order_by(
            expert_calendars.c.name, expert_calendars.c.kind
        )
        with transaction(self._database) as connection:
            return [
                CalendarCopy(row.name, row.kind, row.fetched, row.trouble)
                for row in connection.execute(rows)
            ]

    def _replace(self, address: CalendarAddress, at: datetime, values: dict[str, Any]) -> None:
        row = {"name": address.group, "kind": address.kind, "address_digest": digest_of(address)}
        with transaction(self._database) as connection:
            connection.execute(expert_calendars.delete().where(_own(address)))
            connection.execute(expert_calendars.insert().values(row | {"tried": at} | values))


def _own(address: CalendarAddress) -> sa.ColumnElement[bool]:
    theirs = expert_calendars.c
    return (theirs.name == address.group) & (theirs.kind == address.kind)
