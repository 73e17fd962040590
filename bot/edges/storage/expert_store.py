"""Stores requests to groups of experts; the database decides who claims one."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import datetime

import sqlalchemy as sa

from bot.core.domain.experts import ExpertCard, ExpertRequest
from bot.core.steps.expert_steps import (
    ClaimExpertRequest,
    ReadExpertRequest,
    RecordExpertCards,
    ReleaseExpertRequest,
    SaveExpertRequest,
)
from bot.edges.storage.database import transaction
from bot.edges.storage.expert_tables import expert_cards, expert_requests
from bot.edges.storage.statements import insert


class ExpertStore:
    """Performs the steps about requests to experts.

    Args:
        database: the installation's database.
    """

    def __init__(self, database: sa.Engine) -> None:
        self._database = database

    def save(self, step: SaveExpertRequest) -> None:
        """Add a request, unless it is there."""
        made = step.request
        row = {"name": made.group, "asked": made.asked, "after": made.after}
        with self._transaction() as connection:
            insert(connection, expert_requests, row | {"number": made.number})

    def read(self, step: ReadExpertRequest) -> ExpertRequest | None:
        """Return a request, or None."""
        with self._transaction() as connection:
            return _read(connection, step.number)

    def claim(self, step: ClaimExpertRequest) -> ExpertRequest | None:
        """Give the request to a person unless somebody has it; return it with who has."""
        free = expert_requests.update().where(*_free(step.number))
        with self._transaction() as connection:
            connection.execute(free.values(claimed_by=step.person_id, claimed=step.at))
            return _read(connection, step.number)

    def release(self, step: ReleaseExpertRequest) -> None:
        """Take back a person's claim."""
        theirs = (
            expert_requests.c.number == step.number,
            expert_requests.c.claimed_by == step.person_id,
        )
        with self._transaction() as connection:
            connection.execute(
                expert_requests.update().where(*theirs).values(claimed_by=None, claimed=None)
            )

    def record_cards(self, step: RecordExpertCards) -> bool:
        """Add cards unless the request was claimed meanwhile; return whether it was not.

        Writing the request's row holds up a claim, which then finds these cards.
        """
        held = expert_requests.update().where(*_free(step.number))
        rows = [
            {"message_id": each.message_id, "room_id": each.room_id, "number": step.number}
            for each in step.cards
        ]
        with self._transaction() as connection:
            is_free = connection.execute(held.values(after=expert_requests.c.after)).rowcount > 0
            if is_free and rows:
                insert(connection, expert_cards, rows)
        return is_free

    def _transaction(self) -> AbstractContextManager[sa.Connection]:
        return transaction(self._database)


def delete_expert_requests(connection: sa.Connection, by: datetime, _most: int) -> int:
    """Delete requests from before `by`, and their cards; return how many."""
    old = sa.select(expert_requests.c.number).where(expert_requests.c.asked < by)
    connection.execute(expert_cards.delete().where(expert_cards.c.number.in_(old)))
    return connection.execute(expert_requests.delete().where(expert_requests.c.asked < by)).rowcount


def _free(number: int) -> tuple[sa.ColumnElement[bool], ...]:
    return expert_requests.c.number == number, expert_requests.c.claimed_by.is_(None)


def _read(connection: sa.Connection, number: int) -> ExpertRequest | None:
    of_request = expert_requests.c.number == number
    row = connection.execute(sa.select(expert_requests).where(of_request)).one_or_none()
    if row is None:
        return None
    found = connection.execute(sa.select(expert_cards).where(expert_cards.c.number == number))
    cards = tuple(ExpertCard(each.message_id, each.room_id) for each in found)
    return ExpertRequest(
        number, row.name, row.asked, row.after, row.claimed_by or "", row.claimed, cards
    )
