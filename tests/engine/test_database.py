"""What the engine needs of a database that the database does not give by itself."""

from __future__ import annotations

import shutil
import sqlite3
import stat
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from bot.edges.storage import database as files
from bot.edges.storage import sqlite
from bot.edges.web.health import takes_changes
from tests.engine.databases import begun, connected

SECRET = "https://links.example/secret"


@pytest.fixture
def engine(database):
    with connected(database) as engine:
        yield engine


@pytest.fixture
def file(tmp_path):
    with connected(f"sqlite:///{tmp_path / 'bot.sqlite'}") as engine:
        yield engine


def asked(engine: sa.Engine, question: str) -> object:
    with engine.connect() as connection:
        return connection.execute(sa.text(question)).scalar_one()


def test_a_file_is_read_while_somebody_writes_to_it(file):
    assert asked(file, "PRAGMA journal_mode") == "wal"


def test_committed_data_survives_a_power_failure(file):
    assert asked(file, "PRAGMA synchronous") == 2


def test_only_the_owner_can_read_the_file(file):
    assert stat.S_IMODE(Path(file.url.database).stat().st_mode) == 0o600


def test_after_close_the_file_alone_is_complete(tmp_path):
    path = tmp_path / "bot.sqlite"
    file = files.connect(f"sqlite:///{path}")
    with file.begin() as connection:
        connection.execute(sa.text("CREATE TABLE something (id INTEGER)"))
    with closing(sqlite3.connect(path)) as other:  # SQLite tidies up after the last one alone
        other.execute("SELECT count(*) FROM something").fetchone()
        files.close(file)
        copy = shutil.copy(path, tmp_path / "copy.sqlite")
    with closing(sqlite3.connect(copy)) as copied:
        assert copied.execute("SELECT count(*) FROM something").fetchone() == (0,)


def test_writing_to_a_deleted_file_is_a_passing_error(file):
    with file.begin() as connection:
        connection.execute(sa.text("CREATE TABLE something (id INTEGER)"))
    path = Path(file.url.database)
    path.rename(f"{path}.away")
    with pytest.raises(sa.exc.SQLAlchemyError) as caught, file.connect():
        pass
    assert files.is_away(caught.value)
    assert not path.exists()


def test_a_process_is_not_ready_if_it_cannot_write(tmp_path):
    with connected(begun(tmp_path / "bot.sqlite")) as file:
        assert takes_changes(file)
        with file.connect() as connection:  # the one that is used next
            connection.exec_driver_sql("PRAGMA query_only=ON")
        assert not takes_changes(file)
    with connected(f"sqlite:///{tmp_path / 'bot.sqlite'}") as file:
        Path(file.url.database).unlink()
        assert not takes_changes(file)


def test_an_old_sqlite_tells_the_time_in_fractions_of_a_second(file):
    now = asked(file, "SELECT unixepoch('subsec')")
    assert isinstance(now, float)
    assert now == pytest.approx(time.time(), abs=5)


@pytest.fixture
def noted(file: sa.Engine) -> sa.Table:
    table = sa.Table("noted", sa.MetaData(), sa.Column("word", sa.String))
    with file.begin() as connection:
        table.create(connection)
    return table


ROWS = ({"word": "one"}, [{"word": "one"}, {"word": "two"}])


@pytest.mark.parametrize("rows", ROWS, ids=["one row", "many rows"])
def test_a_writer_waits_for_another_process(file, noted, rows, monkeypatch):
    met, theirs = [], files.connect(str(file.url))
    with theirs.connect() as other:
        other.execute(noted.insert(), {"word": "first"})

        def end_the_others(_: threading.Event, pause: float) -> None:
            met.append(pause)
            other.commit()

        with monkeypatch.context() as patched, file.begin() as connection:
            patched.setattr(threading.Event, "wait", end_the_others)
            connection.execute(noted.insert(), rows)
    theirs.dispose()
    assert met == [sqlite.AGAIN]
    assert asked(file, "SELECT word FROM noted LIMIT 1 OFFSET 1") == "one"


def test_a_writer_goes_on_when_another_one_of_its_process_ends(file, noted, monkeypatch):
    monkeypatch.setattr(sqlite, "AGAIN", 15.0)
    waits, wait = threading.Semaphore(0), threading.Event.wait

    def tell_of_the_wait(event: threading.Event, pause: float | None = None) -> bool:
        if pause == sqlite.AGAIN:
            waits.release()
        return wait(event, pause)

    def write() -> None:
        with file.begin() as connection:
            connection.execute(noted.insert(), {"word": "second"})

    monkeypatch.setattr(threading.Event, "wait", tell_of_the_wait)
    with ThreadPoolExecutor(1) as pool:
        with file.begin() as other:
            other.execute(noted.insert(), {"word": "first"})
            writing = pool.submit(write)
            assert waits.acquire(timeout=10)
        writing.result(5)
    assert asked(file, "SELECT word FROM noted LIMIT 1 OFFSET 1") == "second"


@pytest.mark.parametrize("rows", ROWS, ids=["one row", "many rows"])
def test_a_writer_gives_up_on_another_one_in_the_end(file, noted, rows):
    hasty = files.connect(str(file.url), patience=0.1)
    with file.connect() as other, hasty.connect() as connection:
        other.execute(noted.insert(), {"word": "first"})
        with pytest.raises(sa.exc.OperationalError, match="locked") as caught:
            connection.execute(noted.insert(), rows)
    hasty.dispose()
    assert files.is_away(caught.value)


def test_a_wrong_statement_fails_at_once_and_is_not_retried(file):
    with (
        file.connect() as connection,
        pytest.raises(sa.exc.OperationalError, match="nowhere") as caught,
    ):
        connection.execute(sa.text("SELECT 1 FROM nowhere"))
    assert files.is_missing_table(caught.value)
    assert not files.is_away(caught.value)


@pytest.mark.long
def test_a_frozen_process_does_not_hold_its_locks_in_postgresql(databases, tmp_path):
    with databases("postgresql", tmp_path) as url, connected(url) as engine:
        assert asked(engine, "SHOW idle_in_transaction_session_timeout") == "5s"


def test_an_error_of_the_database_does_not_show_what_was_to_be_written(engine):
    with pytest.raises(DBAPIError) as caught, engine.connect() as connection:
        connection.execute(sa.text("SELECT :secret FROM nowhere"), {"secret": SECRET})
    assert SECRET not in str(caught.value)
