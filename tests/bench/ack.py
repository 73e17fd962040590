"""Acknowledging 20 notices a second, compared with a route that only checks a signature."""

from __future__ import annotations

import asyncio
from pathlib import Path

from tests.bench.bots import both
from tests.bench.notices import deliver_steadily
from tests.bench.plain import bare_route
from tests.bench.report import Target, percentile, table
from tests.bench.town import Town, open_town

PER_SECOND = 20
BLOCK = 100
BLOCKS = 4
UPSTREAM = 0.05  # seconds added to each upstream call
MOST_MS = 25.0


def measure(folder: Path) -> list[Target]:
    """Measure the bare route, `run` and `web` in turn, a block of notices each."""
    with open_town(folder) as town, bare_route(folder) as bare, both(town, folder) as bots:
        town.delay(UPSTREAM)
        addresses = {"bare route": bare, "run": bots[0].address, "web": bots[1].address}
        found: dict[str, list[float]] = {name: [] for name in addresses}
        for address in addresses.values():
            _block(town, address, PER_SECOND)  # to warm up
        for _ in range(BLOCKS):
            for name, address in addresses.items():
                found[name] += _block(town, address, BLOCK)
    return _told(found)


def _block(town: Town, address: str, number: int) -> list[float]:
    """Return how many ms each took."""
    notices = town.ask(number)
    sent = asyncio.run(deliver_steadily(address, notices, PER_SECOND))
    if any(each.status != 204 for each in sent):
        raise RuntimeError("A notice was not acknowledged.")
    town.account(patience=2)
    return [1000 * each.took for each in sent]


def _told(found: dict[str, list[float]]) -> list[Target]:
    rows = [
        (name, len(times), percentile(times, 50), percentile(times, 99), max(times))
        for name, times in found.items()
    ]
    title = f"Acknowledgement at {PER_SECOND} notices a second"
    table(title, ("", "notices", "p50 ms", "p99 ms", "most ms"), rows)
    return [
        Target(f"{name}, p99 of the acknowledgement", percentile(found[name], 99), MOST_MS, " ms")
        for name in ("run", "web")
    ]
