"""Lists, schedules, resumes and deletes conversations in DBOS, without running any.

https://docs.dbos.dev/python/reference/client
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from dbos import DBOSClient, DBOSConfig, EnqueueOptions, Serializer, WorkflowStatus

from bot.core.incoming.event_attempts import EventAttempt
from bot.core.steps.ledger_steps import ScheduledTask
from bot.edges.durable.serializer import SealedInput
from bot.edges.storage.database import is_missing_table

APPLICATION = "instant-connect-bot"

WORKFLOW = "conversation"
"""The name of the only workflow."""

QUEUE = "conversations"
"""The queue of tasks that aren't due yet, and of work taken over from other processes."""

VERSION = "5"
"""The version of the conversations' steps, not of the bot. Processes only continue work of the same
version, so change it only if the steps of a conversation become incompatible."""

RUNNING = "PENDING"
UNFINISHED = [RUNNING, "ENQUEUED"]
DELAYED = "DELAYED"
GIVEN_UP = ["CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"]
FAILED = ["ERROR", *GIVEN_UP]
FINISHED = ["SUCCESS", *FAILED]
_CRASHES = "crashes"

MOST_CRASHES = 10
"""Crashes after which a conversation is given up, since it may be what crashes its processes. DBOS
doesn't count them for resumed workflows, so they are counted in the workflow's attributes."""

LISTENING = 0.5
"""Seconds between two checks for messages to workflows; none are sent, but a stop waits for one."""


def config(database: sa.Engine, executor: str, serializer: Serializer) -> DBOSConfig:
    """Return DBOS's configuration for a process that runs conversations.

    Args:
        database: the installation's database.
        executor: the process's unique name.
        serializer: serializes what DBOS records.
    """
    return {
        "name": APPLICATION,
        "system_database_url": database.url.render_as_string(hide_password=False),
        "system_database_engine": database,
        "application_version": VERSION,
        "executor_id": executor,
        "serializer": serializer,
        "notification_listener_polling_interval_sec": LISTENING,
        "notification_coalesce_sec": LISTENING,
        "max_executor_threads": 16,  # one for each conversation would only wait for a connection
        "enable_otlp": False,
        "log_level": "CRITICAL",  # DBOS logs arguments; the bot logs what matters itself
    }


class WorkflowStore:
    """The conversations of an installation.

    Args:
        database: the installation's; DBOS's tables may be missing before a worker has started.
        serializer: serializes what DBOS records.
        waits: wait if the database is away, instead of raising `sqlalchemy.exc.SQLAlchemyError`.
        clock: returns the time by which tasks are due, in seconds since 1970.
    """

    def __init__(
        self,
        database: sa.Engine,
        serializer: Serializer,
        *,
        waits: bool = False,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._clock, self._moves = clock, 0
        self._client = DBOSClient(
            system_database_engine=database,
            serializer=serializer,
            application_name=APPLICATION,
            retry_connection_errors=waits,
            lazy=True,
        )

    def steps(self, key: str) -> dict[int, str]:
        """Return the names of a conversation's recorded steps, by their places."""
        found = self._client.list_workflow_steps(key, load_output=False)
        return {each["function_id"]: each["function_name"] for each in found}

    def known(self, keys: Collection[str]) -> set[str]:
        """Return which of these keys, at least one, name a conversation, finished or not."""
        return {each.workflow_id for each in self.find(workflow_ids=[*keys])}

    def has_finished(self, key: str) -> bool:
        """Return whether a conversation has ended, however it did."""
        return bool(self.find(workflow_ids=[key], status=FINISHED))

    def runs_at(self, key: str) -> str | None:
        """Return the name of the process that runs a conversation, or None."""
        found = self.find(workflow_ids=[key], status=RUNNING)
        return found[0].executor_id if found else None

    def find(self, **which: Any) -> list[WorkflowStatus]:
        """Return conversations; see `DBOSClient.list_workflows`, but nothing is loaded unasked."""
        which = {"load_input": False, "load_output": False} | which
        try:
            return self._client.list_workflows(**which)
        except sa.exc.SQLAlchemyError as error:
            if is_missing_table(error):
                return []  # no worker has ever started
            raise

    def unreadable(self, most: int = 1000) -> int:
        """Return how many unfinished conversations need a decryption key that is missing here."""
        found = self.find(status=[*UNFINISHED, DELAYED], limit=most, load_input=True)
        return sum(isinstance(trigger_of(each), SealedInput) for each in found)

    def delete(self, keys: list[str]) -> None:
        """Delete everything that DBOS records of these conversations."""
        if keys:
            self._client.delete_workflows(keys)

    def delete_finished(self, before: datetime, most: int) -> int:
        """Delete conversations that ended before a time; return how many."""
        found = self.find(status=FINISHED, completed_before=before.isoformat(), limit=most)
        self.delete([each.workflow_id for each in found])
        return len(found)

    def resume(self, key: str) -> None:
        """Put a conversation back into the queue, even if a process runs it."""
        self._client.resume_workflow(key, queue_name=QUEUE)

    def forget_due(self) -> int:
        """Delete failed and unfinished work, but no later tasks; return how much was unfinished."""
        found = self.find(status=[*UNFINISHED, DELAYED, *FAILED])
        due = [each for each in found if (each.delay_until_epoch_ms or 0) <= 1000 * time.time()]
        self.delete([each.workflow_id for each in due])
        return sum(each.status not in FAILED for each in due)

    def take_over(self, executor: str, crashed: bool) -> None:
        """Put a dead process's conversations into the queue, for any process of their version.

        Only one process may call this, of whatever version; see `leases`.

        Args:
            executor: the dead process's name.
            crashed: whether it crashed, perhaps because of a conversation, rather than stopped.
        """
        for each in self.find(executor_id=executor, status=RUNNING):
            crashes = (each.attributes or {}).get(_CRASHES, 0) + crashed
            if crashes > MOST_CRASHES:
                self._client.cancel_workflow(each.workflow_id)
            else:
                self._client.update_workflow_attributes(each.workflow_id, {_CRASHES: crashes})
                self.resume(each.workflow_id)

    def schedule(self, tasks: Collection[ScheduledTask | EventAttempt]) -> None:
        """Schedule tasks; one that is already scheduled stays as it is."""
        moves = self._moves
        for each in tasks:
            options = EnqueueOptions(workflow_name=WORKFLOW, queue_name=QUEUE)
            options["workflow_id"], options["app_version"] = each.key, VERSION
            if (wait := each.due.timestamp() - self._clock()) > 0:
                options["delay_seconds"] = wait
            self._client.enqueue(options, each)
        if moves != self._moves:
            self.advance()  # which may have missed these

    def advance(self) -> None:
        """Bring scheduled tasks forward, after `clock` was moved forward."""
        self._moves += 1
        for each in self.find(status=DELAYED, load_input=True):
            wait = max(0.0, trigger_of(each).due.timestamp() - self._clock())
            self._client.set_workflow_delay(each.workflow_id, delay_seconds=wait)


def trigger_of(status: WorkflowStatus) -> Any:
    """Return a conversation's input, or `SealedInput`."""
    given = status.input["args"] if status.input else ()
    return given[0] if given else None
