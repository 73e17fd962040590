"""From a notice to the guest's link, compared with the same calls by bare requests."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any, TypeAlias

from tests.bench.bot_processes import Bot, both
from tests.bench.notices import deliver
from tests.bench.plain import Plain
from tests.bench.recorded_town import Town, open_town
from tests.bench.report import Target, table

WARM_UP = 5
ROUNDS = {0.05: 40, 0.3: 20}
"""How often each is measured, by the seconds added to each upstream call."""
MOST = {("run", 0.05): 1.15, ("run", 0.3): 1.05, ("web + worker", 0.3): 1.35}
CALLS = 5

Serve: TypeAlias = Callable[[dict[str, Any]], float]
Times: TypeAlias = dict[str, list[float]]


def measure(folder: Path) -> list[Target]:
    """Measure plain, `run` and `web` + `worker` in turn, with each delay."""
    with open_town(folder) as town, both(town, folder) as bots:
        contenders = {"plain": _plain(Plain(town)), **{bot.name: _bot(bot) for bot in bots}}
        targets = []
        for delay, rounds in ROUNDS.items():
            town.delay(delay)
            found = _compete(town, contenders, WARM_UP + rounds)
            targets += _told(delay, {name: times[WARM_UP:] for name, times in found.items()})
        return targets


def _plain(plain: Plain) -> Serve:
    def serve(notice: dict[str, Any]) -> float:
        at = time.time()
        plain.serve(notice)
        return at

    return serve


def _bot(bot: Bot) -> Serve:
    return lambda notice: asyncio.run(deliver(bot.address, notice)).at


def _compete(town: Town, contenders: dict[str, Serve], rounds: int) -> Times:
    times: Times = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, serve in contenders.items():
            times[name].append(_once(town, serve))
    return times


def _once(town: Town, serve: Serve) -> float:
    # A random pause, so that no contender always meets the same moment of another's polling.
    time.sleep(random.uniform(0.05, 0.15))  # noqa: S311 - nothing secret
    (notice,) = town.ask(1)
    at = serve(notice)
    account = town.account()
    if account.calls != CALLS or account.served_once != 1:
        raise RuntimeError(
            f"{account.calls} calls and {account.served_once} served, not {CALLS}, 1"
        )
    return account.guests[0][0] - at


def _told(delay: float, found: Times) -> list[Target]:
    plain = median(found["plain"])
    ratios = {name: median(times) / plain for name, times in found.items()}
    rows = [
        (name, len(times), 1000 * median(times), 1000 * min(times), f"{ratios[name]:.3f}")
        for name, times in found.items()
    ]
    title = f"Notice to guest link, {1000 * delay:.0f} ms added to each upstream call"
    table(title, ("", "times", "median ms", "least ms", "ratio"), rows)
    return [
        Target(f"{name} / plain at {1000 * delay:.0f} ms", ratio, MOST[name, delay])
        for name, ratio in ratios.items()
        if (name, delay) in MOST
    ]
