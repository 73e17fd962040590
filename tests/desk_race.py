"""Experts who race for requests: has each exactly one host? ``python -m tests.desk_race``.

200 requests are made at once to ten groups of three experts, and everybody presses *Take it* as
soon as they see a card. ``--kills`` kills the bot by chance meanwhile. Not part of the tests: it
takes minutes.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import threading
import time
from contextlib import ExitStack
from pathlib import Path

from tests.engine.bots import BotProcess, Installation, installed
from tests.engine.expert_town import ADMIN, ExpertTown, hosts_of_requests
from tests.engine.town import open_town
from tests.kills import DATABASES

BETWEEN_KILLS = (0.5, 6.0)
"""Seconds that it runs between two kills, by chance."""

LONGEST = 1800.0
"""Seconds until what isn't taken counts as lost; a busy machine needs some for each new start."""


class Runner:
    """A bot that is killed by chance, and started again.

    Args:
        bots: none of which runs yet.
    """

    def __init__(self, bots: Installation) -> None:
        self._bots = bots
        self._running: BotProcess = bots.run(BOT_ADMINS=ADMIN)
        self.kills = 0

    def address(self) -> str:
        """Return where it takes notices."""
        return self._running.address

    def kill_until(self, over: threading.Event, chance: random.Random, most: int) -> None:
        """Kill it so often at most, until something is over."""
        while self.kills < most and not over.wait(chance.uniform(*BETWEEN_KILLS)):
            self._running.die()
            self.kills += 1
            self._running = self._bots.run(BOT_ADMINS=ADMIN)


def race(folder: Path, database: str, given: argparse.Namespace) -> str:
    """Have experts race, and say what came of it."""
    with open_town() as town, installed(town, database, folder) as bots:
        experts, runner = ExpertTown(town, given.groups, given.experts), Runner(bots)
        experts.set_up(runner.address)
        began, over = time.monotonic(), threading.Event()
        chance = random.Random(given.seed)  # noqa: S311 - the kills are random, not secret
        killing = threading.Thread(target=runner.kill_until, args=(over, chance, given.kills))
        experts.ask(given.requests)
        killing.start()
        experts.go_on(runner.address, lambda: experts.all_taken(given.requests), LONGEST)
        over.set()
        killing.join()
        seconds = time.monotonic() - began
        return (
            f"{_account(experts, database, given.requests)}; {runner.kills} kills, {seconds:.0f} s"
        )


def _account(experts: ExpertTown, database: str, requests: int) -> str:
    """Compare what the database and the chats say with what is wanted."""
    held = hosts_of_requests(database)
    one = sum(found == [taken] for taken, found in held.values())
    several = sum(len(found) > 1 for _, found in held.values())
    told = experts.takers()
    two = sum(len(each) > 1 for each in told.values())
    again = sum(sum(each.values()) - len(each) for each in told.values())
    guests = experts.guests_with_link()
    return (
        f"{requests} requests, {experts.presses} presses: {one} have exactly one host,"
        f" {several} several, {requests - len(told)} lost; host links of one request to two"
        f" experts: {two}, twice to one: {again}; guests with a link: {len(guests)},"
        f" with two: {sum(each > 1 for each in guests.values())}"
    )


def main() -> None:
    """Read the command line, race, and print what came of it."""
    asked = argparse.ArgumentParser(prog="python -m tests.desk_race", description=__doc__)
    asked.add_argument("--requests", type=int, default=200, help="made at once")
    asked.add_argument("--groups", type=int, default=10, help="that are asked")
    asked.add_argument("--experts", type=int, default=30, help="in all groups")
    asked.add_argument("--kills", type=int, default=0, help="at most, by chance")
    asked.add_argument("--on", choices=DATABASES, help="only on this one")
    asked.add_argument("--seed", type=int, default=time.time_ns() % 100_000, help="of the chance")
    given = asked.parse_args()
    for name in [given.on] if given.on else DATABASES:
        with ExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="desk-race-")))
            database = stack.enter_context(DATABASES[name](folder))
            told = race(folder, database, given)
        print(f"{name}: {told} (seed {given.seed})", flush=True)


if __name__ == "__main__":
    main()
