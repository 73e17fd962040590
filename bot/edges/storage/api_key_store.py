"""Makes, changes, revokes and looks up the keys of other programs."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from bot.core.domain.api_keys import (
    PER_MINUTE,
    SCOPES,
    ApiKey,
    checked_name,
    hash_of_secret,
    parts_of,
    written,
)
from bot.edges.storage.api_tables import api_keys
from bot.edges.storage.database import transaction
from bot.edges.storage.meeting_secrets import random_seed

NOTE_USE_EVERY = timedelta(minutes=1)
"""How rarely a key's last use is noted, so that not every request writes."""


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class ApiKeyStore:
    """The keys of an installation. Threads may share it.

    Args:
        database: the installation's database.
        new_seed: returns the seed of a new program's meetings.
        clock: returns the time, timezone-aware.
    """

    database: sa.Engine
    new_seed: Callable[[], str] = random_seed
    clock: Callable[[], datetime] = _now

    def new(
        self,
        name: str,
        scopes: Collection[str],
        lasts: timedelta | None,
        per_minute: int = PER_MINUTE,
    ) -> str:
        """Make a key and return it; it can't be read again.

        Args:
            name: of the program.
            scopes: what the key allows.
            lasts: how long it works; None for ever.
            per_minute: requests that the program may make in a minute.

        Raises:
            ValueError: there is a key of that name, or the name or a scope isn't one.
        """
        _check_scopes(scopes)
        with transaction(self.database) as connection:
            now = self.clock()
            if self._valid(connection, checked_name(name), now):
                raise ValueError(
                    f"{name} has a key already. Change it with `keys rotate {name}`, or take"
                    " another name."
                )
            seed = _room_seed_of(connection, name) or self.new_seed()
            until = now + lasts if lasts else None
            made = ApiKey("", name, seed, frozenset(scopes), per_minute, now, until)
            return _kept(connection, made)

    def rotate(self, name: str, overlap: timedelta) -> tuple[str, datetime]:
        """Make a second key for a program, and have the first one expire.

        Args:
            name: of the program.
            overlap: how long the first key still works.

        Returns:
            the new key, which lasts as long as the first one did, and when the first one expires.

        Raises:
            ValueError: the program has no valid key, or two.
        """
        with transaction(self.database) as connection:
            now = self.clock()
            valid = self._valid(connection, name, now)
            if not valid:
                raise ValueError(f"{name} has no valid key. Make one with `keys new {name}`.")
            if len(valid) > 1:
                raise ValueError(
                    f"{name} has two valid keys already. Revoke the one that it no longer uses:"
                    f" `keys list` shows their ids."
                )
            [old] = valid
            until = min(now + overlap, old.expires or now + overlap)
            mine = api_keys.update().where(api_keys.c.id == old.id)
            connection.execute(mine.values(expires=until))
            expires = now + (old.expires - old.made) if old.expires else None
            return _kept(connection, replace(old, made=now, expires=expires, used=None)), until

    def revoke(self, which: str) -> int:
        """Revoke the key with an id, or all keys of a name; return how many there were."""
        theirs = (api_keys.c.id == which) | (api_keys.c.name == which)
        revoking = api_keys.update().where(theirs, api_keys.c.revoked.is_(None))
        with transaction(self.database) as connection:
            return connection.execute(revoking.values(revoked=self.clock())).rowcount

    def all(self) -> list[ApiKey]:
        """Return all keys, oldest first."""
        with transaction(self.database) as connection:
            found = connection.execute(sa.select(api_keys).order_by(api_keys.c.made)).all()
        return [_key_in(row) for row in found]

    def exists(self) -> bool:
        """Return whether there is any key, valid or not."""
        with transaction(self.database) as connection:
            return connection.scalar(sa.select(api_keys.c.id).limit(1)) is not None

    def find(self, given: str) -> ApiKey | None:
        """Return the valid key that a program sent, and note its use; None for any other."""
        parts = parts_of(given)
        if parts is None:
            return None
        key_id, secret = parts
        with transaction(self.database) as connection:
            mine = api_keys.c.id == key_id
            row = connection.execute(sa.select(api_keys).where(mine)).one_or_none()
            stored = row.secret_hash if row else hash_of_secret("")
            if not hmac.compare_digest(stored, hash_of_secret(secret)) or row is None:
                return None
            found, now = _key_in(row), self.clock()
            if found.state(now) != "valid":
                return None
            if found.used is None or now - found.used >= NOTE_USE_EVERY:
                connection.execute(api_keys.update().where(mine).values(used=now))
        return found

    def _valid(self, connection: sa.Connection, name: str, now: datetime) -> list[ApiKey]:
        named = connection.execute(sa.select(api_keys).where(api_keys.c.name == name)).all()
        return [key for key in map(_key_in, named) if key.state(now) == "valid"]


def _check_scopes(scopes: Collection[str]) -> None:
    if unknown := set(scopes) - set(SCOPES):
        raise ValueError(f"There is no scope {min(unknown)}. Scopes are {', '.join(SCOPES)}.")
    if not scopes:
        raise ValueError(f"A key needs a scope. Scopes are {', '.join(SCOPES)}.")


def _room_seed_of(connection: sa.Connection, name: str) -> str | None:
    """Return the seed of a program's earlier keys, so that it still gets to its meetings."""
    named = sa.select(api_keys.c.room_seed).where(api_keys.c.name == name)
    seed: str | None = connection.scalar(named.limit(1))
    return seed


def _kept(connection: sa.Connection, key: ApiKey) -> str:
    """Store a key under a new id and a new secret, and return it as its program sends it."""
    key_id, secret = secrets.token_hex(6), secrets.token_urlsafe(32)
    row = {
        "id": key_id,
        "name": key.name,
        "secret_hash": hash_of_secret(secret),
        "room_seed": key.room_seed,
        "scopes": " ".join(sorted(key.scopes)),
        "per_minute": key.per_minute,
        "made": key.made,
        "expires": key.expires,
    }
    connection.execute(api_keys.insert().values(row))
    return written(key_id, secret)


def _key_in(row: sa.Row[tuple[object, ...]]) -> ApiKey:
    return ApiKey(
        row.id,
        row.name,
        row.room_seed,
        frozenset(row.scopes.split()),
        row.per_minute,
        row.made,
        row.expires,
        row.revoked,
        row.used,
    )
