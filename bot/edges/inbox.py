"""Records notices durably, for whoever runs their conversations."""

from __future__ import annotations

import secrets
import time
from typing import Any

import sqlalchemy as sa
from dbos import DBOS, DBOSClient

from bot.core.notices import Notice
from bot.core.remembering import Later

QUEUE = "conversations"
APPLICATION = "instant-connect-bot"
VERSION = "2"
"""Of the conversations' order of steps, not of the bot: work in hand is only carried over between
processes that agree on it. Change it for an incompatible conversation alone."""


def entry(notice: Notice) -> dict[str, Any]:
    """Return what is recorded of a notice: itself, when it came, and a seed for what is secret."""
    return {"notice": notice.record(), "at": time.time(), "seed": secrets.token_urlsafe(24)}


class Inbox:
    """Records notices for workers elsewhere, and runs none."""

    def __init__(self, database: sa.Engine) -> None:
        DBOS.migrate(database.url.render_as_string(hide_password=False))
        # Whoever delivers is told at once that the database is away, and comes again.
        self._client = DBOSClient(system_database_engine=database, retry_connection_errors=False)

    def accept(self, notice: Notice) -> None:
        """Record `notice` durably, once."""
        self._client.enqueue(
            {
                "queue_name": QUEUE,
                "workflow_name": "conversation",
                "workflow_id": notice.key,
                "app_version": VERSION,
            },
            entry(notice),
        )

    def keep(self, step: Later) -> None:
        """Record an errand for when it is due, once."""
        errand = step.errand
        self._client.enqueue(
            {
                "queue_name": QUEUE,
                "workflow_name": "conversation",
                "workflow_id": f"errand:{errand.key}",
                "app_version": VERSION,
                "delay_seconds": max(0.0, errand.due.timestamp() - time.time()),
            },
            {"errand": [errand.kind, errand.number], "at": errand.due.timestamp()},
        )

    def close(self) -> None:
        """Let the database go."""
        self._client.destroy()
