"""How soon `--help` is printed, and a new bot handles its first command."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from statistics import median

from tests.bench.bot_processes import run
from tests.bench.notices import deliver
from tests.bench.processes import Process
from tests.bench.recorded_town import Town, open_town
from tests.bench.report import Target, table

TIMES = 5
COLD_STARTS = 3
MOST = 0.4  # seconds until help is printed
PROGRAMS = {
    "python -c pass": ["-c", "print('Usage')"],
    "python -m bot --help": ["-m", "bot", "--help"],
}


def measure(folder: Path) -> list[Target]:
    """Measure an empty program and the help in turn, then cold starts of `run`."""
    found: dict[str, list[float]] = {name: [] for name in PROGRAMS}
    for _ in range(1 + TIMES):  # the first writes the compiled files
        for name, arguments in PROGRAMS.items():
            found[name].append(_seconds(arguments, folder))
    programs = {name: times[1:] for name, times in found.items()}
    with open_town(folder) as town:
        starts = [_cold_start(town, folder / str(number)) for number in range(COLD_STARTS)]
    return _told({**programs, "run, to the first guest link": starts})


def _seconds(arguments: list[str], folder: Path) -> float:
    began = time.perf_counter()
    process = Process(arguments, folder)
    process.wait()
    took = time.perf_counter() - began
    if "Usage" not in process.log.read_text():
        raise RuntimeError(f"It said:\n{process.log.read_text()}")
    return took


def _cold_start(town: Town, folder: Path) -> float:
    folder.mkdir()
    (notice,) = town.ask(1)
    began = time.time()
    with run(town, folder) as bot:
        asyncio.run(deliver(bot.address, notice))
        return town.account().guests[0][0] - began


def _told(found: dict[str, list[float]]) -> list[Target]:
    rows = [(name, len(all_), median(all_), min(all_), max(all_)) for name, all_ in found.items()]
    table("Start", ("", "times", "median s", "least s", "most s"), rows)
    return [Target("python -m bot --help", median(found["python -m bot --help"]), MOST, " s")]
