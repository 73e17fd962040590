"""Opens and closes doors, and derives the tokens in their addresses.

A token is derived from the installation's key, the meeting, whose door it is and its generation, so
reminders can say it again; the database only has its hash.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any

import sqlalchemy as sa

from bot.core.domain.links import GuestLink, HostDoor
from bot.core.steps.door_steps import HANDED, DoorRequest, OpenDoors, OpenHostDoors
from bot.core.steps.ledger_steps import RemoveGuests
from bot.edges.storage.database import transaction
from bot.edges.storage.door_tables import doors
from bot.edges.storage.meeting_secrets import MeetingSecrets
from bot.edges.storage.statements import held_until, insert
from bot.edges.storage.tables import meetings

GUEST, HOST = "guest", "host"
OPEN, REPLACED, REMOVED = "open", "replaced", "removed"
PATHS = {GUEST: "j", HOST: "h"}

_BYTES = 20
"""Bytes of a token; 27 characters."""


class DoorKeys:
    """Opens doors. Threads may share it.

    Args:
        database: the installation's database.
        secrets: derives the tokens.
    """

    def __init__(self, database: sa.Engine, secrets: MeetingSecrets) -> None:
        self._database, self._secrets = database, secrets

    def open(self, step: OpenDoors) -> tuple[GuestLink, ...]:
        """Open guests' doors, and return their addresses.

        Raises:
            NotFound: there is no such meeting.
        """
        asked = _Asked(step.number, GUEST, step.doors, hash_of(step.occasion)[:32], step.renew)
        return tuple(GuestLink(_address(step.at, GUEST, each)) for each in self._open(asked))

    def open_for_hosts(self, step: OpenHostDoors) -> tuple[HostDoor, ...]:
        """Open hosts' doors, and return their addresses.

        Raises:
            NotFound: there is no such meeting.
        """
        theirs = [DoorRequest(each) for each in step.host_ids]
        asked = _Asked(step.number, HOST, theirs, "", renew=False)
        return tuple(HostDoor(_address(step.at, HOST, each)) for each in self._open(asked))

    def _open(self, asked: _Asked) -> list[str]:
        with transaction(self._database) as connection:
            held_until(connection, asked.number)
            mine = meetings.c.number == asked.number
            seed = connection.scalar(sa.select(meetings.c.sub).where(mine)) or ""
            known = _known(connection, asked)
            found = list(asked.match(known))
            issued = set(connection.scalars(_hashes(asked.number)))
            tokens = [self._token(seed, each, issued) for each in found]
            both = zip(found, tokens, strict=True)
            if new := [each.row(token) for each, token in both if each not in known]:
                insert(connection, doors, new)
            if asked.renew:
                connection.execute(_replacing(asked))
        return tokens

    def _token(self, seed: str, door: StoredDoor, issued: set[str]) -> str:
        """Return a token without `_`, which markdown reads as emphasis; an older one as it was."""
        names = ("door", door.kind, door.known_as, str(door.generation))
        derived = self._secrets.derive(seed, *names)[:_BYTES]
        token = base64.urlsafe_b64encode(derived).decode().rstrip("=")
        return token if hash_of(token) in issued else token.replace("_", "-")


def _hashes(number: int) -> sa.Select[Any]:
    return sa.select(doors.c.token_hash).where(doors.c.number == number)


@dataclass(frozen=True)
class StoredDoor:
    """A door, as it is stored, without its token.

    Args:
        number: the meeting's.
        kind: `GUEST` or `HOST`.
        known_as: whose it is.
        generation: counts the doors that somebody had.
        occasion: with `nth`, finds the same door again when a request is replayed.
        nth: which of somebody's doors that were opened at once.
        state: `OPEN`, `REPLACED` or `REMOVED`.
        shared: whether it serves many visitors.
        name: of whose it is; None for none.
        language: theirs, as two letters; None for none.
    """

    number: int
    kind: str
    known_as: str
    generation: int
    occasion: str
    nth: int
    state: str
    shared: bool
    name: str | None
    language: str | None

    def row(self, token: str) -> dict[str, Any]:
        """Return the row of a door with this token."""
        return vars(self) | {"token_hash": hash_of(token)}


_COLUMNS = [doors.c[each.name] for each in fields(StoredDoor)]


@dataclass(frozen=True)
class _Asked:
    """The doors that are asked for at once."""

    number: int
    kind: str
    requests: Sequence[DoorRequest]
    occasion: str
    renew: bool

    def match(self, known: Sequence[StoredDoor]) -> Iterator[StoredDoor]:
        """Yield the door of each request: one of those known, or a new one.

        Args:
            known: the meeting's, oldest first.
        """
        count: Counter[str] = Counter()
        last = Counter({each.known_as: each.generation for each in known})
        for request in self.requests:
            nth = count[request.known_as]
            count[request.known_as] += 1
            theirs = [each for each in known if each.known_as == request.known_as]
            door = self._same(theirs, nth) or self._current(theirs)
            if door is None:
                last[request.known_as] += 1
                door = self._new(request, nth, last[request.known_as])
            yield door

    def _same(self, theirs: Sequence[StoredDoor], nth: int) -> StoredDoor | None:
        """Return the door that this request opened before a crash."""
        mine = (self.occasion, nth)
        return next((each for each in theirs if (each.occasion, each.nth) == mine), None)

    def _current(self, theirs: Sequence[StoredDoor]) -> StoredDoor | None:
        """Return the guest's open door, unless it is to be renewed."""
        if self.renew or any(each.known_as == HANDED for each in theirs):
            return None
        return next((each for each in reversed(theirs) if each.state == OPEN), None)

    def _new(self, request: DoorRequest, nth: int, generation: int) -> StoredDoor:
        return StoredDoor(
            self.number,
            self.kind,
            request.known_as,
            generation,
            self.occasion or str(generation),
            nth,
            OPEN,
            request.shared,
            request.name or None,
            request.language,
        )


def hash_of(token: str) -> str:
    """Return the hash by which a token is looked up."""
    return hashlib.sha256(token.encode()).hexdigest()


def closing(step: RemoveGuests) -> sa.Update:
    """Return the statement that closes the doors of removed guests."""
    theirs = (doors.c.number == step.number, doors.c.known_as.in_(step.known_as))
    return doors.update().where(*theirs, doors.c.kind == GUEST).values(state=REMOVED)


def _known(connection: sa.Connection, asked: _Asked) -> list[StoredDoor]:
    names = {each.known_as for each in asked.requests}
    theirs = (doors.c.number == asked.number, doors.c.kind == asked.kind)
    query = sa.select(*_COLUMNS).where(*theirs, doors.c.known_as.in_(names))
    return [StoredDoor(*row) for row in connection.execute(query.order_by(doors.c.id))]


def _replacing(asked: _Asked) -> sa.Update:
    names = {each.known_as for each in asked.requests}
    theirs = (doors.c.number == asked.number, doors.c.kind == asked.kind)
    earlier = (doors.c.known_as.in_(names), doors.c.occasion != asked.occasion)
    now_open = doors.c.state == OPEN
    return doors.update().where(*theirs, *earlier, now_open).values(state=REPLACED)


def _address(base: str, kind: str, token: str) -> str:
    return f"{base.rstrip('/')}/{PATHS[kind]}/{token}"
