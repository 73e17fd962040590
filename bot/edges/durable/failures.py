"""Lists failed conversations, and runs one again.

DBOS's fork would run it under another ID than its notice's.
"""

from __future__ import annotations

from dataclasses import dataclass

from dbos import WorkflowStatus

from bot.edges.durable.codec import ConversationFailed
from bot.edges.durable.inbox import Inbox
from bot.edges.durable.serializer import SealedInput
from bot.edges.durable.workflow_store import FAILED, WorkflowStore, trigger_of
from bot.edges.storage.encryption import UnreadableError

MOST = 100
"""The most failures to list."""

SOON = 2.0
"""Seconds until a conversation runs again; DBOS has deleted its record by then."""


@dataclass(frozen=True)
class Failure:
    """A conversation that failed.

    Args:
        key: the conversation's key.
        at: when it failed, in seconds since 1970.
        why: what happened.
    """

    key: str
    at: float
    why: ConversationFailed


class Failures:
    """The failed conversations of an installation.

    Args:
        store: the conversations.
        inbox: takes a conversation that is to run again.
    """

    def __init__(self, store: WorkflowStore, inbox: Inbox) -> None:
        self._store, self._inbox = store, inbox

    def all(self) -> list[Failure]:
        """Return the failures, the newest first."""
        which = {"status": FAILED, "limit": MOST, "sort_desc": True, "load_output": True}
        return [_failure(each) for each in self._store.find(**which)]

    def again(self, key: str) -> bool:
        """Run a failed conversation again from the start; return whether it was found.

        DBOS's record of it is deleted, since otherwise it would count as a repeat.

        Raises:
            UnreadableError: it was encrypted with a key that is missing here.
        """
        found = self._store.find(workflow_ids=[key], status=FAILED, load_input=True)
        if not found:
            return False
        trigger = trigger_of(found[0])
        if isinstance(trigger, SealedInput):
            raise UnreadableError
        self._inbox.add(trigger, after=SOON)
        self._store.delete([key])
        return True


def _failure(status: WorkflowStatus) -> Failure:
    at = (status.completed_at or status.updated_at or 0) / 1000
    why = status.error
    if not isinstance(why, ConversationFailed):
        why = ConversationFailed("unknown", "broken", status.status.capitalize())
    return Failure(status.workflow_id, at, why)
