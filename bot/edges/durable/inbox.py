"""Stores received notices until a worker begins their conversations.

DBOS's queue could do this too, but reading it takes four times the processor time, and a receiver
that only inserts a row needn't load DBOS. A row is deleted once its conversation is recorded. After
a crash in between, it begins again under the same name, which DBOS recognizes.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
import structlog

from bot.core.conversations.requests.decision import Trigger
from bot.core.incoming.notices import Notice
from bot.core.incoming.received import Received
from bot.core.steps.ledger_steps import ScheduledTask
from bot.edges.durable import codec
from bot.edges.storage import inbox_watch
from bot.edges.storage.encryption import PayloadCipher, UnreadableError
from bot.edges.storage.inbox_rows import InboxRow
from bot.edges.storage.meeting_secrets import random_seed
from bot.edges.storage.tables import inbox

UNREADABLE = 10.0
"""Seconds until an unreadable notice is tried again, since another process may have its key."""

WHICH_KEY = (
    "It was written with a key that PAYLOAD_KEYS of this process does not hold, and waits for a"
    " process that has it. Add that key, after the first one, and restart."
)

log = structlog.get_logger()

_DUE = sa.select(inbox.c.key, inbox.c.entry).where(inbox.c.at <= sa.bindparam("now"))
_OLDEST = _DUE.order_by(inbox.c.at).limit(sa.bindparam("most"))


class Inbox:
    """The notices that wait for a worker.

    Args:
        database: the installation's database.
        encryption: encrypts the notices.
        new_seed: returns an unguessable text that identifies the meeting, if one is asked for.
        clock: returns the time that conversations go by, in seconds since 1970.
    """

    def __init__(
        self,
        database: sa.Engine,
        encryption: PayloadCipher,
        new_seed: Callable[[], str] = random_seed,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._database, self._encryption = database, encryption
        self._new_seed, self._clock = new_seed, clock
        # SQLite can't lock rows, but DBOS only runs one of two conversations with the same key.
        lockable = database.dialect.name == "postgresql"
        self._oldest = _OLDEST.with_for_update(skip_locked=True) if lockable else _OLDEST

    def accept(self, notice: Notice, written: float | None = None) -> None:
        """Record a notice durably, once.

        Args:
            notice: the notice as Webex sent it.
            written: when a message that was found late was written, in seconds since 1970.
        """
        late = None if written is None else datetime.fromtimestamp(written, UTC)
        now = datetime.fromtimestamp(self._clock(), UTC)
        self.add(Received(notice, now, self._new_seed(), late, notice.written))

    def add(self, trigger: Trigger, after: float = 0.0) -> None:
        """Record the input of a conversation, which begins after some seconds."""
        with self._database.begin() as connection:
            self.row_of(trigger, after).insert(connection)

    def row_of(self, trigger: Trigger, after: float = 0.0) -> InboxRow:
        """Return the row of a conversation's input, for a transaction that changes more."""
        plain = json.dumps(codec.to_plain(trigger), ensure_ascii=False)
        return InboxRow(trigger.key, self._encryption.encrypt(plain), time.time() + after)

    def wake(self) -> None:
        """Wake a worker, which looks at once; see also `Engine.wake`."""
        inbox_watch.notify(self._database)

    def hand_over(self, most: int, begin: Callable[[list[Trigger]], None]) -> bool:
        """Pass the oldest notices to `begin`, and delete them once it has recorded them.

        PostgreSQL locks them meanwhile, so that no two workers take the same one. Notices that
        can't be decrypted here stay, without blocking others.

        Args:
            most: the most notices to pass.
            begin: records their conversations; if it raises, all notices stay.

        Returns:
            whether there may be more.
        """
        with self._database.begin() as connection:
            due = connection.execute(self._oldest, {"most": most, "now": time.time()}).all()
            read = dict(self._read(due))
            if read:
                begin(list(read.values()))
                connection.execute(inbox.delete().where(inbox.c.key.in_(read)))
            if unreadable := [row.key for row in due if row.key not in read]:
                put_off = inbox.update().values(at=time.time() + UNREADABLE)
                connection.execute(put_off.where(inbox.c.key.in_(unreadable)))
        return len(due) == most

    def discard_due(self) -> int:
        """Delete notices and due tasks; return how many there were."""
        due = inbox.delete().where(inbox.c.at <= time.time())
        with self._database.begin() as connection:
            return connection.execute(due).rowcount

    def unreadable(self, most: int = 1000) -> int:
        """Return how many waiting notices are encrypted with a key that is missing here."""
        with self._database.connect() as connection:
            waiting = connection.execute(sa.select(inbox.c.key, inbox.c.entry).limit(most)).all()
        return len(waiting) - len(dict(self._read(waiting)))

    def _read(self, due: Sequence[Any]) -> Iterator[tuple[str, Trigger]]:
        for row in due:
            try:
                yield row.key, opened(self._encryption, row.entry)
            except UnreadableError:
                log.error("inbox.unreadable", conversation=row.key, advice=WHICH_KEY)


def opened(encryption: PayloadCipher, entry: str) -> Trigger:
    """Return the content of a row; rows of version 4 are plain dictionaries.

    Raises:
        UnreadableError: it was encrypted with a key that is missing here.
    """
    plain = json.loads(encryption.decrypt(entry))
    if codec.TYPE in plain:
        trigger: Trigger = codec.from_plain(plain)
        return trigger
    at = datetime.fromtimestamp(plain["at"], UTC)
    if "errand" in plain:
        kind, number = plain["errand"]
        return ScheduledTask(kind, number, at)
    late = plain.get("written")
    written = None if late is None else datetime.fromtimestamp(late, UTC)
    sent = plain["order"][1] if "order" in plain else None
    return Received(Notice(**plain["notice"]), at, plain["seed"], written, sent)
