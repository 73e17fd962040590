"""Random kills under load: how much is lost, and how much is said twice. ``python -m tests.kills``.

Each round orders a batch of meetings, kills what receives and serves them somewhere in the middle,
and starts it again. ``--halves`` runs web and worker apart, of which one or both are killed, by
chance. Not part of the tests: it takes minutes.

``--exact 1000`` crashes so often at the worst moment there is: Webex has taken a message, and
nothing of it is recorded. Engine and SDK are real, the process is this one, on SQLite.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.engine.bots import installed
from tests.engine.crashes import mortal_in
from tests.engine.databases import fresh_database, messages_recorded, postgres
from tests.engine.town import EVERYTHING, Order, Town, open_town
from tests.engine.victims import HALVES, WHOLE, Victim

LATENCY = 0.05  # seconds that each upstream call takes
BATCH = 12
"""Commands in hand at each kill: the machine that this runs on is small."""

PATIENCE = 60.0  # seconds for everything to be served after the last kill


@dataclass(frozen=True)
class Outcome:
    """What so many kills came to.

    Args:
        kills: how many.
        accepted: commands that were answered with 2xx.
        lost: of these, those that were not served completely.
        recorded: messages that were recorded at a kill, in conversations that went on.
        again: of these, those that were said again after it.
        repeated: messages of each kind that were said more than once: they were in flight at a
            kill.
        messages: that were wanted in all.
        seconds: that it took.
    """

    kills: int
    accepted: int
    lost: int
    recorded: int
    again: int
    repeated: dict[str, int]
    messages: int
    seconds: float

    def __str__(self) -> str:
        again = ", ".join(f"{number} {kind}" for kind, number in self.repeated.items())
        return (
            f"{self.kills} kills, {self.accepted} commands accepted: {self.lost} lost,"
            f" {self.again} of {self.recorded} recorded messages repeated;"
            f" of {self.messages} messages said twice, in flight at a kill: {again};"
            f" {self.seconds:.0f} s"
        )


def try_kills(town: Town, database: str, victim: Victim, kills: int, seconds: float) -> Outcome:
    """Kill so many times under load, and account for every command that was accepted.

    Args:
        town: where.
        database: of the bot.
        victim: the bot.
        kills: how many at most.
        seconds: after which there are no more of them.
    """
    began = time.monotonic()
    town.world.latency = LATENCY
    orders: list[Order] = []
    done = Done(town, database)
    while done.kills < kills and time.monotonic() < began + seconds:
        orders += accepted(town, victim)
        done.note(orders[-3 * BATCH :])
    victim.start()
    until = time.monotonic() + PATIENCE
    while not town.served(*orders) and time.monotonic() < until:
        town.world.pause(0.2)
    return account(town, orders, done, time.monotonic() - began)


def accepted(town: Town, victim: Victim) -> list[Order]:
    """Order a batch, kill meanwhile, and return what the bot answered with 2xx."""
    batch = [town.order() for _ in range(BATCH)]
    answers = victim.die_over([*map(town.notice, batch)])
    return [order for order, good in zip(batch, answers, strict=True) if good]


class Done:
    """What was recorded at the kills, and how often it had been said by then."""

    def __init__(self, town: Town, database: str) -> None:
        self._town, self._database = town, database
        self.kills = 0
        self._said: dict[tuple[Order, str], int] = {}

    def note(self, orders: list[Order]) -> None:
        """Look at what is recorded of `orders` after one more kill, while nobody runs."""
        self.kills += 1
        for order in orders:
            key = f"messages:created:{order.message.id}"
            for message_id in messages_recorded(self._database, key):
                self._note(order, self._town.kind(message_id))

    def _note(self, order: Order, kind: str) -> None:
        self._said.setdefault((order, kind), self._town.told(order)[kind])

    @property
    def recorded(self) -> int:
        """Return how many messages were recorded of what was in hand at a kill."""
        return len(self._said)

    def again(self) -> int:
        """Return how many messages have been said since they were recorded."""
        return sum(
            self._town.told(order)[kind] - said for (order, kind), said in self._said.items()
        )


def repeated(told: list[dict[str, int]]) -> dict[str, int]:
    """Return how many messages of each kind were said too often."""
    return {kind: sum(max(0, each.get(kind, 0) - 1) for each in told) for kind in EVERYTHING}


def account(town: Town, orders: list[Order], done: Done, seconds: float) -> Outcome:
    """Compare what was said with what was wanted."""
    told = [town.told(order) for order in orders]
    return Outcome(
        kills=done.kills,
        accepted=len(orders),
        lost=sum(told_one.keys() != EVERYTHING.keys() for told_one in told),
        recorded=done.recorded,
        again=done.again(),
        repeated=repeated(told),
        messages=len(orders) * len(EVERYTHING),
        seconds=seconds,
    )


def crash_exactly(town: Town, folder: Path, crashes: int) -> str:
    """Crash right after so many messages were sent, and say how many came again, and where."""
    began, orders = time.monotonic(), []
    with mortal_in(town, folder) as mortal:
        while mortal.crashes < crashes:
            orders.append(town.order())
            mortal.serve(orders[-1])
        crashed = mortal.crashes
    told = [town.told(order) for order in orders]
    lost = sum(each.keys() != EVERYTHING.keys() for each in told)
    again = repeated(told).items()
    repeats = ", ".join(f"{number} of {len(orders)} {kind}" for kind, number in again)
    seconds = time.monotonic() - began
    return f"{crashed} crashes, {lost} lost; sent again: {repeats}; {seconds:.0f} s"


@contextmanager
def sqlite(folder: Path) -> Iterator[str]:
    """Yield the URL of a new file."""
    yield f"sqlite:///{folder / 'bot.sqlite'}"


@contextmanager
def postgresql(_folder: Path) -> Iterator[str]:
    """Yield the URL of a new database on a server of our own."""
    with postgres() as server, fresh_database(server.get_uri()) as url:
        yield url


DATABASES = {"sqlite": sqlite, "postgresql": postgresql}


def main() -> None:
    """Read the command line, kill, and print what came of it."""
    asked = argparse.ArgumentParser(prog="python -m tests.kills", description=__doc__)
    asked.add_argument("--kills", type=int, default=100, help="on each database")
    asked.add_argument("--minutes", type=float, default=10, help="at most, on each database")
    asked.add_argument("--halves", action="store_true", help="web and worker apart")
    asked.add_argument("--on", choices=DATABASES, help="only on this one")
    asked.add_argument("--seed", type=int, default=time.time_ns() % 100_000, help="of the chance")
    asked.add_argument("--exact", type=int, default=0, help="crashes right after a message instead")
    given = asked.parse_args()
    for name in [given.on] if given.on else DATABASES:
        with ExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="kills-")))
            url = stack.enter_context(DATABASES[name](folder))
            town = stack.enter_context(open_town())
            if given.exact:
                print(f"{name}: {crash_exactly(town, folder, given.exact)}", flush=True)
                continue
            bots = stack.enter_context(installed(town, url, folder))
            # Chance that can be repeated is the point here, and secrecy is not.
            chance = random.Random(given.seed)  # noqa: S311 - the kills are random, not secret
            victim = Victim(bots, HALVES if given.halves else WHOLE, chance)
            outcome = try_kills(town, url, victim, given.kills, 60 * given.minutes)
        print(f"{name}: {outcome} (seed {given.seed})", flush=True)


if __name__ == "__main__":
    main()
