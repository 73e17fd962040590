"""Processor time per command under load, compared with the same five calls by bare requests."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from statistics import median

from tests.bench.bot_processes import Bot, both
from tests.bench.notices import deliver_steadily
from tests.bench.plain import Plain
from tests.bench.recorded_town import Town, open_town
from tests.bench.report import Target, table

PER_SECOND = 20
BLOCK = 160
BLOCKS = 3
UPSTREAM = 0.05  # seconds added to each upstream call
MOST_MS = 35.0


def measure(folder: Path) -> list[Target]:
    """Measure plain, `run` and `web` + `worker` in turn, a block of commands each."""
    with open_town(folder) as town, both(town, folder) as bots:
        plain = Plain(town)
        town.delay(UPSTREAM)
        for bot in bots:
            _bot(town, bot, PER_SECOND)  # to warm up
        found: dict[str, list[float]] = {"plain": [], **{bot.name: [] for bot in bots}}
        for _ in range(BLOCKS):
            found["plain"].append(_plain(town, plain, PER_SECOND))
            for bot in bots:
                found[bot.name].append(_bot(town, bot, BLOCK))
    return _told(found)


def _plain(town: Town, plain: Plain, number: int) -> float:
    notices = town.ask(number)
    before = time.process_time()
    for notice in notices:
        plain.serve(notice)
    return 1000 * (time.process_time() - before) / number


def _bot(town: Town, bot: Bot, number: int) -> float:
    notices = town.ask(number)
    before = bot.cpu()
    asyncio.run(deliver_steadily(bot.address, notices, PER_SECOND))
    account = town.account()
    if account.served_once != number:
        raise RuntimeError(f"{account.served_once} of {number} were served once.")
    return 1000 * (bot.cpu() - before) / number


def _told(found: dict[str, list[float]]) -> list[Target]:
    rows = [(name, median(all_), min(all_), max(all_)) for name, all_ in found.items()]
    title = f"CPU a command at {PER_SECOND} a second, blocks of {BLOCK}"
    table(title, ("", "median ms", "least ms", "most ms"), rows)
    return [
        Target(f"{name}, CPU a command", median(all_), MOST_MS, " ms")
        for name, all_ in found.items()
        if name != "plain"
    ]
