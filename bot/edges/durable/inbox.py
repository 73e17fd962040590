"""Notices as they came, for whoever begins their conversations.

DBOS's queue would do this too: to look into this table costs a hundredth of a look into that, and
a receiver that only inserts a row need not load DBOS. A row is deleted once its conversation is
recorded under its own name; so a crash in between begins it again, under a name that DBOS knows.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
import structlog
from sqlalchemy.exc import IntegrityError

from bot.core.incoming.notices import Notice
from bot.core.incoming.received import Received
from bot.core.steps.ledger_steps import ScheduledTask
from bot.edges.durable import codec
from bot.edges.storage.database import stirred
from bot.edges.storage.encryption import PayloadCipher, UnreadableError
from bot.edges.storage.meeting_secrets import random_seed
from bot.edges.storage.tables import inbox

UNREADABLE = 10.0
"""Seconds after which what cannot be read is looked at again: another process may have its key."""

WHICH_KEY = (
    "It was written with a key that PAYLOAD_KEYS of this process does not hold, and waits for a"
    " process that has it. Add that key, after the first one, and restart."
)

Begun = Received | ScheduledTask
"""What a conversation begins with."""

log = structlog.get_logger()

_DUE = sa.select(inbox.c.key, inbox.c.entry).where(inbox.c.at <= sa.bindparam("now"))
_OLDEST = _DUE.order_by(inbox.c.at).limit(sa.bindparam("most"))


def received(notice: Notice, seed: str, written: float | None = None) -> Received:
    """Return what is recorded of a notice: itself, when it came, and an unguessable seed.

    Args:
        notice: as it came.
        seed: unguessable; the meeting that is asked for is known by it.
        written: when its message was, in seconds since 1970, where that was found late.
    """
    late = None if written is None else datetime.fromtimestamp(written, UTC)
    return Received(notice, datetime.now(UTC), seed, late, notice.written)


class Inbox:
    """The notices that wait.

    Args:
        database: where they lie.
        encryption: of what is written.
        new_seed: makes what is unguessable of a notice.
    """

    def __init__(
        self,
        database: sa.Engine,
        encryption: PayloadCipher,
        new_seed: Callable[[], str] = random_seed,
    ) -> None:
        self._database, self._new_seed = database, new_seed
        self._encryption = encryption
        # SQLite cannot lock rows, and need not: of two conversations of one name DBOS runs one.
        lockable = database.dialect.name == "postgresql"
        self._oldest = _OLDEST.with_for_update(skip_locked=True) if lockable else _OLDEST

    def stirred(self) -> AbstractContextManager[Callable[[], int]]:
        """Give what returns another number when there may be more in it."""
        return stirred(self._database)

    def accept(self, notice: Notice, written: float | None = None) -> None:
        """Record `notice` durably, once."""
        self.add(received(notice, self._new_seed(), written))

    def add(self, begun_by: Begun, after: float = 0.0) -> None:
        """Record what a conversation begins with, to begin it after some seconds."""
        plain = json.dumps(codec.to_plain(begun_by), ensure_ascii=False)
        row = {"key": begun_by.key, "entry": self._encryption.encrypt(plain)}
        try:
            with self._database.begin() as connection:
                connection.execute(inbox.insert(), row | {"at": time.time() + after})
        except IntegrityError:
            return  # it waits already

    def hand_over(self, most: int, begin: Callable[[list[Begun]], None]) -> bool:
        """Give the oldest to `begin`, which records their conversations, and delete them.

        PostgreSQL locks them meanwhile, so that no two workers have one in hand. What cannot be
        read here stays, and holds up nobody.

        Args:
            most: how many at the most.
            begin: raises if one is not recorded; then all stay.

        Returns:
            whether there may be more.
        """
        with self._database.begin() as connection:
            given = {"most": most, "now": time.time()}
            due = connection.execute(self._oldest, given).all()
            read = dict(self._read(due))
            if read:
                begin(list(read.values()))
                connection.execute(inbox.delete().where(inbox.c.key.in_(read)))
            if unreadable := [row.key for row in due if row.key not in read]:
                put_off = inbox.update().values(at=time.time() + UNREADABLE)
                connection.execute(put_off.where(inbox.c.key.in_(unreadable)))
        return len(due) == most

    def unreadable(self, most: int = 1000) -> int:
        """Return how much of what waits was written with a key that is not there."""
        with self._database.connect() as connection:
            waiting = connection.execute(sa.select(inbox.c.key, inbox.c.entry).limit(most)).all()
        return len(waiting) - len(dict(self._read(waiting)))

    def _read(self, due: Sequence[Any]) -> Iterator[tuple[str, Begun]]:
        for row in due:
            try:
                yield row.key, opened(self._encryption, row.entry)
            except UnreadableError:
                log.error("inbox.unreadable", conversation=row.key, advice=WHICH_KEY)


def opened(encryption: PayloadCipher, entry: str) -> Begun:
    """Return what a row holds; rows of version 4 are plain dictionaries.

    Raises:
        UnreadableError: it was written with a key that is not there.
    """
    plain = json.loads(encryption.decrypt(entry))
    if codec.TYPE in plain:
        begun_by: Begun = codec.from_plain(plain)
        return begun_by
    at = datetime.fromtimestamp(plain["at"], UTC)
    if "errand" in plain:
        kind, number = plain["errand"]
        return ScheduledTask(kind, number, at)
    late = plain.get("written")
    written = None if late is None else datetime.fromtimestamp(late, UTC)
    sent = plain["order"][1] if "order" in plain else None
    return Received(Notice(**plain["notice"]), at, plain["seed"], written, sent)
