"""How long a program waits for a meeting, beside the bare mint."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import requests

from bot.core.domain.joseencrypt import LinkRequest
from bot.edges.storage.encryption import new_key
from tests.bench.bot_processes import run, settings_of, web_and_worker
from tests.bench.processes import Process
from tests.bench.recorded_town import Town, open_town
from tests.bench.report import Target, percentile, table
from tests.engine.databases import NoPostgres, fresh_database, postgres

REQUESTS = 60
WARM_UP = 5
UPSTREAM = 0.05  # seconds added to each upstream call
MOST_MS = 40.0


@dataclass(frozen=True)
class Program:
    """A program with a key.

    Args:
        name: how its bot is run.
        address: of the bot.
        key: the key.
    """

    name: str
    address: str
    key: str


def measure(folder: Path) -> list[Target]:
    """Measure `POST /v1/meetings` for one guest, in one process and in two on each database."""
    with open_town(folder) as town, _programs(town, folder) as programs:
        for each in programs:
            _make(each, WARM_UP)
        town.delay(UPSTREAM)
        rounds = [(_mint(town), *map(_make, programs)) for _ in range(REQUESTS)]
    plain, *made = zip(*rounds, strict=True)
    return _told(plain, dict(zip((each.name for each in programs), made, strict=True)))


@contextmanager
def _programs(town: Town, folder: Path) -> Iterator[list[Program]]:
    with ExitStack() as running:
        one = running.enter_context(run(town, folder))
        two = running.enter_context(web_and_worker(town, folder))
        found = [
            Program("run", one.address, _new_key(town, folder, "run")),
            Program("web + worker, SQLite", two.address, _new_key(town, folder, "halves")),
        ]
        try:
            server = running.enter_context(postgres())
        except NoPostgres as why:
            print(why)
        else:
            url = running.enter_context(fresh_database(server.get_uri()))
            there = {"DATABASE_URL": url, "PAYLOAD_KEYS": new_key()}
            three = running.enter_context(web_and_worker(town, folder, **there))
            key = _new_key(town, folder, "", **there)
            found.append(Program("web + worker, PostgreSQL", three.address, key))
        yield found


def _new_key(town: Town, folder: Path, database: str, **more: str) -> str:
    command = ["-m", "bot", "keys", "new", "bench", "--per-minute", "10000"]
    settings = settings_of(town, database) | more
    return Process(command, folder, **settings).said(r"icb_\w+_[\w-]{43}")


def _mint(town: Town) -> float:
    """Return the milliseconds of a bare call of the broker."""
    order = LinkRequest(sub=uuid.uuid4().hex, hosts=1, guests=1).body()
    allowed = {"Authorization": "Bearer sandbox-token-bot"}
    began = time.perf_counter()
    answer = requests.post(
        f"{town.url}/api/v2/joseencrypt", json=order, headers=allowed, timeout=10
    )
    answer.raise_for_status()
    return 1000 * (time.perf_counter() - began)


def _make(program: Program, times: int = 1) -> float:
    """Return the milliseconds of the last of so many requests."""
    body = {"host": "erin@example.com", "guests": [{"email": "alice@x.com"}]}
    for _ in range(times):
        headers = {"Authorization": f"Bearer {program.key}", "Idempotency-Key": uuid.uuid4().hex}
        began = time.perf_counter()
        url = f"{program.address}/v1/meetings"
        answer = requests.post(url, json=body, headers=headers, timeout=10)
        passed = 1000 * (time.perf_counter() - began)
        answer.raise_for_status()
    return passed


def _told(plain: tuple[float, ...], made: dict[str, tuple[float, ...]]) -> list[Target]:
    rows = [("bare mint", plain), *made.items()]
    cells = [(name, median(each), percentile(list(each), 95)) for name, each in rows]
    title = f"POST /v1/meetings, {1000 * UPSTREAM:.0f} ms added to each call"
    table(title, ("", "median ms", "95 % within ms"), cells)
    beyond = {name: median(each) - median(plain) for name, each in made.items()}
    return [
        Target(f"POST /v1/meetings, beyond the mint, {name}", more, MOST_MS, " ms")
        for name, more in beyond.items()
    ]
