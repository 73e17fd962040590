"""Whether anything fills up: memory, threads, files, database, under load and misfortune."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import requests

from tests.bench.bots import ADDRESS, settings_of
from tests.bench.notices import deliver_steadily
from tests.bench.processes import Process, started
from tests.bench.report import Target, table
from tests.bench.town import Town, open_town

PER_SECOND = 20
SAMPLES = 24
"""Looks at the bot, evenly over the run."""

SETTLED = 0.5
"""Part of the run after which nothing may grow: before, what is kept for a while piles up."""


@dataclass(frozen=True)
class Sample:
    """What the bot takes at a moment.

    Args:
        minutes: since the beginning.
        memory: megabytes that are resident.
        threads: how many.
        files: how many are open, connections too.
        database: megabytes of the file and its log.
        rows: in all tables that commands add to.
    """

    minutes: float
    memory: float
    threads: int
    files: int
    database: float
    rows: int


def measure(folder: Path, minutes: float = 30.0, per_second: int = PER_SECOND) -> list[Target]:
    """Ask for so many meetings a second, with faults, and look at the bot now and then."""
    with open_town(folder) as town:
        settings = settings_of(town, "soaked")
        with started(["-m", "tests.bench.soaked"], folder, **settings) as bot:
            samples = _soaked(town, bot, folder / "soaked.sqlite", 60 * minutes, per_second)
        left = _unfinished(folder / "soaked.sqlite")
    return _told(samples, left)


def _soaked(
    town: Town, bot: Process, database: Path, seconds: float, per_second: int
) -> list[Sample]:
    address = bot.said(f"(?<=listens on ){ADDRESS}")
    samples: list[Sample] = []
    began = time.monotonic()
    while (past := time.monotonic() - began) < seconds:
        if past >= len(samples) * seconds / SAMPLES:
            samples.append(_sample(bot, database, past / 60))
        requests.put(f"{town.url}/bench/weather", timeout=10)
        asyncio.run(deliver_steadily(address, town.ask(per_second), per_second))
    town.account()
    samples.append(_sample(bot, database, (time.monotonic() - began) / 60))
    return samples


def _sample(bot: Process, database: Path, minutes: float) -> Sample:
    mine = Path(f"/proc/{bot.pid}")
    status = dict(line.split(":", 1) for line in (mine / "status").read_text().splitlines())
    files = sorted(database.parent.glob(f"{database.name}*"))
    return Sample(
        minutes,
        int(status["VmRSS"].split()[0]) / 1024,
        int(status["Threads"]),
        len(list((mine / "fd").iterdir())),
        sum(each.stat().st_size for each in files) / 2**20,
        sum(_rows(database, table) for table in TABLES),
    )


TABLES = (
    *("workflow_status", "workflow_input", "workflow_output"),
    *("inbox", "checkpoints", "meetings", "hosts", "deliveries", "courtesies"),
)


def _rows(database: Path, name: str) -> int:
    with closing(sqlite3.connect(database, timeout=30)) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0])  # noqa: S608 - its own


def _unfinished(database: Path) -> dict[str, int]:
    with closing(sqlite3.connect(database, timeout=30)) as connection:
        found = connection.execute("SELECT status, count(*) FROM workflow_status GROUP BY status")
        return dict(found.fetchall())


def _told(samples: list[Sample], left: dict[str, int]) -> list[Target]:
    heads = ("minutes", "memory MB", "threads", "files", "database MB", "rows")
    table(
        "Soak", heads, [(f"{each.minutes:.1f}", *list(vars(each).values())[1:]) for each in samples]
    )
    print(f"  conversations by state: {left}")
    settled = [each for each in samples if each.minutes >= SETTLED * samples[-1].minutes]
    grown = {
        name: _growth([getattr(each, name) for each in settled])
        for name in ("memory", "threads", "files", "database", "rows")
    }
    most = {"memory": 5.0, "threads": 10.0, "files": 10.0, "database": 10.0, "rows": 10.0}
    targets = [Target(f"growth of {name}", grown[name], most[name], " %") for name in grown]
    return [*targets, Target("conversations that broke", left.get("ERROR", 0), 0)]


def _growth(values: list[float]) -> float:
    """Return by how many percent the last third exceeds the first, by their highest."""
    third = max(1, len(values) // 3)
    return 100 * (max(values[-third:]) / max(values[:third]) - 1)
