"""Stores where programs want to be told of events, and the secrets that sign them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from bot.core.domain.program_events import EventEndpoint
from bot.core.steps.event_steps import TurnedOff, TurnOffEndpoint
from bot.edges.storage.api_tables import api_keys
from bot.edges.storage.database import transaction
from bot.edges.storage.encryption import PayloadCipher, UnreadableError
from bot.edges.storage.event_secrets import new_secret
from bot.edges.storage.event_tables import event_deliveries, event_endpoints
from bot.edges.storage.statements import insert

MOST_ENDPOINTS = 10
"""Endpoints that a program may have."""

SECRET_OVERLAP = timedelta(hours=24)
"""How long an earlier secret of an endpoint signs beside the new one."""

_ENDPOINT = event_endpoints.c


class TooManyEndpoints(ValueError):
    """A program has as many endpoints as it may have."""

    def __init__(self) -> None:
        super().__init__(f"A program has at most {MOST_ENDPOINTS} endpoints. Remove one first.")


class EndpointGone(ValueError):
    """An endpoint was removed meanwhile."""

    def __init__(self) -> None:
        super().__init__("This endpoint was removed.")


class SecretJustChanged(ValueError):
    """The secret of an endpoint was rotated less than 24 hours ago."""

    def __init__(self, until: datetime) -> None:
        at = until.astimezone(UTC)
        super().__init__(f"The earlier secret still signs until {at:%Y-%m-%d %H:%M} UTC.")


@dataclass(frozen=True)
class EndpointStore:
    """The endpoints of an installation. Threads may share it.

    Args:
        database: the installation's database.
        encryption: encrypts addresses and secrets.
        clock: returns the time, aware.
    """

    database: sa.Engine
    encryption: PayloadCipher
    clock: Callable[[], datetime]

    def add(
        self,
        endpoint_id: str,
        program: str,
        url: str,
        types: Collection[str] = (),
        contact: str = "",
    ) -> tuple[EventEndpoint, str]:
        """Add an endpoint, unless it is there; return it with its secret.

        Raises:
            TooManyEndpoints: the program has too many.
            EndpointGone: it was there, and was removed meanwhile.
        """
        row = {
            "id": endpoint_id,
            "program": program,
            "target": self.encryption.encrypt(url),
            "types": " ".join(sorted(types)),
            "secret": self.encryption.encrypt(new_secret()),
            "contact": contact or None,
            "made": self.clock(),
        }
        with self._transaction() as connection:
            insert(connection, event_endpoints, row)
            added = _there(_few_of(connection, program).get(endpoint_id))
        return self._endpoint(added), self._opened(added.secret)

    def rotate_secret(self, endpoint: EventEndpoint, occasion: str) -> tuple[str, datetime]:
        """Give an endpoint a new secret; the earlier one signs beside it for a while.

        Args:
            endpoint: the endpoint.
            occasion: the same one makes no other secret.

        Returns:
            the new secret, and until when the earlier one signs.

        Raises:
            SecretJustChanged: it has two already.
            EndpointGone: it was removed meanwhile.
        """
        now, mine = self.clock(), _ENDPOINT.id == endpoint.id
        has_one = _ENDPOINT.secret_until.is_(None) | (_ENDPOINT.secret_until <= now)
        is_new = _ENDPOINT.rotation.is_distinct_from(occasion)
        values = {
            "secret": self.encryption.encrypt(new_secret()),
            "secret_before": _ENDPOINT.secret,
            "secret_until": now + SECRET_OVERLAP,
            "rotation": occasion,
        }
        changing = event_endpoints.update().where(mine, has_one, is_new).values(values)
        with self._transaction() as connection:
            connection.execute(changing)
            row = _there(connection.execute(sa.select(event_endpoints).where(mine)).one_or_none())
        if row.rotation != occasion:
            raise SecretJustChanged(row.secret_until)
        return self._opened(row.secret), row.secret_until

    def turn_off(self, step: TurnOffEndpoint) -> TurnedOff:
        """Deliver no more events to an endpoint, and return whom to tell."""
        mine = _ENDPOINT.id == step.endpoint
        off = event_endpoints.update().where(mine, _ENDPOINT.stopped.is_(None))
        with self._transaction() as connection:
            connection.execute(off.values(stopped=self.clock()))
            row = connection.execute(sa.select(event_endpoints).where(mine)).one_or_none()
        return TurnedOff(row.program, row.contact or "") if row else TurnedOff()

    def has_key(self, program: str) -> bool:
        """Return whether a program has a valid key."""
        valid = sa.select(api_keys.c.id).where(api_keys.c.name == program, *_is_valid(self.clock()))
        with self._transaction() as connection:
            return connection.scalar(valid.limit(1)) is not None

    def all(self, program: str = "") -> list[EventEndpoint]:
        """Return the endpoints of a program, or of all programs, oldest first."""
        query = sa.select(event_endpoints).order_by(_ENDPOINT.made, _ENDPOINT.id)
        if program:
            query = query.where(_ENDPOINT.program == program)
        with self._transaction() as connection:
            found = connection.execute(query).all()
        return [self._endpoint(row) for row in found]

    def change(self, endpoint: EventEndpoint) -> None:
        """Store an endpoint's types, contact, and whether it is turned off.

        Raises:
            EndpointGone: it was removed meanwhile.
        """
        values = {
            "types": " ".join(sorted(endpoint.types)),
            "contact": endpoint.contact or None,
            "stopped": endpoint.stopped,
        }
        mine = event_endpoints.update().where(_ENDPOINT.id == endpoint.id)
        with self._transaction() as connection:
            if not connection.execute(mine.values(values)).rowcount:
                raise EndpointGone

    def delete(self, endpoint: EventEndpoint) -> None:
        """Delete an endpoint and its events."""
        with self._transaction() as connection:
            theirs = event_deliveries.c.endpoint == endpoint.id
            connection.execute(event_deliveries.delete().where(theirs))
            connection.execute(event_endpoints.delete().where(_ENDPOINT.id == endpoint.id))

    def renew_encryption(self) -> None:
        """Encrypt all endpoints by the first key, so that no earlier one is needed."""
        with self._transaction() as connection:
            for row in connection.execute(sa.select(event_endpoints)).all():
                with suppress(UnreadableError):
                    secret, *before = map(self.encryption.renewed, secrets_of(row, self.clock()))
                    renewed = {
                        "target": self.encryption.renewed(row.target),
                        "secret": secret,
                        "secret_before": before[0] if before else None,
                    }
                    mine = event_endpoints.update().where(_ENDPOINT.id == row.id)
                    connection.execute(mine.values(renewed))

    def _endpoint(self, row: sa.Row[Any]) -> EventEndpoint:
        return EventEndpoint(
            row.id,
            row.program,
            self._opened(row.target),
            frozenset(row.types.split()),
            row.contact or "",
            row.made,
            row.stopped,
        )

    def _opened(self, sealed: str) -> str:
        return self.encryption.decrypt(sealed)

    def _transaction(self) -> AbstractContextManager[sa.Connection]:
        return transaction(self.database)


def _few_of(connection: sa.Connection, program: str) -> dict[str, sa.Row[Any]]:
    """Return the endpoints of a program by id, unless they are too many now."""
    theirs = sa.select(event_endpoints).where(_ENDPOINT.program == program)
    found = {each.id: each for each in connection.execute(theirs)}
    if len(found) > MOST_ENDPOINTS:
        connection.rollback()
        raise TooManyEndpoints
    return found


def _there(row: sa.Row[Any] | None) -> sa.Row[Any]:
    if row is None:
        raise EndpointGone
    return row


def count_endpoints(database: sa.Engine, keys: Sequence[str]) -> tuple[int, int]:
    """Return how many endpoints can't be decrypted with these keys, and how many are off."""
    cipher, unreadable = PayloadCipher(keys), 0
    with database.connect() as connection:
        found = connection.execute(sa.select(event_endpoints)).all()
    for row in found:
        try:
            cipher.decrypt(row.target)
        except UnreadableError:
            unreadable += 1
    return unreadable, sum(row.stopped is not None for row in found)


def has_valid_key(now: datetime) -> sa.ColumnElement[bool]:
    """A program whose keys were all revoked, or have expired, is no longer told anything."""
    return sa.exists().where(api_keys.c.name == _ENDPOINT.program, *_is_valid(now))


def _is_valid(now: datetime) -> tuple[sa.ColumnElement[bool], ...]:
    lasts = api_keys.c.expires.is_(None) | (api_keys.c.expires > now)
    return api_keys.c.revoked.is_(None), lasts


def secrets_of(row: sa.Row[Any], now: datetime) -> tuple[str, ...]:
    """Return the encrypted secrets that sign an endpoint's events: two while one is changed."""
    has_two = row.secret_until and row.secret_until > now
    return (row.secret, row.secret_before) if has_two else (row.secret,)
