"""Finds messages whose notices were lost: after a start, a webhook that was disabled, or a gap.

It also finds edited messages, which Webex announces to no webhook.
https://developer.webex.com/docs/api/guides/webhooks
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from typing import Protocol

import sqlalchemy as sa
import structlog

from bot.core.domain.open_questions import OPEN
from bot.core.incoming.notices import Notice
from bot.edges.storage.singleton_tasks import SingletonTasks
from bot.edges.webex.recent_messages import MessageHistory, RecentMessage, RecentMessages

TASK = "look back"

COMPLETE = "look back whole"
"""The task that records up to when every space was read."""

MISSED = "missed"
"""The task that records when any process last may have missed a notice."""

EARLIEST = "look back from"
"""The task that records the moment before which nothing is looked for."""

OVERLAP = 120.0
"""Seconds that two passes overlap: Webex's lists may lag behind its clock."""

INTERVAL = 300.0
"""Seconds after which to look in any case: Webex doesn't say when it loses a notice."""

NOTHING = RecentMessages([], complete=True)

log = structlog.get_logger()


class NoticeAcceptor(Protocol):
    """Serves notices, each key once."""

    def accept(self, notice: Notice, written: float | None = None) -> None: ...


class LookBack:
    """Finds messages whose notices were lost, and has them served.

    Args:
        history: reads recent messages.
        server: serves the notices.
        known: returns which of some keys have a conversation already.
        asked: returns which of some messages led to a question that may still be open.
        tasks: records how far back was looked.
        me: the bot's own person id.
        longest: the longest time to look back, in seconds.
    """

    def __init__(
        self,
        history: MessageHistory,
        server: NoticeAcceptor,
        known: Callable[[Collection[str]], set[str]],
        asked: Callable[[Collection[str]], set[str]],
        tasks: SingletonTasks,
        *,
        me: str,
        longest: float,
    ) -> None:
        self._history = history
        self._server = server
        self._known = known
        self._asked = asked
        self._tasks = tasks
        self._me = me
        self._longest = longest

    def due(self) -> bool:
        """Return whether the last look was too long ago, or a notice may have been missed since."""
        last = self._tasks.done(TASK) or 0.0
        return time.time() - last >= INTERVAL or (self._tasks.done(MISSED) or 0.0) > last

    def look(self) -> int:
        """Serve the messages missed since the last look; return how many.

        A new database starts now: older messages are not served. If a space could not be read, the
        next look goes as far back as this one.

        Raises:
            Trouble: Webex could not be read; the next look starts where this one did.
        """
        now, since = time.time(), self._complete_until()
        earliest = self._tasks.done(EARLIEST) or 0.0
        begin = max(since - OVERLAP, now - self._longest, earliest)
        first = max(begin - OPEN.total_seconds(), earliest)  # these may have been edited since
        found = self._history.since(first, self._me) if since else NOTHING
        recent = [each for each in found.messages if each.latest >= begin]
        missed = self._missed(recent)
        for notice, message in missed:
            self._server.accept(notice, message.latest)
        self._tasks.note(COMPLETE, now if found.complete else since)
        self._tasks.note(TASK, now)
        if missed:
            log.info("look_back.found", messages=len(missed))
        return len(missed)

    def _complete_until(self) -> float:
        """Return up to when every space was read; 0 if never."""
        last = self._tasks.done(TASK) or 0.0
        return min(self._tasks.done(COMPLETE) or last, last)

    def _missed(self, found: list[RecentMessage]) -> list[tuple[Notice, RecentMessage]]:
        """Return what nobody was told of: messages, and edits of those that led to a question."""
        asked = self._asked([each.message_id for each in found if each.edited])
        edits = [(_edit(each), each) for each in found if each.message_id in asked]
        notices = [*((_notice(each), each) for each in found), *edits]
        known = self._known([notice.key for notice, _ in notices]) if notices else set()
        return [(notice, each) for notice, each in notices if notice.key not in known]


def skip_until(tasks: SingletonTasks, moment: float) -> None:
    """Never look back further than `moment`, in seconds since 1970."""
    tasks.note(EARLIEST, moment)


def request_look_back(tasks: SingletonTasks) -> None:
    """Make a look back due soon: this process may have missed a notice."""
    try:
        tasks.note(MISSED, time.time())
    except sa.exc.SQLAlchemyError as error:  # the regular look back finds it
        log.warning("look_back.not_requested", error=type(error).__name__)


def _notice(message: RecentMessage) -> Notice:
    """Return the notice that Webex would have sent; it has the same key."""
    return _of("created", message, message.written)


def _edit(message: RecentMessage) -> Notice:
    return _of("updated", message, message.latest)


def _of(event: str, message: RecentMessage, written: float) -> Notice:
    return Notice(
        "messages",
        event,
        message.message_id,
        actor_id=message.person_id,
        person_id=message.person_id,
        room_id=message.room_id,
        written=written,
    )
