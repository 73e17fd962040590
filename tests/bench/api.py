"""How long a program waits for a meeting, beside the bare mint."""

from __future__ import annotations

import time
import uuid
from pathlib import Path
from statistics import median

import requests

from bot.core.domain.joseencrypt import LinkRequest
from tests.bench.bots import Bot, both, settings_of
from tests.bench.processes import Process
from tests.bench.report import Target, percentile, table
from tests.bench.town import Town, open_town

REQUESTS = 60
WARM_UP = 5
UPSTREAM = 0.05  # seconds added to each upstream call
MOST_MS = 40.0


def measure(folder: Path) -> list[Target]:
    """Measure `POST /v1/meetings` for one guest, in one process and in two."""
    with open_town(folder) as town, both(town, folder) as bots:
        keys = [_new_key(town, folder, each) for each in ("run", "halves")]
        for bot, key in zip(bots, keys, strict=True):
            _make(bot, key, WARM_UP)
        town.delay(UPSTREAM)
        rounds = [
            (_mint(town), *(_make(bot, key) for bot, key in zip(bots, keys, strict=True)))
            for _ in range(REQUESTS)
        ]
    plain, *made = zip(*rounds, strict=True)
    return _told(plain, dict(zip((each.name for each in bots), made, strict=True)))


def _new_key(town: Town, folder: Path, database: str) -> str:
    command = ["-m", "bot", "keys", "new", "bench", "--per-minute", "10000"]
    return Process(command, folder, **settings_of(town, database)).said(r"icb_\w+_[\w-]{43}")


def _mint(town: Town) -> float:
    """Return the milliseconds of a bare call of the broker."""
    order = LinkRequest(sub=uuid.uuid4().hex, hosts=1, guests=1).body()
    allowed = {"Authorization": "Bearer sandbox-token-bot"}
    began = time.perf_counter()
    answer = requests.post(
        f"{town.url}/api/v2/joseencrypt", json=order, headers=allowed, timeout=10
    )
    answer.raise_for_status()
    return 1000 * (time.perf_counter() - began)


def _make(bot: Bot, key: str, times: int = 1) -> float:
    """Return the milliseconds of the last of so many requests."""
    body = {"host": "erin@example.com", "guests": [{"email": "alice@x.com"}]}
    for _ in range(times):
        headers = {"Authorization": f"Bearer {key}", "Idempotency-Key": uuid.uuid4().hex}
        began = time.perf_counter()
        answer = requests.post(f"{bot.address}/v1/meetings", json=body, headers=headers, timeout=10)
        passed = 1000 * (time.perf_counter() - began)
        answer.raise_for_status()
    return passed


def _told(plain: tuple[float, ...], made: dict[str, tuple[float, ...]]) -> list[Target]:
    rows = [("bare mint", plain), *made.items()]
    cells = [(name, median(each), percentile(list(each), 95)) for name, each in rows]
    title = f"POST /v1/meetings, {1000 * UPSTREAM:.0f} ms added to each call"
    table(title, ("", "median ms", "95 % within ms"), cells)
    more = median(made["run"]) - median(plain)
    return [Target("POST /v1/meetings, beyond the mint", more, MOST_MS, " ms")]
