"""What DBOS knows of conversations, for whoever runs none: told, listed, put off, deleted.

https://docs.dbos.dev/python/reference/client
"""

from __future__ import annotations

import time
from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from dbos import DBOSClient, DBOSConfig, EnqueueOptions, Serializer, WorkflowStatus

from bot.core.steps.ledger_steps import ScheduledTask
from bot.edges.durable.serializer import SealedInput
from bot.edges.storage.database import is_missing_table

APPLICATION = "instant-connect-bot"

WORKFLOW = "conversation"
"""The name of the one workflow."""

QUEUE = "conversations"
"""Where errands wait until they are due, and what is taken over until a process has a slot."""

VERSION = "5"
"""Of the conversations' order of steps, not of the bot: work in hand is only carried over between
processes that agree on it. Change it for an incompatible conversation alone."""

RUNNING = "PENDING"
UNFINISHED = [RUNNING, "ENQUEUED"]
FAILED = ["ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"]
FINISHED = ["SUCCESS", *FAILED]

MOST_CRASHES = 10
"""Crashes of its process after which a conversation is given up, since it may be what kills them.
DBOS doesn't count them for a workflow that is resumed, so they are noted in its attributes."""

_CRASHES = "crashes"

NEVER = 3600.0
"""Seconds between two looks for schedules, of which the bot has none."""

LISTENING = 0.5
"""Seconds between two looks in memory for messages to workflows, of which the bot has none either;
an end waits for one."""


def config(database: sa.Engine, executor: str, serializer: Serializer) -> DBOSConfig:
    """Return how DBOS is set up in a process that runs conversations.

    Args:
        database: where it keeps what it records.
        executor: the process's own name.
        serializer: writes what it records.
    """
    return {
        "name": APPLICATION,
        "system_database_url": database.url.render_as_string(hide_password=False),
        "system_database_engine": database,
        "application_version": VERSION,
        "executor_id": executor,
        "serializer": serializer,
        "scheduler_polling_interval_sec": NEVER,
        "notification_listener_polling_interval_sec": LISTENING,
        "notification_coalesce_sec": LISTENING,
        "enable_otlp": False,
        "log_level": "CRITICAL",  # what matters is logged here, without what it was called with
    }


class WorkflowStore:
    """The conversations of an installation.

    Args:
        database: of DBOS; its tables may be missing as long as no process has served.
        serializer: reads and writes what is recorded.
        waits: for a database that is away; else `sqlalchemy.exc.SQLAlchemyError` is raised.
    """

    def __init__(self, database: sa.Engine, serializer: Serializer, *, waits: bool = False) -> None:
        self._client = DBOSClient(
            system_database_engine=database,
            serializer=serializer,
            application_name=APPLICATION,
            retry_connection_errors=waits,
            lazy=True,
        )

    def steps(self, key: str) -> dict[int, str]:
        """Return the names of the steps of a conversation that are recorded, by their places."""
        found = self._client.list_workflow_steps(key, load_output=False)
        return {each["function_id"]: each["function_name"] for each in found}

    def known(self, keys: Collection[str]) -> set[str]:
        """Return which of these names, at least one, conversations have, be they over or not."""
        return {each.workflow_id for each in self._bare(workflow_ids=[*keys])}

    def runs_at(self, key: str) -> str | None:
        """Return the name of the process that runs a conversation; None where none does."""
        found = self._bare(workflow_ids=[key], status=RUNNING)
        return found[0].executor_id if found else None

    def unfinished(self, most: int) -> list[WorkflowStatus]:
        """Return what is in hand, the oldest first, without what it is about."""
        return self._bare(status=UNFINISHED, limit=most)

    def unreadable(self, most: int = 1000) -> int:
        """Return how much of what is in hand or waits was written with a key that is not there."""
        found = self._list(status=[*UNFINISHED, "DELAYED"], limit=most, load_output=False)
        return sum(isinstance(begun_by_of(each), SealedInput) for each in found)

    def failed(self, most: int) -> list[WorkflowStatus]:
        """Return the conversations of which nothing came, the newest first, with their errors."""
        return self._list(status=FAILED, limit=most, sort_desc=True, load_input=False)

    def given_up(self, most: int) -> list[WorkflowStatus]:
        """Return the conversations whose processes died each time."""
        return self._bare(status=["CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"], limit=most)

    def get(self, key: str) -> WorkflowStatus | None:
        """Return a conversation with what it is about."""
        found = self._list(workflow_ids=[key])
        return found[0] if found else None

    def finished_before(self, moment: float, most: int) -> list[str]:
        """Return the names of conversations that were over by then, in seconds since 1970."""
        before = datetime.fromtimestamp(moment, UTC).isoformat()
        found = self._bare(status=FINISHED, completed_before=before, limit=most)
        return [each.workflow_id for each in found]

    def delete(self, keys: list[str]) -> None:
        """Delete all that DBOS knows of these conversations."""
        self._client.delete_workflows(keys)

    def resume(self, keys: list[str]) -> None:
        """Put conversations back into the queue, whoever has them."""
        self._client.resume_workflows(keys, queue_name=QUEUE)

    def take_over(self, executor: str, crashed: bool) -> None:
        """Put what another process was running into the queue, for any process.

        To be called by one process alone: see `leases`.

        Args:
            executor: the name of that process.
            crashed: whether it died, perhaps of what it was running.
        """
        left = self._bare(executor_id=executor, status=RUNNING, app_version=VERSION)
        for each in left:
            crashes = (each.attributes or {}).get(_CRASHES, 0) + crashed
            if crashes > MOST_CRASHES:
                self._client.cancel_workflow(each.workflow_id)
            else:
                self._client.update_workflow_attributes(each.workflow_id, {_CRASHES: crashes})
                self.resume([each.workflow_id])

    def schedule(self, errands: Collection[ScheduledTask]) -> None:
        """Have errands done when they are due; one that is scheduled already stays so."""
        for each in errands:
            options: EnqueueOptions = {
                "workflow_name": WORKFLOW,
                "queue_name": QUEUE,
                "workflow_id": each.key,
                "app_version": VERSION,
            }
            wait = each.due.timestamp() - time.time()
            if wait > 0:
                options["delay_seconds"] = wait
            self._client.enqueue(options, each)

    def _bare(self, **which: Any) -> list[WorkflowStatus]:
        return self._list(**which, load_input=False, load_output=False)

    def _list(self, **which: Any) -> list[WorkflowStatus]:
        try:
            return self._client.list_workflows(**which)
        except sa.exc.SQLAlchemyError as error:
            if is_missing_table(error):
                return []  # no process has ever served
            raise


def begun_by_of(status: WorkflowStatus) -> Any:
    """Return what a conversation began with, or `SealedInput`."""
    given = status.input["args"] if status.input else ()
    return given[0] if given else None
