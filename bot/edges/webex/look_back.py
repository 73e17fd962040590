"""Finds messages that no notice announced, and has them answered."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from typing import Protocol

import sqlalchemy as sa
import structlog

from bot.core.incoming.notices import Notice
from bot.edges.durable.duties import Duties
from bot.edges.webex.recent_messages import Look, Recent, RecentMessage

DUTY = "look back"

WHOLE = "look back whole"
"""Up to when every space was looked at."""

MISSED = "missed"
"""When something may have happened that a process was not told of, whichever it was."""

OVERLAP = 120.0
"""Seconds of the last look that are looked at again: Webex's lists may lag behind its clock."""

REGULARLY = 300.0
"""Seconds after which one looks in any case: Webex does not say when it loses a notice."""

NOTHING = Look([], whole=True)

log = structlog.get_logger()


class Server(Protocol):
    """What serves notices, each once by its name."""

    def accept(self, notice: Notice, written: float | None = None) -> None: ...


class LookBack:
    """Finds messages that the bot was not told of, and has them served.

    Args:
        recent: what was said.
        server: serves it.
        known: names -> those that conversations have already.
        duties: knows how far somebody looked.
        me: the bot's own person id.
        longest: seconds that one looks back at the most.
    """

    def __init__(
        self,
        recent: Recent,
        server: Server,
        known: Callable[[Collection[str]], set[str]],
        duties: Duties,
        *,
        me: str,
        longest: float,
    ) -> None:
        self._recent = recent
        self._server = server
        self._known = known
        self._duties = duties
        self._me = me
        self._longest = longest

    def due(self) -> bool:
        """Return whether nobody has looked for a while, or since somebody missed something."""
        last = self._duties.done(DUTY) or 0.0
        return time.time() - last >= REGULARLY or (self._duties.done(MISSED) or 0.0) > last

    def look(self) -> int:
        """Serve what was missed since the last look; return how much that was.

        Where nobody ever looked, the database is new: what was said before is not its business.
        Where a space did not let itself be looked at, the next look goes as far back as this one.

        Raises:
            Trouble: Webex did not tell; the next look begins where this one did.
        """
        now, since = time.time(), self._looked_until()
        begin = max(since - OVERLAP, now - self._longest)
        found = self._recent.heard_since(begin, self._me) if since else NOTHING
        missed = self._missed(found.heard)
        for notice, heard in missed:
            self._server.accept(notice, heard.written)
        self._duties.note(WHOLE, now if found.whole else since)
        self._duties.note(DUTY, now)
        if missed:
            log.info("look_back.found", messages=len(missed))
        return len(missed)

    def _looked_until(self) -> float:
        """Return up to when everything was looked at; 0 where nobody ever looked."""
        last = self._duties.done(DUTY) or 0.0
        return min(self._duties.done(WHOLE) or last, last)

    def _missed(self, said: list[RecentMessage]) -> list[tuple[Notice, RecentMessage]]:
        notices = [(_notice(each), each) for each in said]
        known = self._known([notice.key for notice, _ in notices]) if notices else set()
        return [(notice, each) for notice, each in notices if notice.key not in known]


def owe(duties: Duties) -> None:
    """Have somebody look back soon: this process may not have been told of everything."""
    try:
        duties.note(MISSED, time.time())
    except sa.exc.SQLAlchemyError as error:  # one looks back regularly in any case
        log.warning("look_back.not_owed", error=type(error).__name__)


def _notice(heard: RecentMessage) -> Notice:
    """Return what Webex would have told; by its name it is the same."""
    return Notice(
        "messages",
        "created",
        heard.message_id,
        actor_id=heard.person_id,
        person_id=heard.person_id,
        room_id=heard.room_id,
        written=heard.written,
    )
