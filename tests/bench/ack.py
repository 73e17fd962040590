"""Acknowledging notices: 20 a second, compared with a bare route, and 200 at once on one core."""

from __future__ import annotations

import asyncio
from pathlib import Path
from statistics import median

from tests.bench.bot_processes import both
from tests.bench.notices import deliver_at_once, deliver_steadily
from tests.bench.plain import bare_route
from tests.bench.recorded_town import Town, open_town
from tests.bench.report import Target, percentile, table

PER_SECOND = 20
BLOCK = 100
BLOCKS = 4
UPSTREAM = 0.05  # seconds added to each upstream call
MOST_MS = 25.0
BURSTS = 3
AT_ONCE = 200
MOST_AT_ONCE = 2.5  # seconds until the last is acknowledged


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
        bots[0].keep_to_one_core()
        last = median(_last_at_once(town, bots[0].address) for _ in range(BURSTS))
    at_once = f"run on one core, last acknowledgement of {AT_ONCE} at once"
    return [*_told(found), Target(at_once, last, MOST_AT_ONCE, " s")]


def _last_at_once(town: Town, address: str) -> float:
    """Return after how many seconds the last of many notices at once was acknowledged."""
    sent = asyncio.run(deliver_at_once(address, town.ask(AT_ONCE)))
    town.account(patience=60)
    return max(each.took for each in sent)


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
