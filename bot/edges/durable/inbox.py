"""Notices as they came, and errands until they are due, for whoever begins their conversations.

A row is one of them. It is deleted once its conversation is recorded under its own name:
so a crash in between begins it anew, under the same name, which the engine knows already. The
engine's own queue would do this too; looking into it costs a hundred times as much.
"""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any

import sqlalchemy as sa
import structlog
from sqlalchemy.exc import IntegrityError

from bot.core.incoming.notices import Notice
from bot.edges.durable.payloads import PLAIN, UNREADABLE, WHICH_KEY, Payloads, UnreadableError
from bot.edges.durable.shares import OVERDUE, Share, part
from bot.edges.storage.database import stirred
from bot.edges.storage.prepared import Prepared
from bot.edges.storage.rows import inbox_row

# Written once: building a statement costs more than running it.
_ADD = sa.text("INSERT INTO inbox (key, entry, at, part) VALUES (:key, :entry, :at, :part)")
_OLDEST = (
    "SELECT key, entry FROM inbox WHERE at <= :now"
    " AND (part IS NULL OR part % :number = :first OR at <= :overdue) ORDER BY at LIMIT :most"
)
_READ = sa.text(_OLDEST)
_CLAIM = sa.text(f"{_OLDEST} FOR UPDATE SKIP LOCKED")
_DELETE = sa.text("DELETE FROM inbox WHERE key = :key")
_DELETE_BEGUN = sa.text(
    "DELETE FROM inbox WHERE key = :key"
    " AND EXISTS (SELECT 1 FROM workflow_status WHERE workflow_uuid = :key)"
)
_PUT_OFF = sa.text("UPDATE inbox SET at = :later WHERE key = :key")

WHOLE = Share()
"""What a process takes that is alone."""

log = structlog.get_logger()

Entry = dict[str, Any]
Entries = list[tuple[str, Entry]]


def entry(notice: Notice, written: float | None = None) -> Entry:
    """Return what is recorded of a notice: itself, when it came, and a seed for what is secret.

    Args:
        notice: as it came.
        written: when its message was, in seconds since 1970, where that was found late.
    """
    at, seed = time.time(), secrets.token_urlsafe(24)
    late = {} if written is None else {"written": written}
    order = {"order": [notice.ordering_key, notice.written or at]} if notice.ordering_key else {}
    return {"notice": notice.record(), "at": at, "seed": seed, **late, **order}


def waiting_again(key: str, recorded: Entry, written: str) -> dict[str, Any]:
    """Return the inbox's row of what is to begin anew.

    Args:
        key: its name.
        recorded: of it, when it came.
        written: the same, as it is written.
    """
    notice = recorded.get("notice")
    return inbox_row(key, written, time.time(), part(Notice(**notice)) if notice else None)


def _asked(most: int, share: Share) -> dict[str, Any]:
    now = time.time()
    return {"most": most, "now": now, "overdue": now - OVERDUE, **vars(share)}


class Inbox:
    """The notices that wait.

    Args:
        database: where they lie.
        payloads: seals what is written.
    """

    def __init__(self, database: sa.Engine, payloads: Payloads = PLAIN) -> None:
        self._database = database
        self._payloads = payloads
        self._lockable = database.dialect.name == "postgresql"
        self._adding = Prepared.of(_ADD, database.dialect)
        self._reading = Prepared.of(_CLAIM if self._lockable else _READ, database.dialect)
        self._deleting = _DELETE if self._lockable else _DELETE_BEGUN
        self._begun: set[str] = set()

    def stirred(self) -> AbstractContextManager[Callable[[], int]]:
        """Give what returns another number when there may be more in it."""
        return stirred(self._database)

    def accept(self, notice: Notice) -> None:
        """Record `notice` durably, once."""
        written = self._payloads.sealed(json.dumps(entry(notice)))
        self._add(inbox_row(notice.key, written, time.time(), part(notice)))

    def hand_over(self, most: int, begin: Callable[[Entries], None], share: Share = WHOLE) -> bool:
        """Give the oldest notices to `begin`, which records their conversations, and forget them.

        PostgreSQL locks them meanwhile, so that no two workers have one in hand. SQLite cannot,
        and need not: of two conversations of one name the engine lets one go on. There a row goes
        with the statement that records its conversation (see `clearing`): one that is found again
        is of a conversation that had been recorded before, or that is to begin anew. What cannot
        be read here stays, and holds up nobody.

        Args:
            most: how many at the most.
            begin: raises if one is not recorded; then all stay.
            share: what is taken; what is overdue is taken besides.

        Returns:
            whether there may be more.
        """
        with self._database.begin() as connection:
            due = self._reading.execute(connection, _asked(most, share)).all()
            entries = list(self._entries(due))
            new = [(key, recorded) for key, recorded in entries if key not in self._begun]
            if new:
                begin(new)
            over = entries if self._lockable else [each for each in entries if each not in new]
            if over:
                connection.execute(self._deleting, [{"key": key} for key, _ in over])
            self._begun = set() if self._lockable else {key for key, _ in new}
            if unreadable := {row.key for row in due} - {key for key, _ in entries}:
                later = time.time() + UNREADABLE
                connection.execute(_PUT_OFF, [{"key": key, "later": later} for key in unreadable])
        return len(due) == most

    def _entries(self, due: Sequence[sa.Row[Any]]) -> Iterator[tuple[str, Entry]]:
        for row in due:
            try:
                yield row.key, json.loads(self._payloads.opened(row.entry))
            except UnreadableError:
                # It must not hold up all others.
                log.error("inbox.unreadable", conversation=row.key, advice=WHICH_KEY)

    def _add(self, row: Entry) -> None:
        try:
            with self._database.begin() as connection:
                self._adding.execute(connection, row)
        except IntegrityError:
            return  # it waits already
