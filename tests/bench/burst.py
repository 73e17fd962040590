"""500 notices at once: each is acknowledged, and handled once."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.bench.bot_processes import Bot, both
from tests.bench.notices import deliver_at_once
from tests.bench.recorded_town import Town, open_town
from tests.bench.report import Target, percentile, table

NUMBER = 500
ROUNDS = 3
UPSTREAM = 0.05  # seconds added to each upstream call
LEAST_PER_SECOND = 20
LATE = 1.0
"""Seconds in which something might still be served a second time."""


@dataclass(frozen=True)
class Burst:
    """What came of one burst; times are in seconds."""

    acknowledged: list[float]
    refused: int
    served_once: int
    hosts: int
    all_served: float


def measure(folder: Path) -> list[Target]:
    """Burst over `run` and `web` + `worker` in turn."""
    with open_town(folder) as town, both(town, folder) as bots:
        town.delay(UPSTREAM)
        found: dict[str, list[Burst]] = {bot.name: [] for bot in bots}
        for _ in range(ROUNDS):
            for bot in bots:
                found[bot.name].append(_burst(town, bot))
    return _told(found)


def _burst(town: Town, bot: Bot) -> Burst:
    notices = town.ask(NUMBER)
    began = time.time()
    sent = asyncio.run(deliver_at_once(bot.address, notices))
    town.account(patience=120)
    time.sleep(LATE)
    account = town.account()
    return Burst(
        acknowledged=[each.took for each in sent],
        refused=sum(not 200 <= each.status < 300 for each in sent),
        served_once=account.served_once,
        hosts=account.hosts,
        all_served=max((time for times in account.guests for time in times), default=0) - began,
    )


def _told(found: dict[str, list[Burst]]) -> list[Target]:
    rows = [
        (
            name,
            1000 * median(percentile(each.acknowledged, 50) for each in bursts),
            1000 * median(percentile(each.acknowledged, 99) for each in bursts),
            median(each.all_served for each in bursts),
            NUMBER / median(each.all_served for each in bursts),
        )
        for name, bursts in found.items()
    ]
    title = f"{NUMBER} notices at once, medians of {ROUNDS} bursts"
    table(title, ("", "ack p50 ms", "ack p99 ms", "all served s", "a second"), rows)
    return [target for name, bursts in found.items() for target in _targets(name, bursts)]


def _targets(name: str, bursts: list[Burst]) -> list[Target]:
    refused = sum(each.refused for each in bursts)
    guests = sum(NUMBER - each.served_once for each in bursts)
    hosts = sum(abs(NUMBER - each.hosts) for each in bursts)
    taken, most = median(each.all_served for each in bursts), NUMBER / LEAST_PER_SECOND
    return [
        Target(f"{name}, time until all are served", taken, most, " s"),
        Target(f"{name}, notices of {ROUNDS * NUMBER} not answered 2xx", refused, 0),
        Target(f"{name}, requests without exactly one guest link", guests, 0),
        Target(f"{name}, host links too few or too many", hosts, 0),
    ]
