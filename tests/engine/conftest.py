"""A town, its bots in processes of their own, and both kinds of database."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pytest

from tests.engine.bots import Installation, installed
from tests.engine.databases import GIVEN, NoPostgres, begun, fresh_database, postgres
from tests.engine.town import Town, open_town


@pytest.fixture
def town() -> Iterator[Town]:
    with open_town() as town:
        yield town


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    if given := os.environ.get(GIVEN):
        yield given
        return
    try:
        with postgres() as server:
            yield server.get_uri()
    except NoPostgres as reason:
        pytest.skip(str(reason))


@pytest.fixture(scope="session")
def databases(request: pytest.FixtureRequest) -> Callable[[str, Path], AbstractContextManager[str]]:
    """Return what opens a new database of a kind, and yields its URL."""

    def fresh(kind: str, folder: Path) -> AbstractContextManager[str]:
        if kind == "sqlite":
            return nullcontext(begun(folder / "bot.sqlite"))
        return fresh_database(request.getfixturevalue("postgres_server"))

    return fresh


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.long)])
def database(request: pytest.FixtureRequest, databases, tmp_path: Path) -> Iterator[str]:
    with databases(request.param, tmp_path) as url:
        yield url


@pytest.fixture
def bots(town: Town, database: str, tmp_path: Path) -> Iterator[Installation]:
    with installed(town, database, tmp_path) as installation:
        yield installation
