"""A process that lost a conversation to another, while it was frozen, does no more of it."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing

from tests.engine.databases import wait_until
from tests.engine.scripted import Mark, Service, calling, engine, notice


def test_a_process_that_lost_a_conversation_does_no_more_of_it(tmp_path):
    thawed = threading.Event()
    service = Service(first=thawed.wait, second=lambda: None)

    with engine(tmp_path, calling("first", "second", kind=Mark), service) as one:
        one.accept(notice(1))
        wait_until(lambda: service.under_way)
        with closing(sqlite3.connect(tmp_path / "bot.sqlite")) as database, database:
            database.execute("UPDATE workflow_status SET executor_id = 'another'")
        one._leases._safe_until = 0.0  # noqa: SLF001 - as after a long frost
        thawed.set()
        wait_until(lambda: one._in_progress.free == 100)  # noqa: SLF001 - it has to be over, however it ends
    assert service.made == ["first"]
