"""While the database is away nothing is half recorded, and the sender is told to come again."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.engine.bots import Installation, deliver, installed
from tests.engine.databases import NoPostgres, begun, fresh_database, postgres
from tests.engine.town import EVERYTHING, Town

IN_HAND = 30
"""Commands that are in progress while the database is away."""


@pytest.fixture(scope="module")
def server() -> Iterator[Any]:
    """A server that can be stopped: one that was given by its URL is somebody else's."""
    try:
        with postgres() as server:
            yield server
    except NoPostgres as reason:
        pytest.skip(str(reason))


@pytest.mark.long
def test_a_notice_is_refused_while_postgresql_is_away_and_served_when_it_is_back(
    server, town, tmp_path
):
    with (
        fresh_database(server.get_uri()) as database,
        installed(town, database, tmp_path) as bots,
    ):
        web, _worker = bots.web(), bots.worker()
        order = town.order()
        server.stop()
        assert deliver(web.address, town.notice(order)) == [503]
        server.start()
        assert deliver(web.address, town.notice(order)) == [204]
        town.wait_until(lambda: town.served(order))
        assert town.told(order) == EVERYTHING


def served_though_away(town: Town, bots: Installation, away: Callable[[], object]) -> None:
    """Have commands in progress while the database is away; afterwards each is served once."""
    web, _worker = bots.web(), bots.worker()
    town.world.latency = 1.0  # second
    orders = [town.order() for _ in range(IN_HAND)]
    for order in orders:
        assert deliver(web.address, town.notice(order)) == [204]
    town.wait_until(lambda: town.called("/joseencrypt") > IN_HAND / 3)
    away()
    town.world.latency = 0.0
    town.wait_until(lambda: town.served(*orders), 120)
    assert [town.told(each) for each in orders] == [EVERYTHING] * IN_HAND
    assert (
        sum("something went wrong on my side" in each.text for each in town.world.messages.values())
        == 0
    )


@pytest.mark.long
def test_commands_in_progress_wait_for_a_locked_database(town: Town, tmp_path: Path):
    url = begun(file := tmp_path / "bot.sqlite")

    def lock() -> None:
        with closing(sqlite3.connect(file, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            time.sleep(45)  # as another program may hold it
            other.execute("ROLLBACK")

    with installed(town, url, tmp_path) as bots:
        served_though_away(town, bots, lock)


@pytest.mark.long
def test_commands_in_progress_wait_for_postgresql(server: Any, town: Town, tmp_path: Path):
    def restart() -> None:
        server.stop()
        time.sleep(8)
        server.start()

    with fresh_database(server.get_uri()) as url, installed(town, url, tmp_path) as bots:
        served_though_away(town, bots, restart)
