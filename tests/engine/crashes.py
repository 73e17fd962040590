"""Commands served by the real engine, which dies right after each message is sent.

The worst moment there is: Webex has accepted a message, and nothing of it is recorded yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.core.incoming.notices import Notice
from bot.core.steps.last_word import LastWord
from bot.core.steps.step import Send, Step
from bot.edges.durable import engine as engines
from bot.edges.durable.engine import Engine
from bot.edges.ports import Edges
from bot.edges.storage.database import connect
from bot.process.worker_half import engine_of
from tests.engine.databases import begun, store_of, wait_until
from tests.engine.town import Order, Town


class Brittle:
    """Edges at which a conversation dies, once for each of its messages."""

    def __init__(self, edges: Edges) -> None:
        self._edges = edges
        self._died: set[str] = set()
        self.engine: Engine | None = None

    @property
    def crashes(self) -> int:
        """How many there were."""
        return len(self._died)

    def perform(self, step: Step) -> Any:
        """Do it; the first time that a message is sent, die before that is recorded."""
        answer = self._edges.perform(step)
        sent = isinstance(step, Send) and not isinstance(step, LastWord)
        if sent and step.mark not in self._died and self.engine:
            self._died.add(step.mark)
            self.engine._loop.call_soon_threadsafe(self._die)  # noqa: SLF001 - as a kill does
        return answer

    def _die(self) -> None:
        assert self.engine
        self.engine._in_progress.cancel(self.engine._in_progress._all)  # noqa: SLF001 - as a kill does


class Mortal:
    """Serves orders of a town, and dies at every message.

    Args:
        town: where they are given.
        engine: of a bot that lives there.
        brittle: its edges.
        url: of its database.
    """

    def __init__(self, town: Town, engine: Engine, brittle: Brittle, url: str) -> None:
        self._town, self._engine, self._brittle, self._url = town, engine, brittle, url

    @property
    def crashes(self) -> int:
        """How often it died."""
        return self._brittle.crashes

    def serve(self, order: Order) -> str:
        """Serve an order, run after run, until one comes to the end; return its name."""
        notice = Notice.from_envelope(self._town.notice(order))
        self._engine.accept(notice)
        with connected_store(self._url) as store:
            while True:
                wait_until(lambda: self._is_still(store, notice.key), 30)
                if store.runs_at(notice.key) is None:
                    return notice.key
                store.resume(notice.key)

    def _is_still(self, store: Any, key: str) -> bool:
        """Return whether nothing of it goes on: it died, or is over."""
        found = store.find(workflow_ids=[key])
        idle = not self._engine._in_progress._all  # noqa: SLF001 - nothing else tells that it died
        return bool(found and found[0].status != "ENQUEUED" and idle)


@contextmanager
def connected_store(url: str) -> Iterator[Any]:
    database = connect(url)
    try:
        yield store_of(url, database)
    finally:
        database.dispose()


@contextmanager
def mortal_in(town: Town, folder: Path) -> Iterator[Mortal]:
    """Run a bot in a town that dies so."""
    url = begun(folder / "bot.sqlite")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engines, "LOOK", 0.05)
        bot = town.bot(url)
        engine = engine_of(bot, 0.05)
        brittle = Brittle(engine._edges)  # noqa: SLF001 - to put it between
        engine._edges, brittle.engine = brittle, engine  # noqa: SLF001 - to see what it does
        engine.start()
        try:
            yield Mortal(town, engine, brittle, url)
        finally:
            engine.stop()
            bot.close()
