"""Kills the bot while guests press *Join* and hosts ask for meetings: what is lost, or told twice.

``python -m tests.door_kills``. Guests press until they get in, as their pages do, and commands come
in meanwhile. Then every guest has to have arrived once, the host has to have been told, and every
command that was accepted has to have been served. ``--halves`` runs web and worker apart, of which
one or both are killed, by chance. Not part of the tests: it takes minutes.
"""

from __future__ import annotations

import argparse
import random
import re
import tempfile
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path

import requests
import sqlalchemy as sa

from bot.edges.storage.database import connect
from bot.edges.storage.door_tables import attendances
from tests.engine.bots import deliver, installed
from tests.engine.doorkeeper import Doorkeeper, door_of
from tests.engine.town import Order, Town, open_town
from tests.engine.victims import HALVES, WHOLE
from tests.kills import DATABASES

PATIENCE = 90.0
"""Seconds for everything to be told after the last kill."""


@dataclass
class Account:
    """What was asked for, and who got no link.

    Args:
        visits: the orders whose guests pressed.
        commands: the orders that were accepted while guests pressed.
        shut_out: how many guests got no link.
    """

    visits: list[Order] = field(default_factory=list)
    commands: list[Order] = field(default_factory=list)
    shut_out: int = 0


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


def kill(town: Town, bot: Doorkeeper, batch: int, account: Account) -> None:
    """Have guests press and commands come while the bot is killed and started again."""
    address = bot.start()
    visits = [town.order() for _ in range(batch)]
    deliver(address, *map(town.notice, visits))
    doors = [door_of(town, each.guest) for each in visits]
    commands = [town.order() for _ in range(batch)]
    over = threading.Event()
    with ThreadPoolExecutor(batch) as pool:
        pressed = [pool.submit(press, each, over) for each in doors]
        try:
            accepted = bot.die_over([*map(town.notice, commands)])
            bot.start()
            wait(pressed, PATIENCE)
        finally:
            over.set()  # or the pool would wait for guests who never get in
    account.visits += visits
    account.commands += [each for each, good in zip(commands, accepted, strict=True) if good]
    account.shut_out += sum(not each.result() for each in pressed)


def outcome(town: Town, database: str, account: Account) -> str:
    """Wait until everything is told, and say what was not, or more than once."""
    wanted = {each.number for each in account.visits}
    with suppress(TimeoutError):
        town.world.wait_for(
            lambda: wanted <= told(town).keys() and town.served(*account.commands), PATIENCE
        )
    times = told(town)
    lost = sum(not town.served(each) for each in account.commands)
    return (
        f"{len(wanted)} guests: {account.shut_out} didn't get in, {doubled(database)} arrivals"
        f" doubled, nobody told of {len(wanted - times.keys())}, told twice of"
        f" {sum(times[each] > 1 for each in wanted)}; {len(account.commands)} commands: {lost} lost"
    )


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
    asked.add_argument("--kills", type=int, default=20, help="on each database")
    asked.add_argument("--guests", type=int, default=8, help="who press at each kill")
    asked.add_argument("--halves", action="store_true", help="web and worker apart")
    asked.add_argument("--on", choices=DATABASES, help="only on this one")
    asked.add_argument("--seed", type=int, default=time.time_ns() % 100_000, help="of the chance")
    given = asked.parse_args()
    for name in [given.on] if given.on else DATABASES:
        chance = random.Random(given.seed)  # noqa: S311 - the kills are random, not secret
        with ExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="door-kills-")))
            database = stack.enter_context(DATABASES[name](folder))
            town = stack.enter_context(open_town())
            bots = stack.enter_context(installed(town, database, folder))
            bot, account = Doorkeeper(bots, HALVES if given.halves else WHOLE, chance), Account()
            for _ in range(given.kills):
                kill(town, bot, given.guests, account)
            told_of = outcome(town, database, account)
        print(f"{name}: {given.kills} kills, {told_of} (seed {given.seed})", flush=True)


if __name__ == "__main__":
    main()
