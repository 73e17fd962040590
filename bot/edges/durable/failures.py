"""Conversations that failed, kept as they were recorded, so that they can be had once more."""

from __future__ import annotations

import json
import threading
import time
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
import structlog

from bot.edges.durable.accounts import Account
from bot.edges.durable.clearing import engines_rows
from bot.edges.durable.inbox import waiting_again
from bot.edges.durable.payloads import Payloads
from bot.edges.storage.tables import checkpoints, failures, inbox

MOST = 100
"""That are shown."""

log = structlog.get_logger()


@dataclass(frozen=True)
class Failure:
    """A conversation that failed.

    Args:
        key: its name.
        kind: of its command.
        outcome: as an `Account` has it.
        trouble: the name of what was in its way.
        tracking_id: of that trouble, where Webex gave one.
        at: when, in seconds since 1970.
    """

    key: str
    kind: str
    outcome: str
    trouble: str
    tracking_id: str | None
    at: float


class Failures:
    """Those of an installation.

    Args:
        database: where they lie.
        payloads: seals what is written.
    """

    def __init__(self, database: sa.Engine, payloads: Payloads) -> None:
        self._database = database
        self._payloads = payloads

    def keep(self, account: Account, recorded: dict[str, Any]) -> None:
        """Write a failure down, meanwhile: the conversation itself does not wait for that."""
        given = (account, self._payloads.sealed(json.dumps(recorded)))
        threading.Thread(target=self._write, args=given, name="failure", daemon=True).start()

    def _write(self, account: Account, entry: str) -> None:
        row = {
            "key": account.conversation,
            "entry": entry,
            "kind": account.kind or "unknown",
            "outcome": account.outcome,
            "trouble": account.trouble or "",
            "tracking_id": account.tracking_id,
            "at": time.time(),
        }
        try:
            with self._database.begin() as connection:
                same = failures.c.key == account.conversation
                connection.execute(failures.delete().where(same))
                connection.execute(failures.insert().values(row))
        except sa.exc.SQLAlchemyError as error:
            log.warning("failure.not_kept", error=type(error).__name__)

    def all(self) -> list[Failure]:
        """Return those that are over, the newest first."""
        shown = [each for each in failures.c if each.name != "entry"]
        with self._database.connect() as connection:
            rows = connection.execute(
                sa.select(*shown).order_by(failures.c.at.desc()).limit(MOST)
            ).all()
            going = _in_hand(connection, [row.key for row in rows])
        over = [row._mapping for row in rows if row.key not in going]  # noqa: SLF001 - public
        return [Failure(**each) for each in over]

    def again(self, key: str) -> bool:
        """Put a conversation back into the inbox, to begin anew; return whether one was over.

        The engine forgets that it knew it, or would take it for a repeat. One in which the person
        is still being told would go on beside itself.

        Raises:
            UnreadableError: its key is no longer known.
        """
        mine = failures.c.key == key
        with self._database.begin() as connection:
            entry = connection.scalar(sa.select(failures.c.entry).where(mine))
            if entry is None or _in_hand(connection, [key]):
                return False
            if not connection.execute(failures.delete().where(mine)).rowcount:
                return False
            for table in engines_rows(connection):
                connection.execute(sa.delete(table).where(table.c.workflow_uuid == key))
            connection.execute(checkpoints.delete().where(checkpoints.c.conversation == key))
            connection.execute(inbox.delete().where(inbox.c.key == key))
            recorded = json.loads(self._payloads.opened(entry))
            connection.execute(inbox.insert().values(waiting_again(key, recorded, entry)))
        return True


def _in_hand(connection: sa.Connection, keys: list[str]) -> set[str]:
    """Return which of these go on; the engine's tables may be missing where there are none."""
    if not keys:
        return set()
    *_, status = engines_rows(connection)
    going = sa.select(status.c.workflow_uuid).where(status.c.completed_at.is_(None))
    return {*connection.scalars(going.where(status.c.workflow_uuid.in_(keys)))}
