"""Load and faults for half an hour: does anything grow (memory, threads, files, database)?"""

from __future__ import annotations

import asyncio
import sqlite3
import time
from contextlib import closing
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from statistics import median
from typing import Any

import requests
import sqlalchemy as sa

from bot.edges.durable import backlog
from tests.bench.bot_processes import ADDRESS, settings_of
from tests.bench.notices import deliver_at_once, deliver_steadily
from tests.bench.processes import Process, started
from tests.bench.recorded_town import Town, open_town
from tests.bench.report import Target, table

PER_SECOND = 20
BURST = 200
"""Commands at once before the run: twice as many as one process has in hand."""

DELIVERING = 0.6
"""Part of each second in which its notices are delivered; in the rest, more are prepared."""

SAMPLES = 60
"""Looks at the bot, evenly over the run."""

WARM = 6.0
"""Minutes before anything may be compared: as `soaked` hurries them, a meeting is removed after
three, and the bot and its file have to reach their size once all that is there."""

MOST = {"memory": 5.0, "threads": 10.0, "files": 10.0, "database": 10.0, "rows": 10.0}
"""By how many percent the last third may exceed the first."""


@dataclass(frozen=True)
class Sample:
    """What the bot takes at a moment.

    Args:
        minutes: since the beginning.
        memory: megabytes that are resident.
        threads: how many.
        files: how many are open, connections too.
        database: megabytes of the file and its log.
        rows: in all tables.
        waiting: of those, what is due and was not begun, or not finished.
        late: seconds for which the oldest of that waits.
        served: meetings that there were so far.
    """

    minutes: float
    memory: float
    threads: int
    files: int
    database: float
    rows: int
    waiting: int
    late: float
    served: int


def measure(folder: Path, minutes: float = 30.0, per_second: int = PER_SECOND) -> list[Target]:
    """Ask for so many meetings a second, with faults, and look at the bot now and then."""
    database = folder / "soaked.sqlite"
    with open_town(folder) as town:
        settings = settings_of(town, "soaked")
        with started(["-m", "tests.bench.soaked"], folder, **settings) as bot:
            samples = _soaked(town, bot, database, 60 * minutes, per_second)
        broken = _broken(database)
    return _told(samples, _rows(database), broken)


def _soaked(
    town: Town, bot: Process, database: Path, seconds: float, per_second: int
) -> list[Sample]:
    address = bot.said(f"(?<=listens on ){ADDRESS}")
    _fill(town, address)
    samples: list[Sample] = []
    began = time.monotonic()
    for second in range(int(seconds)):
        time.sleep(max(0.0, began + second - time.monotonic()))
        past = time.monotonic() - began
        if past >= len(samples) * seconds / SAMPLES:
            samples.append(_sample(bot, database, past / 60))
        requests.put(f"{town.url}/bench/faults", timeout=10)
        asyncio.run(deliver_steadily(address, town.ask(per_second), per_second / DELIVERING))
    town.account()
    samples.append(_sample(bot, database, (time.monotonic() - began) / 60))
    return samples


def _fill(town: Town, address: str) -> None:
    """Let threads and connections become as many as there may be, which a busy minute would."""
    town.delay(0.5)
    asyncio.run(deliver_at_once(address, town.ask(BURST)))
    town.account()
    town.delay(0.0)


def _sample(bot: Process, database: Path, minutes: float) -> Sample:
    mine = Path(f"/proc/{bot.pid}")
    status = dict(line.split(":", 1) for line in (mine / "status").read_text().splitlines())
    files = sorted(database.parent.glob(f"{database.name}*"))
    left = backlog.read(sa.create_engine(f"sqlite:///{database}", poolclass=sa.NullPool))
    return Sample(
        minutes,
        int(status["VmRSS"].split()[0]) / 1024,
        int(status["Threads"]),
        len(list((mine / "fd").iterdir())),
        sum(each.stat().st_size for each in files) / 2**20,
        sum(_rows(database).values()),
        left.waiting + left.in_hand,
        max(left.waiting_for, left.in_hand_for),
        _asked(database, "SELECT coalesce(max(number), 0) FROM meetings")[0][0],
    )


def _rows(database: Path) -> dict[str, int]:
    named = _asked(database, "SELECT name FROM sqlite_master WHERE type = 'table'")
    counted = ((name, _asked(database, f"SELECT count(*) FROM {name}")) for (name,) in named)  # noqa: S608 - its own
    return {name: rows[0][0] for name, rows in counted}


def _broken(database: Path) -> int:
    found = _asked(database, "SELECT count(*) FROM workflow_status WHERE status = 'ERROR'")
    return int(found[0][0])


def _asked(database: Path, statement: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(database, timeout=30)) as connection:
        return connection.execute(statement).fetchall()


def _told(samples: list[Sample], rows: dict[str, int], broken: int) -> list[Target]:
    heads = [each.name for each in fields(Sample)]
    table("Soak", heads, [(f"{each.minutes:.1f}", *astuple(each)[1:]) for each in samples])
    print(f"  rows at the end: { {name: found for name, found in rows.items() if found} }")
    first, last = samples[0], samples[-1]
    served = (last.served - first.served) / (60 * (last.minutes - first.minutes))
    print(f"  served: {served:.1f} a second")
    warm = [each for each in samples if each.minutes >= WARM] or samples
    if len(warm) == len(samples):
        print(f"  Too short a run: what is kept for a while piles up for {WARM:.0f} minutes.")
    grown = {name: _growth([getattr(each, name) for each in warm]) for name in MOST}
    targets = [Target(f"growth of {name}", grown[name], MOST[name], " %") for name in MOST]
    return [*targets, Target("conversations that broke", broken, 0)]


def _growth(values: list[float]) -> float:
    """Return by how many percent the median of the last third exceeds that of the first."""
    third = max(1, len(values) // 3)
    return 100 * (median(values[-third:]) / median(values[:third]) - 1)
