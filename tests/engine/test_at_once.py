"""Many notices at once are all accepted and all served, each once."""

from __future__ import annotations

from tests.engine.bots import deliver
from tests.engine.town import EVERYTHING

BURST = 60
"""Few, for a test; the benchmark sends 500."""


def test_a_burst_is_accepted_and_every_command_served_once(town, bots):
    bot = bots.run(CONCURRENCY="20")
    orders = [town.order() for _ in range(BURST)]
    assert deliver(bot.address, *map(town.notice, orders)) == [204] * BURST
    town.wait_until(lambda: town.served(*orders))
    again = deliver(bot.address, *map(town.notice, orders[:10]))
    assert again == [204] * 10
    assert bot.leave() == 0  # whatever the repeats began is finished
    assert [town.told(order) for order in orders] == [EVERYTHING] * BURST


def test_the_same_notice_ten_times_at_two_receivers_is_one_conversation(town, bots):
    here, there = bots.run(), bots.web()
    order, late = town.order(), town.order()
    notice = town.notice(order)
    answers = deliver(here.address, *[notice] * 5) + deliver(there.address, *[notice] * 5)
    town.wait_until(lambda: town.served(order))
    answers += deliver(here.address, notice) + deliver(there.address, notice)
    answers += deliver(there.address, town.notice(late))
    town.wait_until(lambda: town.served(late))
    assert answers == [204] * 13
    assert here.leave() == 0
    assert (town.told(order), town.told(late)) == (EVERYTHING, EVERYTHING)
