"""Commands per second by one worker and by two, on PostgreSQL.

Each worker runs few conversations at a time, so that workers are the limit, not the cores.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median

from tests.bench.bot_processes import ADDRESS, settings_of
from tests.bench.notices import deliver_at_once
from tests.bench.processes import started
from tests.bench.recorded_town import Town, open_town
from tests.bench.report import Target, table
from tests.engine.databases import fresh_database, postgres

NUMBER = 200
ROUNDS = 3
UPSTREAM = 0.3  # seconds added to each upstream call
CONCURRENCY = 15
KNOWN = 5.0
"""Seconds after which workers know of each other."""

MOST_SHARE = 0.7
"""Of the time that one worker takes."""


def measure(folder: Path) -> list[Target]:
    """Serve bursts by one worker, then by two."""
    with postgres() as server, open_town(folder) as town:
        town.delay(UPSTREAM)
        found = {number: _bursts(town, folder, server.get_uri(), number) for number in (1, 2)}
    rows = [(f"{number}", taken, NUMBER / taken) for number, taken in found.items()]
    title = f"{NUMBER} notices at once over PostgreSQL, medians of {ROUNDS} bursts"
    table(title, ("workers", "all served s", "a second"), rows)
    return [Target("the time of two workers, of that of one", found[2] / found[1], MOST_SHARE)]


def _bursts(town: Town, folder: Path, server: str, workers: int) -> float:
    """Return the seconds that a burst takes until all is served."""
    with fresh_database(server) as database, _bot(town, folder, database, workers) as address:
        _burst(town, address, 20)  # to warm up
        return median(_burst(town, address, NUMBER) for _ in range(ROUNDS))


@contextmanager
def _bot(town: Town, folder: Path, database: str, workers: int) -> Iterator[str]:
    settings = settings_of(town, "unused")
    settings |= {"DATABASE_URL": database, "CONCURRENCY": str(CONCURRENCY)}
    with ExitStack() as stack:
        for _ in range(workers):
            worker = stack.enter_context(started(["-m", "bot", "worker"], folder, **settings))
            worker.said("worker is running")
        web = stack.enter_context(started(["-m", "bot", "web"], folder, **settings))
        address = web.said(ADDRESS)
        time.sleep(KNOWN)
        yield address


def _burst(town: Town, address: str, number: int) -> float:
    notices = town.ask(number)
    began = time.time()
    asyncio.run(deliver_at_once(address, notices))
    account = town.account(patience=120)
    if account.served_once != number:
        raise RuntimeError(f"{account.served_once} of {number} were served once.")
    return max(time for times in account.guests for time in times) - began
