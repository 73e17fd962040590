"""What waiting guests cost the web half, and how long a press takes beside the bare call."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

import requests

from bot.core.domain.joseencrypt import LinkRequest
from tests.bench.bots import ADDRESS, settings_of
from tests.bench.notices import deliver_steadily
from tests.bench.processes import Process, started
from tests.bench.report import Target, percentile, table
from tests.bench.town import Town, open_town

GUESTS = 100
EVERY = 10.0
"""Seconds between two looks of a guest's page."""

SPELL = 60.0
"""Seconds of one measurement."""

PRESSES = 60
UPSTREAM = 0.05  # seconds added to each upstream call
MOST_PERCENT = 5.0  # of one core
MOST_MS = 30.0


@dataclass(frozen=True)
class Halves:
    """A bot whose doors are reached.

    Args:
        address: of its web half.
        web: the process of its web half.
    """

    address: str
    web: Process

    def percent(self, act: Callable[[], object]) -> float:
        """Return the percent of a core that the web half uses while something is done."""
        before, began = self.web.cpu(), time.monotonic()
        act()
        return 100 * (self.web.cpu() - before) / (time.monotonic() - began)


def measure(folder: Path) -> list[Target]:
    """Measure guests who wait, and guests who press, at the doors of a hundred meetings."""
    with open_town(folder) as town, _halves(town, folder) as bot:
        doors = _doors(town, bot)
        idle = bot.percent(lambda: time.sleep(SPELL / 2))
        looking = bot.percent(lambda: asyncio.run(_look(doors)))
        town.delay(UPSTREAM)
        plain, pressed = _press(town, doors)
    return _told(idle, looking, plain, pressed)


@contextmanager
def _halves(town: Town, folder: Path) -> Iterator[Halves]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    here = {"PORT": port, "PUBLIC_URL": f"http://127.0.0.1:{port}", "LOG_LEVEL": "info"}
    settings = settings_of(town, "doors") | here
    with started(["-m", "bot", "worker"], folder, **settings) as worker:
        worker.said("worker is running")
        with started(["-m", "bot", "web"], folder, **settings) as web:
            address = web.said(ADDRESS)
            worker.said("doors.reached")
            yield Halves(address, web)


def _doors(town: Town, bot: Halves) -> list[str]:
    """Have a meeting started in each space, and return the addresses of their doors."""
    notices = town.ask(GUESTS)
    asyncio.run(deliver_steadily(bot.address, notices, 20))
    town.account()
    doors = town.doors()
    if len(set(doors)) != GUESTS:
        raise RuntimeError(f"{len(set(doors))} doors, not {GUESTS}.")
    return doors


async def _look(doors: list[str]) -> None:
    """Have a guest at each door look at its state, over a new connection each time."""
    tags = dict.fromkeys(doors, "")
    number = round(GUESTS * SPELL / EVERY)
    start = time.monotonic()

    async def in_turn(place: int, door: str) -> None:
        await asyncio.sleep(start + place * EVERY / GUESTS - time.monotonic())
        status, tags[door] = await _state_of(door, tags[door])
        if status != (200 if place < GUESTS else 304):
            raise RuntimeError(f"A look was answered with {status}.")

    looks = enumerate(islice(cycle(doors), number))
    await asyncio.gather(*(in_turn(*each) for each in looks))


async def _state_of(door: str, tag: str) -> tuple[int, str]:
    where = urlsplit(door)
    reader, writer = await asyncio.open_connection(where.hostname, where.port)
    known = f"If-None-Match: {tag}\r\n" if tag else ""
    head = f"GET {where.path}/state HTTP/1.1\r\nHost: {where.netloc}\r\nConnection: close\r\n"
    writer.write(f"{head}{known}\r\n".encode())
    lines = (await reader.read()).decode().split("\r\n")
    writer.close()
    found = [line.partition(": ")[2] for line in lines if line.lower().startswith("etag:")]
    return int(lines[0].split()[1]), found[0]


def _press(town: Town, doors: list[str]) -> tuple[list[float], list[float]]:
    """Return the milliseconds of bare calls of the broker and of presses, which take turns."""
    plain, pressed = [], []
    session = requests.Session()
    allowed = {"Authorization": "Bearer sandbox-token-bot"}
    for number, door in enumerate(doors[:PRESSES]):
        order = LinkRequest(sub=f"bench-{number}", hosts=0, guests=1).body()
        began = time.perf_counter()
        session.post(
            f"{town.url}/api/v2/joseencrypt", json=order, headers=allowed
        ).raise_for_status()
        plain.append(1000 * (time.perf_counter() - began))
        began = time.perf_counter()
        answer = session.post(f"{door}/join", data={"name": "Alice"})
        pressed.append(1000 * (time.perf_counter() - began))
        if 'http-equiv="refresh"' not in answer.text:
            raise RuntimeError(f"A press was answered with {answer.status_code}.")
    return plain, pressed


def _told(idle: float, looking: float, plain: list[float], pressed: list[float]) -> list[Target]:
    rows = [("no guest", idle), (f"{GUESTS} guests wait", looking)]
    table("The web half", ("", "% of a core"), rows)
    times = [("bare call", plain), ("press", pressed)]
    cells = [(name, median(each), percentile(each, 95)) for name, each in times]
    title = f"A press, {1000 * UPSTREAM:.0f} ms added to the call"
    table(title, ("", "median ms", "95 % within ms"), cells)
    more = median(pressed) - median(plain)
    return [
        Target(f"{GUESTS} guests who wait, CPU", looking - idle, MOST_PERCENT, " %"),
        Target("press, beyond the bare call", more, MOST_MS, " ms"),
    ]
