"""Stores the events of programs, and which of them they have accepted."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from bot.core.domain.program_events import EventDelivery, EventEndpoint, EventType, ProgramEvent
from bot.core.incoming.event_attempts import EventAttempt
from bot.core.steps.event_steps import PublishEvents
from bot.edges.storage.database import transaction
from bot.edges.storage.encryption import PayloadCipher
from bot.edges.storage.endpoint_store import EndpointGone, EndpointStore, has_valid_key, secrets_of
from bot.edges.storage.event_secrets import secret_bytes
from bot.edges.storage.event_tables import event_deliveries, event_endpoints
from bot.edges.storage.inbox_rows import InboxRow
from bot.edges.storage.statements import insert

KEPT = timedelta(days=7)
"""How long events are kept, to be replayed."""

_ENDPOINT, _DELIVERY = event_endpoints.c, event_deliveries.c


@dataclass(frozen=True)
class EventToSend:
    """An event, and where it goes.

    Args:
        url: the address.
        secrets: the endpoint's, which sign it; two while one is changed.
        body: JSON.
    """

    url: str = field(repr=False)
    secrets: tuple[bytes, ...] = field(repr=False)
    body: str = field(repr=False)


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class EventStore:
    """The events of an installation. Threads may share it.

    Args:
        database: the installation's database.
        encryption: encrypts addresses and secrets.
        row_of: returns the inbox's row for an attempt.
        clock: returns the time, aware.
    """

    database: sa.Engine
    encryption: PayloadCipher
    row_of: Callable[[EventAttempt], InboxRow]
    clock: Callable[[], datetime] = _now

    @property
    def endpoints(self) -> EndpointStore:
        """Where programs want to be told."""
        return EndpointStore(self.database, self.encryption, self.clock)

    def publish(self, step: PublishEvents) -> None:
        """Record events for each endpoint of a program, and have them delivered, once."""
        with self._transaction() as connection:
            found = connection.execute(_of_program(step.program, self.clock())).all()
            for row in found:
                wanted = [each for each in step.events if _is_wanted(row.types, each)]
                self._record(connection, row, wanted)

    def send_test(self, endpoint: EventEndpoint, occasion: str) -> str:
        """Queue a test event for an endpoint, and return its id.

        Raises:
            EndpointGone: it was removed meanwhile.
        """
        event = ProgramEvent(EventType.TEST, self.clock(), occasion)
        mine = sa.select(event_endpoints).where(_ENDPOINT.id == endpoint.id)
        with self._transaction() as connection:
            row = connection.execute(mine).one_or_none()
            if row is None:
                raise EndpointGone
            self._record(connection, row, [event])
        return event.id

    def replay(
        self,
        endpoint: EventEndpoint,
        occasion: str,
        event: str = "",
        since: datetime | None = None,
    ) -> list[str]:
        """Deliver an event again, or all that weren't accepted, once; return their ids.

        Args:
            endpoint: where to.
            occasion: the same one sends nothing anew.
            event: the event's id; empty for all.
            since: leave out what happened before; None for nothing.
        """
        theirs = [_DELIVERY.endpoint == endpoint.id]
        theirs += [_DELIVERY.event == event] if event else [_DELIVERY.delivered.is_(None)]
        theirs += [_DELIVERY.at >= since] if since else []
        with self._transaction() as connection:
            if events := _replayed(connection, endpoint, occasion):
                return events
            is_ours = _begun_anew(connection, theirs, occasion)
            events = _replayed(connection, endpoint, occasion)
            if is_ours:
                self._attempt(connection, endpoint.id, events, self.clock())
        return events

    def to_send(self, endpoint: str, event: str) -> EventToSend | None:
        """Return an event to send; None if it was accepted, or nobody wants it any more.

        Raises:
            UnreadableError: the address was encrypted with a key that is missing here.
        """
        both = event_deliveries.join(event_endpoints, _DELIVERY.endpoint == _ENDPOINT.id)
        query = sa.select(event_endpoints, _DELIVERY.body).select_from(both)
        mine = (_DELIVERY.endpoint == endpoint, _DELIVERY.event == event)
        is_due = (_DELIVERY.delivered.is_(None), _ENDPOINT.stopped.is_(None))
        with self._transaction() as connection:
            has_key = has_valid_key(self.clock())
            row = connection.execute(query.where(*mine, *is_due, has_key)).one_or_none()
        if row is None:
            return None
        signing = secrets_of(row, self.clock())
        secrets = tuple(secret_bytes(self._opened(each)) for each in signing)
        return EventToSend(self._opened(row.target), secrets, row.body)

    def note(self, endpoint: str, event: str, status: int | None, *, accepted: bool) -> None:
        """Record what came of an attempt."""
        mine = (_DELIVERY.endpoint == endpoint, _DELIVERY.event == event)
        values: dict[str, Any] = {"attempts": _DELIVERY.attempts + 1, "status": status}
        values |= {"delivered": self.clock()} if accepted else {}
        with self._transaction() as connection:
            connection.execute(event_deliveries.update().where(*mine).values(values))

    def deliveries(self, endpoint: EventEndpoint, most: int) -> list[EventDelivery]:
        """Return an endpoint's latest events, newest first."""
        query = sa.select(event_deliveries).where(_DELIVERY.endpoint == endpoint.id)
        with self._transaction() as connection:
            newest = query.order_by(_DELIVERY.at.desc(), _DELIVERY.event).limit(most)
            return [_delivery(row) for row in connection.execute(newest)]

    def _record(
        self, connection: sa.Connection, row: sa.Row[Any], events: Sequence[ProgramEvent]
    ) -> None:
        """Record events, once. An endpoint that is turned off gets them when they are replayed."""
        for each in events:
            body = json.dumps(each.body, separators=(",", ":"))
            delivery = {"endpoint": row.id, "event": each.id, "body": body, "at": each.at}
            is_new = insert(connection, event_deliveries, delivery | {"attempts": 0})
            if is_new and row.stopped is None:
                self._attempt(connection, row.id, [each.id], each.at)

    def _attempt(
        self, connection: sa.Connection, endpoint: str, events: Sequence[str], at: datetime
    ) -> None:
        for each in events:
            self.row_of(EventAttempt(endpoint, each, 1, at)).insert(connection)

    def _opened(self, sealed: str) -> str:
        return self.encryption.decrypt(sealed)

    def _transaction(self) -> AbstractContextManager[sa.Connection]:
        return transaction(self.database)


def delete_deliveries(connection: sa.Connection, before: datetime, most: int) -> int:
    """Delete events from before a time; return how many."""
    old = sa.select(_DELIVERY.endpoint, _DELIVERY.event).where(_DELIVERY.at < before).limit(most)
    found = connection.execute(old).all()
    both = sa.tuple_(_DELIVERY.endpoint, _DELIVERY.event)
    connection.execute(event_deliveries.delete().where(both.in_([tuple(row) for row in found])))
    return len(found)


def _begun_anew(
    connection: sa.Connection, wanted: Sequence[sa.ColumnElement[bool]], occasion: str
) -> bool:
    """Mark deliveries to be made again; return whether this order did, and not one beside it.

    Of two orders at once, the second waits for the first one's rows, and then matches none.
    """
    is_new = _DELIVERY.replay.is_distinct_from(occasion)
    values = {"attempts": 0, "status": None, "delivered": None, "replay": occasion}
    again = event_deliveries.update().where(*wanted, is_new).values(values)
    return connection.execute(again).rowcount > 0


def _replayed(connection: sa.Connection, endpoint: EventEndpoint, occasion: str) -> list[str]:
    theirs = (_DELIVERY.endpoint == endpoint.id, _DELIVERY.replay == occasion)
    query = sa.select(_DELIVERY.event).where(*theirs).order_by(_DELIVERY.at, _DELIVERY.event)
    return list(connection.scalars(query))


def _of_program(program: str, now: datetime) -> sa.Select[Any]:
    return sa.select(event_endpoints).where(_ENDPOINT.program == program, has_valid_key(now))


def _is_wanted(types: str, event: ProgramEvent) -> bool:
    return not types or event.type in types.split()


def _delivery(row: sa.Row[Any]) -> EventDelivery:
    type_ = json.loads(row.body)["type"]
    return EventDelivery(row.event, type_, row.at, row.attempts, row.status, row.delivered)
