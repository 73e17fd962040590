"""A command that was accepted is served, whatever dies, and what was done is not done again.

Each fixture lives through one accident; the tests look at what it came to.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass

import pytest

from bot.sandbox.webex.faults import Fault, RateLimited, Silence
from tests.engine.bots import BotProcess, Installation, deliver, installed
from tests.engine.databases import steps_done, wait_until
from tests.engine.town import EVERYTHING, Order, Town, guest_of, open_town

FOR_EVER = 600.0  # seconds: the sandbox stops waiting when its world closes


@dataclass(frozen=True)
class Accident:
    """What was ordered, and the town in which it was served in the end."""

    town: Town
    orders: dict[str, Order]

    def told(self, order: str) -> dict[str, int]:
        return self.town.told(self.orders[order])

    def in_one_meeting(self, order: str) -> bool:
        links = {self.town.meeting(self.orders[order], kind) for kind in ("host", "guest")}
        return len(links) == 1


def sending_to(number: int) -> dict[str, str]:
    return sending(guest_of(number))


def sending(addressee: str) -> dict[str, str]:
    return {"path": "/messages", "method": "POST", "naming": addressee}


def ordered(town: Town, bot: BotProcess) -> Order:
    order = town.order()
    assert deliver(bot.address, town.notice(order)) == [204]
    return order


def stuck(town: Town, bot: BotProcess, fault: Fault) -> Order:
    """Have the bot accept an order and meet with fault in one of its calls."""
    town.world.faults = [fault]
    order = ordered(town, bot)
    wait_until(lambda: not town.world.faults)
    return order


@pytest.fixture(
    scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.long)]
)
def killed(
    request: pytest.FixtureRequest, databases, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Accident]:
    """One bot, killed in four conversations at once, and started again."""
    folder = tmp_path_factory.mktemp("killed")
    with ExitStack() as stack:
        database = stack.enter_context(databases(request.param, folder))
        town = stack.enter_context(open_town())
        bots = stack.enter_context(installed(town, database, folder))
        orders = all_stuck(town, bots.run(), bots)
        bots.run()
        town.wait_until(lambda: town.served(*orders.values()))
        yield Accident(town, orders)


def all_stuck(town: Town, bot: BotProcess, bots: Installation) -> dict[str, Order]:
    orders = {"reading": stuck(town, bot, Silence(FOR_EVER, path="/messages/", method="GET"))}
    messages = {
        "sending": Silence(FOR_EVER, **sending_to(1)),
        "sent": Silence(FOR_EVER, **sending_to(2), late=True),
        "told": Silence(FOR_EVER, **sending(town.host_id), late=True),
    }
    for number, (name, fault) in enumerate(messages.items(), start=1):
        orders[name] = stuck(town, bot, fault)
        # Its other message first, or that would meet with what is meant for the next one.
        wait_until(lambda done=number: steps_done(bots.database) == done)
    orders["minting"] = stuck_for_good(town, bot)
    bot.die()
    town.world.faults = []
    return orders


def stuck_for_good(town: Town, bot: BotProcess) -> Order:
    """Have it stuck minting, however often it tries: it does so again after ten seconds.

    On a slow machine these are over before the bot is killed. Then it would write to the host, and
    meet with what was meant for another.
    """
    minted = town.called("/joseencrypt")
    town.world.faults = [Silence(FOR_EVER, path="/joseencrypt", times=None)]
    order = ordered(town, bot)
    wait_until(lambda: town.called("/joseencrypt") > minted)
    return order


def test_a_bot_killed_while_it_reads_the_message_serves_it_after_a_restart(killed):
    assert killed.told("reading") == EVERYTHING


def test_a_bot_killed_while_it_mints_gives_host_and_guest_the_same_meeting(killed):
    assert killed.told("minting") == EVERYTHING
    assert killed.in_one_meeting("minting")


def test_a_message_that_was_sent_is_not_sent_again_after_a_kill(killed):
    assert killed.told("sending") == EVERYTHING


def test_links_minted_again_after_a_kill_lead_to_the_same_meeting(killed):
    assert killed.in_one_meeting("sending")


def test_a_message_in_flight_at_a_kill_is_found_and_not_sent_again(killed):
    assert killed.told("sent") == EVERYTHING
    assert killed.told("told") == EVERYTHING


@pytest.fixture(scope="module", params=[pytest.param("postgresql", marks=pytest.mark.long)])
def replaced(
    request: pytest.FixtureRequest, databases, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Accident]:
    """Of two workers one freezes, the other finishes its work and is killed, the first thaws."""
    folder = tmp_path_factory.mktemp("replaced")
    with ExitStack() as stack:
        database = stack.enter_context(databases(request.param, folder))
        town = stack.enter_context(open_town())
        bots = stack.enter_context(installed(town, database, folder))
        web, first = bots.web(), bots.worker()
        frozen = stuck(town, web, RateLimited(2, **sending_to(0)))
        wait_until(lambda: steps_done(database) == 1)
        first.send(signal.SIGSTOP)
        second = bots.worker()
        town.wait_until(lambda: town.served(frozen))
        wait_until(lambda: steps_done(database) == 0)  # what is finished is forgotten
        killed = stuck(town, web, Silence(FOR_EVER, **sending_to(1)))
        wait_until(lambda: steps_done(database) == 1)
        second.die()
        first.send(signal.SIGCONT)
        town.wait_until(lambda: town.served(killed))
        yield Accident(town, {"frozen": frozen, "killed": killed})


def test_a_worker_that_thaws_repeats_nothing_that_another_did_meanwhile(replaced):
    """It froze between two attempts at a message, and woke when the next one was due."""
    assert replaced.told("frozen") == EVERYTHING
    assert replaced.in_one_meeting("frozen")


def test_a_worker_that_was_taken_for_dead_can_take_over_again(replaced):
    assert replaced.told("killed") == EVERYTHING
