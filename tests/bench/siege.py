"""Good notices next to hundreds of bad and slow requests: are they all handled?"""

from __future__ import annotations

import asyncio
import random
from pathlib import Path
from urllib.parse import urlsplit

from tests.bench.bot_processes import run
from tests.bench.notices import deliver_steadily
from tests.bench.recorded_town import open_town
from tests.bench.report import Target, percentile, table

SECONDS = 20
GOOD = 5  # a second
BAD = 200  # a second
SLOW = 8
"""Senders that never come to an end, each on a connection of its own."""

MOST_MS = 500.0


def measure(folder: Path) -> list[Target]:
    """Deliver good notices alone, then the same under siege."""
    with open_town(folder) as town, run(town, folder) as bot:
        found = {}
        for name, bad in (("alone", 0), ("under siege", BAD)):
            notices = town.ask(GOOD * SECONDS)
            found[name] = asyncio.run(_besieged(bot.address, notices, bad))
            served = town.account().served_once
            if served != len(notices):
                raise RuntimeError(f"{served} of {len(notices)} were served once, {name}.")
    rows = [
        (name, len(times), percentile(times, 50), percentile(times, 99), max(times))
        for name, times in found.items()
    ]
    table(f"Acknowledgement of {GOOD} good notices a second, {BAD} bad ones beside", _HEADS, rows)
    worst = percentile(found["under siege"], 99)
    return [Target("under siege, p99 of the acknowledgement", worst, MOST_MS, " ms")]


_HEADS = ("", "notices", "p50 ms", "p99 ms", "most ms")


async def _besieged(address: str, notices: list[dict[str, object]], bad: int) -> list[float]:
    """Return how many ms each good notice took."""
    enemies = [asyncio.create_task(_attack(address, each / 20, bad // 20)) for each in range(20)]
    enemies += [asyncio.create_task(_dawdle(address)) for _ in range(SLOW if bad else 0)]
    sent = await deliver_steadily(address, notices, GOOD)
    for each in enemies:
        each.cancel()
    await asyncio.gather(*enemies, return_exceptions=True)
    if any(each.status != 204 for each in sent):
        raise RuntimeError("A good notice was not acknowledged.")
    return [1000 * each.took for each in sent]


async def _attack(address: str, start: float, a_second: int) -> None:
    where, chance = urlsplit(address), random.Random(start)  # noqa: S311 - to be the same each time
    await asyncio.sleep(start)
    while a_second:
        reader, writer = await asyncio.open_connection(where.hostname, where.port)
        writer.write(chance.choice(WEAPONS))
        await reader.read(100)
        writer.close()
        await asyncio.sleep(1 / a_second)


async def _dawdle(address: str) -> None:
    """Send a byte now and then, and begin anew where one is cut off."""
    where = urlsplit(address)
    while True:
        _, writer = await asyncio.open_connection(where.hostname, where.port)
        try:
            for letter in b"POST /webex HTTP/1.1\r\n" * 100:
                writer.write(bytes([letter]))
                await writer.drain()
                await asyncio.sleep(0.5)
        except ConnectionError:
            continue
        finally:
            writer.close()


_HEAD = b"POST /webex HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
WEAPONS = (
    _HEAD + b"Content-Length: 2\r\n\r\n{}",
    _HEAD + b"Content-Length: 10000000\r\n\r\n",
    _HEAD + b"Content-Length: 2\r\nX-Spark-Signature: 00\r\n\r\n{}",
    _HEAD + b"X: " + b"x" * 20_000 + b"\r\n\r\n",
    b"GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    b"nonsense\r\n\r\n",
)
