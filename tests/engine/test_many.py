"""Several receivers and workers over one database, of which some come and go."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest

from bot.sandbox.webex.faults import Silence
from tests.engine.bots import BotProcess, Installation, deliver, installed
from tests.engine.databases import wait_until
from tests.engine.town import EVERYTHING, Order, Town, open_town

pytestmark = pytest.mark.long  # many processes, and PostgreSQL


@pytest.fixture
def town() -> Iterator[Town]:
    with open_town() as town:
        yield town


@pytest.fixture
def bots(databases, town: Town, tmp_path: Path) -> Iterator[Installation]:
    with databases("postgresql", tmp_path) as url, installed(town, url, tmp_path) as bots:
        yield bots


def announce(town: Town, orders: list[Order], *webs: BotProcess) -> None:
    """Tell the receivers of the orders in turn, one after the other."""
    for order, web in zip(orders, cycle(webs), strict=False):
        assert deliver(web.address, town.notice(order)) == [204]


def test_another_worker_finishes_a_killed_ones_work_within_a_minute(town: Town, bots: Installation):
    webs, killed, _ = [bots.web(), bots.web()], bots.worker(), bots.worker()
    town.world.latency = 0.5
    orders = [town.order() for _ in range(20)]
    announce(town, orders, *webs)
    town.wait_until(lambda: town.called("/joseencrypt") > 5)
    began = time.monotonic()
    killed.die()
    town.wait_until(lambda: town.served(*orders), 60)
    assert time.monotonic() - began < 60
    assert [town.told(each) for each in orders] == [EVERYTHING] * len(orders)


def test_a_rolling_restart_with_a_new_version_loses_nothing(town: Town, bots: Installation):
    town.world.latency = 0.3
    old_web, old = bots.web(), bots.worker("tests.engine.older")
    orders = [town.order() for _ in range(10)]
    announce(town, orders, old_web)
    new_web, _ = bots.web(), bots.worker()
    orders += (both := [town.order() for _ in range(10)])
    announce(town, both, old_web, new_web)
    assert old_web.leave() == 0
    orders += (last := [town.order() for _ in range(10)])
    announce(town, last, new_web)
    assert old.leave() == 0
    town.wait_until(lambda: town.served(*orders), 60)
    assert [town.told(each) for each in orders] == [EVERYTHING] * len(orders)


def test_a_worker_waiting_for_a_silent_service_stops_within_20_seconds(
    town: Town, bots: Installation
):
    web, leaving = bots.web(), bots.worker()
    town.world.faults = [Silence(3600, path="/joseencrypt")]
    order = town.order()
    announce(town, [order], web)
    wait_until(lambda: not town.world.faults)
    began = time.monotonic()
    assert leaving.leave() == 0
    assert time.monotonic() - began < 21
    bots.worker()
    town.wait_until(lambda: town.served(order))
    assert town.told(order) == EVERYTHING
