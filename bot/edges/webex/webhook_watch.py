"""Checks the webhooks every minute, and looks for missed messages."""

from __future__ import annotations

import threading
from collections.abc import Callable

import sqlalchemy as sa
import structlog

from bot.core.domain.errors import Trouble
from bot.edges.durable.duties import Duties
from bot.edges.webex.look_back import LookBack
from bot.edges.webex.webhook_sync import Synced

DUTY = "watch"

EVERY = 60.0
"""Seconds between two looks at the webhooks: a disabled one is revived within these."""

SETTLE = 5.0
"""Seconds for which a new process lets others begin to listen."""

log = structlog.get_logger()


class Watch(threading.Thread):
    """Watches between `start` and `stop`; of many processes one at a time does.

    Args:
        duties: knows who does.
        mend: compares the webhooks with what they should be.
        look_back: looks for what they did not tell; None where one does not.
    """

    def __init__(
        self, duties: Duties, mend: Callable[[], Synced], look_back: LookBack | None
    ) -> None:
        super().__init__(name="watch", daemon=True)
        self._duties = duties
        self._mend = mend
        self._look_back = look_back
        self._over = threading.Event()
        self._new = True

    def run(self) -> None:
        """Watch until told to stop."""
        pause = SETTLE
        while not self._over.wait(pause):
            self.once()
            pause = EVERY / 4

    def stop(self) -> None:
        """Watch no more; a call that is under way is not waited for."""
        self._over.set()

    def once(self) -> None:
        """Look, if it is time and nobody else does."""
        try:
            if self._duties.claim(DUTY, EVERY):
                self._watch()
        except (sa.exc.SQLAlchemyError, TimeoutError) as error:
            log.warning("watch.database_not_reached", error=type(error).__name__)

    def _watch(self) -> None:
        deaf = self._mended()
        self._looked_back(deaf=deaf)

    def _mended(self) -> bool:
        """Mend the webhooks, and return whether they told less than they should."""
        try:
            mended = self._mend()
        except Trouble as trouble:
            log.warning("watch.webhooks_not_mended", **trouble.record())
            return False
        return bool(mended.revived or mended.created)

    def _looked_back(self, *, deaf: bool) -> None:
        """Look back if there is a reason to, however the webhooks are."""
        if self._look_back is None or not (self._new or deaf or self._look_back.due()):
            return
        try:
            self._look_back.look()
        except Trouble as trouble:
            log.warning("watch.not_looked_back", **trouble.record())
        else:
            self._new = False
