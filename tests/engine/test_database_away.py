"""While the database is away nothing is half recorded, and the sender is told to come again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.engine.bots import deliver, installed
from tests.engine.databases import NoPostgres, fresh_database, postgres
from tests.engine.town import EVERYTHING


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
