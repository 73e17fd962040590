"""A worker is woken by what another process records."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.edges.durable.inbox import Inbox
from bot.edges.storage import inbox_watch
from bot.edges.storage.database import prepare
from bot.edges.storage.encryption import PayloadCipher, new_key
from bot.edges.storage.inbox_watch import InboxWatch
from bot.edges.storage.tables import inbox
from tests.engine.databases import begun, connected, wait_until

ROW = {"key": "api:portal:1", "entry": "{}"}
PATIENCE = 20.0


class Worker:
    """A worker that notes when it was woken."""

    def __init__(self, database: sa.Engine) -> None:
        self.woken = threading.Event()
        self.watch = InboxWatch(database, self.woken.set)


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inbox_watch, "ANEW", 0.1)


@pytest.fixture
def web(database: str) -> Iterator[sa.Engine]:
    with connected(database) as engine:
        prepare(engine)
        yield engine


@pytest.fixture
def worker(database: str, web: sa.Engine) -> Iterator[Worker]:
    with connected(database) as engine:
        worker = Worker(engine)
        worker.watch.start()
        yield worker
        worker.watch.stop()


def record(database: sa.Engine, at: float = 0.0) -> None:
    """Record something in the inbox, and say so as the API does."""
    with database.begin() as connection:
        connection.execute(inbox.insert().values(ROW | {"at": at}))
    Inbox(database, PayloadCipher((new_key(),))).wake()


def is_heard(worker: Worker, database: sa.Engine) -> bool:
    """Say whether the worker hears of what is recorded now; it may not be listening yet."""
    with database.begin() as connection:
        connection.execute(inbox.delete())
    worker.woken.clear()
    record(database)
    return worker.woken.wait(0.2)


def test_a_worker_is_woken_by_what_another_process_records(worker: Worker, web: sa.Engine):
    wait_until(lambda: is_heard(worker, web))


def test_what_is_due_later_wakes_no_worker_of_sqlite(tmp_path: Path):
    with connected(begun(tmp_path / "bot.sqlite")) as database:
        worker = Worker(database)
        record(database, at=time.time() + 3600)
        worker.watch.start()
        assert not worker.woken.wait(0.3)
        worker.watch.stop()


def test_a_file_that_was_put_back_is_watched(tmp_path: Path):
    file = tmp_path / "bot.sqlite"
    with connected(begun(file)) as engine:
        worker = Worker(engine)
        worker.watch.start()
        wait_until(lambda: is_heard(worker, engine))
    with connected(begun(tmp_path / "saved.sqlite")) as saved:
        record(saved)
        worker.woken.clear()
    (tmp_path / "saved.sqlite").replace(file)
    assert worker.woken.wait(PATIENCE)
    worker.watch.stop()


@pytest.mark.long
def test_a_worker_listens_again_when_postgresql_is_back(databases, tmp_path: Path):
    with databases("postgresql", tmp_path) as url, connected(url) as web, connected(url) as mine:
        prepare(web)
        worker = Worker(mine)
        worker.watch.start()
        wait_until(lambda: is_heard(worker, web))
        with web.connect() as connection:
            listens = "FROM pg_stat_activity WHERE query = 'LISTEN inbox'"
            ended = connection.exec_driver_sql(f"SELECT pg_terminate_backend(pid) {listens}")
            assert ended.all() == [(True,)]
        wait_until(lambda: is_heard(worker, web))
        worker.watch.stop()


@pytest.mark.long
def test_what_was_recorded_stays_recorded_if_nobody_can_be_told(databases, tmp_path: Path):
    with databases("postgresql", tmp_path) as url, connected(url) as web:
        web.dispose()
        away = sa.create_engine(web.url.set(port=1))
        Inbox(away, PayloadCipher((new_key(),))).wake()
        away.dispose()
