"""What waiting guests cost, how long a press takes, when hosts hear of it, and unknown tokens."""

from __future__ import annotations

import asyncio
import secrets
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
from tests.bench.bot_processes import ADDRESS, settings_of
from tests.bench.notices import deliver_steadily
from tests.bench.processes import Process, started
from tests.bench.recorded_town import Town, open_town
from tests.bench.report import Target, percentile, table
from tests.edges.fake_doors import door_app, never_reached
from tests.stories.fake import FakeStage

GUESTS = 100
EVERY = 5.0
"""Seconds between two looks of the page of a guest who waits for the host."""

SPELL = 60.0
"""Seconds of one measurement."""

PRESSES = 60
UPSTREAM = 0.05  # seconds added to each upstream call
GUESSES = 500
MOST_PERCENT = 5.0  # of one core
MOST_MS = 30.0
MOST_UNTIL_TOLD = 1000.0  # milliseconds
MOST_APART = 0.2
"""Milliseconds between the medians of unknown and of removed tokens."""


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
        plain, pressed, told = _press(town, doors)
    return [*_told(idle, looking, plain, pressed), _told_hosts(told), _guess()]


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


def _press(town: Town, doors: list[str]) -> tuple[list[float], list[float], list[float]]:
    """Have guests press, and call the broker in turns with them.

    Returns: the milliseconds of bare calls, of presses, and from presses until hosts are told.
    """
    plain, pressed, at = [], [], {}
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
        at[f"Guest {number}"] = time.time()
        answer = session.post(f"{door}/join", data={"name": f"Guest {number}"})
        pressed.append(1000 * (time.perf_counter() - began))
        if 'http-equiv="refresh"' not in answer.text:
            raise RuntimeError(f"A press was answered with {answer.status_code}.")
    told = town.arrivals(PRESSES)
    return plain, pressed, [1000 * (told[name] - when) for name, when in at.items()]


def _guess() -> Target:
    """Compare tokens of a removed guest with made-up ones, in turns, without a network."""
    core = FakeStage()
    core.settings(doors_at="https://door.example")
    core.hears("erin", "meet alice@x.com and dora@z.net", space=None)
    removed = core.told("alice@x.com")[-1].link.rpartition("/")[2]
    core.hears("erin", "remove alice@x.com", space=None)
    client = door_app(core.doors, limits=never_reached()).test_client()
    took: dict[str, list[float]] = {"unknown": [], "removed": []}
    for _ in range(GUESSES):
        for name, token in (("unknown", secrets.token_urlsafe(20)), ("removed", removed)):
            began = time.perf_counter()
            status = client.get(f"/j/{token}").status_code
            took[name].append(1000 * (time.perf_counter() - began))
            if status != 404:
                raise RuntimeError(f"A token of a guest who was {name} opens a door.")
    core.close()
    rows = [(name, median(each), percentile(each, 95)) for name, each in took.items()]
    table("Tokens that open nothing", ("", "median ms", "95 % within ms"), rows)
    apart = abs(median(took["unknown"]) - median(took["removed"]))
    return Target("unknown and removed tokens apart, median", apart, MOST_APART, " ms")


def _told_hosts(told: list[float]) -> Target:
    rows = [("is here", median(told), percentile(told, 95), max(told))]
    table("Press to host's chat", ("", "median ms", "95 % within ms", "longest ms"), rows)
    return Target("press to “is here”, 95 % within", percentile(told, 95), MOST_UNTIL_TOLD, " ms")


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
