"""Processor time and memory of web and worker while idle."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

from tests.bench.bot_processes import Bot, halves_of_the_procfile
from tests.bench.notices import deliver_steadily
from tests.bench.recorded_town import Town, open_town
from tests.bench.report import Target, table

SETTLED = 10.0
"""Seconds after which nothing of a start, or of commands, goes on."""

SPELL = 60.0
"""Seconds of one measurement: all that is done now and then is done in it."""

PER_SECOND = 20
COMMANDS = 500
MOST_PERCENT = 6.0  # of one core
MOST_MB = 220.0


def measure(folder: Path) -> list[Target]:
    """Measure both halves when they have just begun, and after some hundreds of commands."""
    with open_town(folder) as town, halves_of_the_procfile(town, folder) as bot:
        time.sleep(SETTLED)
        fresh = (_percent(bot), bot.memory())
        _serve(town, bot)
        time.sleep(SETTLED)
        used = (_percent(bot), bot.memory())
    return _told({"fresh": fresh, f"after {COMMANDS} commands": used})


def _percent(bot: Bot) -> float:
    """Return the percent of a core that the bot uses for a while."""
    before, began = bot.cpu(), time.monotonic()
    time.sleep(SPELL)
    return 100 * (bot.cpu() - before) / (time.monotonic() - began)


def _serve(town: Town, bot: Bot) -> None:
    notices = town.ask(COMMANDS)
    asyncio.run(deliver_steadily(bot.address, notices, PER_SECOND))
    if town.account().served_once != COMMANDS:
        raise RuntimeError("Not all was served once.")


def _told(found: dict[str, tuple[float, float]]) -> list[Target]:
    table("Idle", ("", "% of a core", "MB"), [(name, *each) for name, each in found.items()])
    targets = [(f"{name}, idle CPU", cpu, MOST_PERCENT, " %") for name, (cpu, _) in found.items()]
    targets += [(f"{name}, memory", mb, MOST_MB, " MB") for name, (_, mb) in found.items()]
    return [Target(*each) for each in targets]
