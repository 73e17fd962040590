"""Many notices at once are all accepted and all served, each once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field

import pytest

from bot.process.web_half import receiving
from tests.engine.bots import BotProcess, deliver, installed
from tests.engine.town import EVERYTHING, Order, Town, open_town

BURST = 40
"""Few, for a test; the benchmark sends 500."""


@dataclass
class Crowd:
    """What was ordered in one life of two receivers, and how that was answered."""

    town: Town
    orders: dict[str, list[Order]] = field(default_factory=dict)
    answers: dict[str, list[int]] = field(default_factory=dict)
    left: int = -1

    def told(self, name: str) -> list[dict[str, int]]:
        return [self.town.told(order) for order in self.orders[name]]


@pytest.fixture(
    scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.long)]
)
def crowd(
    request: pytest.FixtureRequest, databases, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Crowd]:
    """A bot and a second receiver, in this process, which are told of much at once, and left."""
    folder = tmp_path_factory.mktemp("crowd")
    with ExitStack() as stack:
        database = stack.enter_context(databases(request.param, folder))
        town = stack.enter_context(open_town())
        bots = stack.enter_context(installed(town, database, folder))
        receiver = town.bot(database)
        stack.callback(receiver.close)
        here = bots.run(CONCURRENCY="20")
        yield lived(Crowd(town), here, stack.enter_context(receiving(receiver)))


def lived(crowd: Crowd, here: BotProcess, there: str) -> Crowd:
    notice = crowd.town.notice
    crowd.orders["burst"] = burst = [crowd.town.order() for _ in range(BURST)]
    crowd.answers["burst"] = deliver(here.address, *map(notice, burst))
    crowd.town.wait_until(lambda: crowd.town.served(*burst))
    crowd.answers["burst"] += deliver(here.address, *map(notice, burst[:10]))
    crowd.orders["repeated"] = [order, late] = [crowd.town.order(), crowd.town.order()]
    five = [notice(order)] * 5
    answers = deliver(here.address, *five) + deliver(there, *five)
    crowd.town.wait_until(lambda: crowd.town.served(order))
    answers += deliver(here.address, notice(order)) + deliver(there, notice(order))
    answers += deliver(there, notice(late))
    crowd.answers["repeated"] = answers
    crowd.town.wait_until(lambda: crowd.town.served(late))
    crowd.left = here.leave()  # whatever the repeats began is finished
    return crowd


def test_a_burst_is_accepted_and_every_command_served_once(crowd):
    assert crowd.answers["burst"] == [204] * (BURST + 10)
    assert crowd.left == 0
    assert crowd.told("burst") == [EVERYTHING] * BURST


def test_the_same_notice_ten_times_at_two_receivers_is_one_conversation(crowd):
    assert crowd.answers["repeated"] == [204] * 13
    assert crowd.left == 0
    assert crowd.told("repeated") == [EVERYTHING, EVERYTHING]
