"""Stores requests to groups of experts; the database decides who claims one."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import datetime

import sqlalchemy as sa

from bot.core.domain.desk_figures import GroupFigures
from bot.core.domain.group_requests import ExpertCard, ExpertRequest
from bot.core.domain.meetings import State
from bot.core.steps.expert_steps import (
    AdvanceExpertRequest,
    AskLater,
    ClaimExpertRequest,
    CloseExpertRequest,
    ConfirmClaim,
    FindRequestsAskedIn,
    FindRequestsTo,
    ForgetExpertCards,
    HasNotStarted,
    LeaveToOthers,
    MakeExpertHost,
    NameAsker,
    ReadDeskFigures,
    ReadExpertRequest,
    RecordExpertCards,
    ReleaseExpertRequest,
    SaveExpertRequest,
)
from bot.edges.storage import meeting_hosts
from bot.edges.storage.database import transaction
from bot.edges.storage.expert_figures import figures_since
from bot.edges.storage.expert_tables import expert_cards, expert_refusals, expert_requests
from bot.edges.storage.statements import insert
from bot.edges.storage.tables import UtcDateTime, meetings


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
        row = {"name": made.group, "asked": made.asked, "after": made.after, "due": made.due}
        with self._transaction() as connection:
            insert(connection, expert_requests, row | {"number": made.number})

    def read(self, step: ReadExpertRequest) -> ExpertRequest | None:
        """Return a request, or None."""
        with self._transaction() as connection:
            return _read(connection, step.number)

    def asked_in(self, step: FindRequestsAskedIn) -> tuple[ExpertRequest, ...]:
        """Return the free requests with a card in a space, the oldest first."""
        here = expert_cards.c.room_id == step.room_id
        asked = sa.select(expert_cards.c.number).join(
            expert_requests, expert_requests.c.number == expert_cards.c.number
        )
        with self._transaction() as connection:
            numbers = sorted(set(connection.scalars(asked.where(_IS_FREE, here))))
            found = (_read(connection, number) for number in numbers)
            return tuple(each for each in found if each)

    def made_to(self, step: FindRequestsTo) -> tuple[ExpertRequest, ...]:
        """Return the free requests to a group whose meetings aren't over, the oldest first."""
        waits = (meetings.c.state == State.OPEN.value, meetings.c.expires > step.now)
        made = sa.select(expert_requests.c.number).join(
            meetings, meetings.c.number == expert_requests.c.number
        )
        of_group = made.where(_IS_FREE, expert_requests.c.name == step.group, *waits)
        with self._transaction() as connection:
            numbers = connection.scalars(of_group.order_by(expert_requests.c.number)).all()
            found = (_read(connection, number) for number in numbers)
            return tuple(each for each in found if each)

    def claim(self, step: ClaimExpertRequest) -> ExpertRequest | None:
        """Give the request to a person unless somebody has it; return it with who has."""
        claimed = {"claimed_by": step.person_id, "claimed": step.at, "confirmed": step.at}
        first = sa.func.coalesce(expert_requests.c.first_claimed, sa.literal(step.at, UtcDateTime))
        free = expert_requests.update().where(*_free(step.number))
        with self._transaction() as connection:
            connection.execute(free.values(**claimed, claim=step.claim, first_claimed=first))
            return _read(connection, step.number)

    def name_asker(self, step: NameAsker) -> None:
        """Record the name of a request's asker, unless somebody has taken it."""
        with self._transaction() as connection:
            meeting_hosts.name_asker(connection, step.number, step.name)

    def make_host(self, step: MakeExpertHost) -> bool:
        """Make the claimer the host, unless the claim was taken back; return whether they are."""
        mine = _claimed(step.number, step.claim)
        named = expert_requests.c.hosted == step.claim
        with self._transaction() as connection:
            if not _hold(connection, *mine):
                return False
            if not _is(connection, step.number, named):
                before = meeting_hosts.make_expert_host(connection, step.number, step.expert)
                kept = {"host_name": before, "hosted": step.claim}
                connection.execute(expert_requests.update().where(*mine).values(kept))
            return True

    def confirm(self, step: ConfirmClaim) -> None:
        """Record that the claimer still comes."""
        theirs = _claimed(step.number, step.claim)
        with self._transaction() as connection:
            connection.execute(expert_requests.update().where(*theirs).values(confirmed=step.at))

    def has_not_started(self, step: HasNotStarted) -> bool:
        """Return whether a claimer is the host, and nobody has pressed *Start*."""
        with self._transaction() as connection:
            return meeting_hosts.has_not_started(connection, step.number, step.person_id)

    def release(self, step: ReleaseExpertRequest) -> bool:
        """Take back a claim and its host; return whether this was the one that held."""
        free = dict.fromkeys(("claimed_by", "claimed", "claim", "confirmed"))
        with self._transaction() as connection:
            held = _read(connection, step.number)
            if _hold(connection, *_claimed(step.number, step.claim)) and held:
                changed = free | {"released": step.claim, "note": step.note or None}
                given_back = expert_requests.c.given_back + int(step.given_back)
                mine = expert_requests.c.number == step.number
                connection.execute(
                    expert_requests.update().where(mine).values(**changed, given_back=given_back)
                )
                name = connection.scalar(sa.select(expert_requests.c.host_name).where(mine))
                meeting_hosts.release_expert(connection, step.number, held.claimed_by, name)
            return _is(connection, step.number, expert_requests.c.released == step.claim)

    def advance(self, step: AdvanceExpertRequest) -> bool:
        """Go on to a step, if nobody else has; return whether it was this conversation."""
        before = (*_free(step.number), expert_requests.c.step == step.since)
        asking = {"step": step.step, "due": step.due, "asked_by": step.by}
        if step.step != step.since:
            asking["later"] = None
        with self._transaction() as connection:
            connection.execute(expert_requests.update().where(*before).values(**asking))
            by_this = expert_requests.c.asked_by == step.by
            return _is(connection, step.number, by_this & (expert_requests.c.step == step.step))

    def ask_later(self, step: AskLater) -> None:
        """Record who is asked a little later."""
        mine = expert_requests.c.number == step.number
        with self._transaction() as connection:
            later = expert_requests.update().where(mine).values(later=list(step.people))
            connection.execute(later)

    def leave(self, step: LeaveToOthers) -> tuple[str, ...]:
        """Record that somebody leaves a request to others; return everybody who has."""
        row = {"number": step.number, "step": step.step, "person_id": step.person_id}
        of_step = (expert_refusals.c.number == step.number, expert_refusals.c.step == step.step)
        with self._transaction() as connection:
            insert(connection, expert_refusals, row)
            found = connection.scalars(sa.select(expert_refusals.c.person_id).where(*of_step))
            return tuple(sorted(found))

    def record_cards(self, step: RecordExpertCards) -> tuple[str, ...] | None:
        """Add cards unless the request was claimed meanwhile; return those that they replace.

        Holding the request's row holds up a claim, which then finds these cards.
        """
        rows = [
            {
                "message_id": each.message_id,
                "room_id": each.room_id,
                "language": each.language or None,
                "number": step.number,
            }
            for each in step.cards
        ]
        new, rooms = [{each[name] for each in rows} for name in ("message_id", "room_id")]
        with self._transaction() as connection:
            if not _hold(connection, *_free(step.number)):
                return None
            cards = _cards(connection, step.number)
            if rows:
                insert(connection, expert_cards, rows)
        return tuple(
            each.message_id
            for each in cards
            if each.room_id in rooms and each.message_id not in new
        )

    def forget_cards(self, step: ForgetExpertCards) -> None:
        """Forget cards that were deleted."""
        theirs = expert_cards.c.message_id.in_(step.message_ids)
        with self._transaction() as connection:
            connection.execute(expert_cards.delete().where(theirs))

    def figures(self, step: ReadDeskFigures) -> tuple[GroupFigures, ...]:
        """Return the figures of each group."""
        return figures_since(self._database, step.since, step.now)

    def close(self, step: CloseExpertRequest) -> ExpertRequest | None:
        """Close a request for good; return it with its cards, or None if there is none."""
        mine = expert_requests.c.number == step.number
        with self._transaction() as connection:
            connection.execute(expert_requests.update().where(mine).values(closed=True))
            return _read(connection, step.number)

    def _transaction(self) -> AbstractContextManager[sa.Connection]:
        return transaction(self._database)


def delete_expert_requests(connection: sa.Connection, by: datetime, _most: int) -> int:
    """Delete requests from before `by`, with their cards and refusals; return how many."""
    old = sa.select(expert_requests.c.number).where(expert_requests.c.asked < by)
    for table in (expert_cards, expert_refusals):
        connection.execute(table.delete().where(table.c.number.in_(old)))
    return connection.execute(expert_requests.delete().where(expert_requests.c.asked < by)).rowcount


_IS_FREE = expert_requests.c.claimed_by.is_(None) & ~expert_requests.c.closed


def _free(number: int) -> tuple[sa.ColumnElement[bool], ...]:
    of_request = expert_requests.c.number == number
    return of_request, expert_requests.c.claimed_by.is_(None), ~expert_requests.c.closed


def _claimed(number: int, claim: str) -> tuple[sa.ColumnElement[bool], ...]:
    return expert_requests.c.number == number, expert_requests.c.claim == claim


def _hold(connection: sa.Connection, *which: sa.ColumnElement[bool]) -> bool:
    """Lock a request's row until the transaction ends; return whether there is one."""
    held = expert_requests.update().where(*which).values(after=expert_requests.c.after)
    return connection.execute(held).rowcount > 0


def _is(connection: sa.Connection, number: int, condition: sa.ColumnElement[bool]) -> bool:
    wanted = sa.select(expert_requests.c.number).where(expert_requests.c.number == number)
    return connection.scalar(wanted.where(condition)) is not None


def _read(connection: sa.Connection, number: int) -> ExpertRequest | None:
    of_request = expert_requests.c.number == number
    row = connection.execute(sa.select(expert_requests).where(of_request)).one_or_none()
    if row is None:
        return None
    return ExpertRequest(
        number,
        row.name,
        row.asked,
        row.after,
        row.step,
        row.due,
        row.claimed_by or "",
        row.claimed,
        row.claim or "",
        row.confirmed,
        row.closed,
        row.note or "",
        _cards(connection, number),
        tuple(row.later or ()),
    )


def _cards(connection: sa.Connection, number: int) -> tuple[ExpertCard, ...]:
    found = connection.execute(sa.select(expert_cards).where(expert_cards.c.number == number))
    return tuple(ExpertCard(each.message_id, each.room_id, each.language or "") for each in found)
