"""Conversations of which nothing came, and having one again."""

from __future__ import annotations

from dataclasses import dataclass

from dbos import WorkflowStatus

from bot.edges.durable.codec import ConversationFailed
from bot.edges.durable.inbox import Inbox
from bot.edges.durable.serializer import SealedInput
from bot.edges.durable.workflow_store import FAILED, WorkflowStore, begun_by_of
from bot.edges.storage.encryption import UnreadableError

MOST = 100
"""That are shown."""

SOON = 2.0
"""Seconds after which one begins anew: DBOS knows nothing of it by then."""


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
        store: of conversations.
        inbox: where one waits to begin anew.
    """

    def __init__(self, store: WorkflowStore, inbox: Inbox) -> None:
        self._store, self._inbox = store, inbox

    def all(self) -> list[Failure]:
        """Return them, the newest first."""
        return [_failure(each) for each in self._store.failed(MOST)]

    def again(self, key: str) -> bool:
        """Have a failed conversation begin anew; return whether there was one.

        DBOS forgets that it knew it, or would take it for a repeat.

        Raises:
            UnreadableError: it was written with a key that is not there.
        """
        found = self._store.get(key)
        begun_by = begun_by_of(found) if found and found.status in FAILED else None
        if begun_by is None:
            return False
        if isinstance(begun_by, SealedInput):
            raise UnreadableError
        self._inbox.add(begun_by, after=SOON)
        self._store.delete([key])
        return True


def _failure(status: WorkflowStatus) -> Failure:
    at = (status.completed_at or status.updated_at or 0) / 1000
    told = status.error
    if not isinstance(told, ConversationFailed):
        told = ConversationFailed("unknown", "broken", status.status.capitalize())
    kind = told.kind or "unknown"
    return Failure(status.workflow_id, kind, told.outcome, told.trouble, told.tracking_id, at)
