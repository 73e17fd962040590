"""Kills the bot while guests press *Join*: what is lost, or told twice.

``python -m tests.door_kills``. Guests press until they get in, as their pages do. Then every guest
has to have arrived once, and the host has to have been told. Not part of the tests: it takes
minutes.
"""

from __future__ import annotations

import argparse
import random
import re
import socket
import tempfile
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import closing, suppress
from pathlib import Path

import requests
import sqlalchemy as sa

from bot.edges.storage.database import connect
from bot.edges.storage.door_tables import attendances
from tests.engine.bots import BotProcess, Installation, deliver, installed
from tests.engine.town import Order, Town, open_town

PATIENCE = 90.0
"""Seconds for everything to be told after the last kill."""

LONGEST = 1.0
"""Seconds from the start of the presses within which the bot is killed."""


def free_port() -> str:
    """Return a port that nobody listens on."""
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        return str(server.getsockname()[1])


def started(bots: Installation, port: str) -> BotProcess:
    """Start the bot at an address that stays the same, and wait until it gives out doors."""
    bot = bots.run(PORT=port, PUBLIC_URL=f"http://127.0.0.1:{port}")
    bot.said("doors.reached")
    return bot


def door_of(town: Town, order: Order) -> str:
    """Return the address of a guest's door, once they were sent it."""

    def found() -> str:
        texts = [each.text for each in list(town.world.messages.values())]
        mine = [each for each in texts if f"order{order.number}”" in each and "/j/" in each]
        return re.findall(r"http\S+/j/[\w-]{27}", mine[0])[0] if mine else ""

    return str(town.world.wait_for(found, 30))


def press(door: str, over: threading.Event) -> str:
    """Press until the guest gets in; return the link."""
    while not over.is_set():
        with suppress(requests.RequestException):
            answer = requests.post(f"{door}/join", timeout=5)
            if links := re.findall(r"http[^\"\s<]+/visit/\w+", answer.text):
                return links[0]
        over.wait(0.2)
    return ""


def told(town: Town) -> Counter[int]:
    """Return how often the host was told that the guest of each order is here."""
    said = [
        each.text for each in list(town.world.messages.values()) if " is here for " in each.text
    ]
    return Counter(int(re.findall(r"order(\d+)", each)[0]) for each in said)


def killed_over(bots: Installation, chance: random.Random, batch: int) -> tuple[list[Order], int]:
    """Have guests press while the bot is killed and started; return whose, and who got no link."""
    town, port = bots.town, free_port()
    bot = started(bots, port)
    orders = [town.order() for _ in range(batch)]
    deliver(bot.address, *map(town.notice, orders))
    doors = [door_of(town, each) for each in orders]
    over = threading.Event()
    with ThreadPoolExecutor(batch) as pool:
        pressed = [pool.submit(press, each, over) for each in doors]
        time.sleep(LONGEST * chance.random())
        bot.die()
        bot = started(bots, port)
        wait(pressed, PATIENCE)
        over.set()
    bot.die()
    return orders, sum(not each.result() for each in pressed)


def account(bots: Installation, orders: list[Order]) -> str:
    """Start the bot once more, and say whom nobody was told of, or more than once."""
    bot, wanted = started(bots, free_port()), {each.number for each in orders}
    with suppress(TimeoutError):
        bots.town.world.wait_for(lambda: wanted <= told(bots.town).keys(), PATIENCE)
    bot.die()
    times = told(bots.town)
    again = sum(times[each] > 1 for each in wanted)
    return f"nobody told of {len(wanted - times.keys())}, told twice of {again}"


def doubled(database: str) -> int:
    """Return how many arrivals there are beyond one for each meeting."""
    kept = connect(database)
    with kept.connect() as connection:
        numbers = connection.scalars(sa.select(attendances.c.number)).all()
    kept.dispose()
    return len(numbers) - len(set(numbers))


def main() -> None:
    """Read the command line, kill, and print what came of it."""
    asked = argparse.ArgumentParser(prog="python -m tests.door_kills", description=__doc__)
    asked.add_argument("--kills", type=int, default=20)
    asked.add_argument("--guests", type=int, default=8, help="who press at each kill")
    asked.add_argument("--seed", type=int, default=time.time_ns() % 100_000, help="of the chance")
    given = asked.parse_args()
    chance = random.Random(given.seed)  # noqa: S311 - the kills are random, not secret
    with tempfile.TemporaryDirectory(prefix="door-kills-") as folder, open_town() as town:
        database = f"sqlite:///{folder}/bot.sqlite"
        with installed(town, database, Path(folder)) as bots:
            orders: list[Order] = []
            shut_out = 0
            for _ in range(given.kills):
                some, left = killed_over(bots, chance, given.guests)
                orders, shut_out = orders + some, shut_out + left
            print(
                f"{given.kills} kills, {len(orders)} guests: {shut_out} didn't get in,"
                f" {doubled(database)} arrivals doubled, {account(bots, orders)}"
                f" (seed {given.seed})"
            )


if __name__ == "__main__":
    main()
