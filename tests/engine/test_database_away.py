"""While the database is away nothing is half recorded, and the sender is told to come again."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from tests.engine.bots import BotProcess, Installation, deliver, installed
from tests.engine.databases import NoPostgres, begun, fresh_database, postgres
from tests.engine.town import EVERYTHING, Town

DISK, BLOCK = 64 * 1024 * 1024, 4096
"""Bytes of a small disk, and of a block on it."""

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


def served_though_away(
    town: Town, bots: Installation, away: Callable[[BotProcess], object]
) -> None:
    """Have commands in progress while the database is away; afterwards each is served once."""
    web, _worker = bots.web(), bots.worker()
    town.world.latency = 1.0  # second
    orders = [town.order() for _ in range(IN_HAND)]
    for order in orders:
        assert deliver(web.address, town.notice(order)) == [204]
    town.wait_until(lambda: town.called("/joseencrypt") > IN_HAND / 3)
    away(web)
    town.world.latency = 0.0
    town.wait_until(lambda: town.served(*orders), 120)
    assert [town.told(each) for each in orders] == [EVERYTHING] * IN_HAND
    said = [each.text for each in town.world.messages.values()]
    assert not [text for text in said if "something went wrong on my side" in text]
    receipts = [[each.text for each in town.answers(order)] for order in orders]
    assert all(
        f"{each.guest}: invited" in text for each, [text] in zip(orders, receipts, strict=True)
    )


@pytest.mark.long
def test_commands_in_progress_wait_for_a_locked_database(town: Town, tmp_path: Path):
    url = begun(file := tmp_path / "bot.sqlite")

    def lock(_web: BotProcess) -> None:
        with closing(sqlite3.connect(file, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            time.sleep(45)  # as another program may hold it
            other.execute("ROLLBACK")

    with installed(town, url, tmp_path) as bots:
        served_though_away(town, bots, lock)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own, which can be filled."""
    folder = tmp_path / "disk"
    folder.mkdir()
    made = ["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(folder)]
    if not shutil.which("mount") or subprocess.run(made, check=False).returncode:
        pytest.skip("Only root can mount a small disk.")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@contextmanager
def full(disk: Path) -> Iterator[None]:
    """Leave not a byte free on a disk."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(BLOCK))
    try:
        yield
    finally:
        filler.unlink()


@pytest.mark.long
def test_commands_in_progress_wait_for_a_full_disk(disk: Path, town: Town, tmp_path: Path):
    def fill(web: BotProcess) -> None:
        with full(disk):
            time.sleep(8)
            assert deliver(web.address, town.notice(town.order())) == [503]

    with installed(town, begun(disk / "bot.sqlite"), tmp_path) as bots:
        served_though_away(town, bots, fill)


@pytest.mark.long
def test_commands_in_progress_wait_for_postgresql(server: Any, town: Town, tmp_path: Path):
    def restart(_web: BotProcess) -> None:
        server.stop()
        time.sleep(8)
        server.start()

    with fresh_database(server.get_uri()) as url, installed(town, url, tmp_path) as bots:
        served_though_away(town, bots, restart)
