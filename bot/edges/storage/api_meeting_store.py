"""Records which program asked for which meeting, and finds its meetings again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from bot.edges.storage.api_tables import api_meetings
from bot.edges.storage.database import transaction
from bot.edges.storage.expert_tables import expert_requests
from bot.edges.storage.inbox_rows import InboxRow
from bot.edges.storage.tables import meetings

REMEMBERED = timedelta(hours=24)
"""How long a repeated request is recognized."""

_OURS = api_meetings.join(meetings, meetings.c.sub == api_meetings.c.seed)


@dataclass(frozen=True)
class StoredRequest:
    """A program's request for a meeting.

    Args:
        seed: that of the meeting.
        name: of the request.
        body_hash: a hash of what was asked.
        reference: the program's own name for it; None for none.
        is_new: whether it was recorded just now.
    """

    seed: str
    name: str
    body_hash: str
    reference: str | None
    is_new: bool = False


@dataclass(frozen=True)
class NewRequest:
    """A program's request that is to be stored.

    Args:
        program: who asked.
        idempotency: a hash of the request's key.
        body_hash: a hash of what was asked.
        seed: that of the meeting.
        name: of the request.
        reference: the program's own name for the meeting; None for none.
        at: when, aware.
    """

    program: str
    idempotency: str
    body_hash: str
    seed: str
    name: str
    reference: str | None
    at: datetime


class ApiMeetings:
    """The meetings of programs. Threads may share it.

    Args:
        database: the installation's database.
    """

    def __init__(self, database: sa.Engine) -> None:
        self._database = database

    def ask(self, new: NewRequest, row_of: Callable[[], InboxRow | None]) -> StoredRequest:
        """Record a request with its row for the inbox, or return the one that it repeats.

        Args:
            new: the request.
            row_of: makes the row of the inbox; None for a request that the engine has no part in.
        """
        try:
            with transaction(self._database) as connection:
                _forget(connection, new)
                if found := _same(connection, new):
                    return found
                connection.execute(api_meetings.insert().values(vars(new)))
                if for_engine := row_of():
                    for_engine.insert(connection)
        except IntegrityError:
            with transaction(self._database) as connection:
                if found := _same(connection, new):
                    return found
            raise
        return StoredRequest(new.seed, new.name, new.body_hash, new.reference, is_new=True)

    def number_of(self, seed: str) -> int | None:
        """Return the number of the meeting with this seed; None while there is none."""
        with transaction(self._database) as connection:
            query = sa.select(meetings.c.number).where(meetings.c.sub == seed)
            number: int | None = connection.scalar(query)
        return number

    def find(self, program: str, number: int) -> str | None:
        """Return the reference of a program's meeting, or ""; None for a meeting of others."""
        mine = (api_meetings.c.program == program, meetings.c.number == number)
        query = sa.select(api_meetings.c.reference).select_from(_OURS).where(*mine)
        with transaction(self._database) as connection:
            row = connection.execute(query).one_or_none()
        return None if row is None else row.reference or ""

    def with_reference(self, program: str, reference: str) -> list[int]:
        """Return the numbers of a program's meetings with a reference, newest first."""
        mine = (api_meetings.c.program == program, api_meetings.c.reference == reference)
        query = sa.select(meetings.c.number).select_from(_OURS).where(*mine)
        with transaction(self._database) as connection:
            return list(connection.scalars(query.order_by(meetings.c.number.desc())))

    def release(self, program: str, reference: str) -> None:
        """Let a request with the same reference be made again."""
        mine = api_meetings.update().where(
            api_meetings.c.program == program, api_meetings.c.reference == reference
        )
        with transaction(self._database) as connection:
            connection.execute(mine.values(idempotency=None))

    def numbers(
        self, program: str, before: int | None, most: int, *, to_experts: bool = False
    ) -> list[int]:
        """Return the numbers of a program's meetings, newest first.

        Args:
            program: its name.
            before: only those with lower numbers; None for all.
            most: how many at most.
            to_experts: leave out those that are no requests to experts.
        """
        mine = [api_meetings.c.program == program]
        mine += [meetings.c.number < before] if before is not None else []
        asked = sa.exists().where(expert_requests.c.number == meetings.c.number)
        mine += [asked] if to_experts else []
        query = sa.select(meetings.c.number).select_from(_OURS).where(*mine)
        with transaction(self._database) as connection:
            newest = query.order_by(meetings.c.number.desc()).limit(most)
            return list(connection.scalars(newest))


def forget_requests(connection: sa.Connection, by: datetime, most: int) -> int:
    """Forget what was asked, and the programs' references, for meetings that ended before `by`.

    Returns:
        the number of rows changed; fewer than `most` means that nothing is left.
    """
    over = sa.exists().where(meetings.c.sub == api_meetings.c.seed, meetings.c.expires <= by)
    known = sa.select(api_meetings.c.id).where(over, api_meetings.c.body_hash != "").limit(most)
    found = connection.scalars(known).all()
    blank = {"reference": None, "idempotency": None, "body_hash": ""}
    connection.execute(api_meetings.update().where(api_meetings.c.id.in_(found)).values(blank))
    return len(found)


def delete_requests(connection: sa.Connection, before: datetime, most: int) -> int:
    """Delete requests from before a time whose meeting is gone; return how many."""
    gone = ~sa.exists().where(meetings.c.sub == api_meetings.c.seed)
    old = sa.select(api_meetings.c.id).where(api_meetings.c.at < before, gone).limit(most)
    found = connection.scalars(old).all()
    connection.execute(api_meetings.delete().where(api_meetings.c.id.in_(found)))
    return len(found)


def _forget(connection: sa.Connection, new: NewRequest) -> None:
    """Forget the idempotency key of an old request, so that it can be used again."""
    old = api_meetings.c.at < new.at - REMEMBERED
    same = (*_same_key(new), old)
    connection.execute(api_meetings.update().where(*same).values(idempotency=None))


def _same(connection: sa.Connection, new: NewRequest) -> StoredRequest | None:
    found = connection.execute(sa.select(api_meetings).where(*_same_key(new))).one_or_none()
    return (
        StoredRequest(found.seed, found.name, found.body_hash, found.reference) if found else None
    )


def _same_key(new: NewRequest) -> Iterator[sa.ColumnElement[bool]]:
    yield api_meetings.c.program == new.program
    yield api_meetings.c.idempotency == new.idempotency
