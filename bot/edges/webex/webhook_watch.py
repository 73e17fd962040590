"""Repairs disabled webhooks, and looks back for messages whose notices were lost."""

from __future__ import annotations

import threading
from collections.abc import Callable

import sqlalchemy as sa
import structlog

from bot.core.domain.errors import Trouble
from bot.edges.storage.singleton_tasks import SingletonTasks
from bot.edges.webex.look_back import LookBack
from bot.edges.webex.webhook_sync import Synced

TASK = "watch"

EVERY = 60.0
"""Seconds between checks of the webhooks, and so until a disabled one is enabled again."""

SETTLE = 5.0
"""Seconds that a new process waits first, so that the receivers are listening."""

log = structlog.get_logger()


class WebhookWatch(threading.Thread):
    """Checks the webhooks between `start` and `stop`, in one process of the installation at a time.

    Args:
        tasks: decides which process checks.
        mend: repairs the webhooks.
        look_back: finds messages whose notices were lost; None to not look.
    """

    def __init__(
        self, tasks: SingletonTasks, mend: Callable[[], Synced], look_back: LookBack | None
    ) -> None:
        super().__init__(name="watch", daemon=True)
        self._tasks = tasks
        self._mend = mend
        self._look_back = look_back
        self._over = threading.Event()
        self._new = True

    def run(self) -> None:
        """Check until `stop` is called."""
        pause = SETTLE
        while not self._over.wait(pause):
            self.once()
            pause = EVERY / 4

    def stop(self) -> None:
        """Stop checking, without waiting for a call in progress."""
        self._over.set()

    def once(self) -> None:
        """Check once, if it is due and no other process is checking."""
        try:
            if self._tasks.claim(TASK, EVERY):
                self.check()
        except (sa.exc.SQLAlchemyError, TimeoutError) as error:
            log.warning("watch.database_not_reached", error=type(error).__name__)

    def check(self) -> None:
        """Repair the webhooks, then look back if notices may have been lost."""
        notices_lost = self._mend_webhooks()
        self._look_back_if_due(notices_lost=notices_lost)

    def _mend_webhooks(self) -> bool:
        """Repair the webhooks; return whether notices may have been lost."""
        try:
            mended = self._mend()
        except Trouble as trouble:
            log.warning("watch.webhooks_not_mended", **trouble.record())
            return False
        return bool(mended.revived or mended.created)

    def _look_back_if_due(self, *, notices_lost: bool) -> None:
        if self._look_back is None or not (self._new or notices_lost or self._look_back.due()):
            return
        try:
            self._look_back.look()
        except Trouble as trouble:
            log.warning("watch.not_looked_back", **trouble.record())
        else:
            self._new = False
