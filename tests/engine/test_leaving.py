"""Told to leave, a bot finishes what it has in hand, and hands over what has to wait."""

from __future__ import annotations

import time

from bot.sandbox.webex.faults import RateLimited
from tests.engine.bots import deliver
from tests.engine.databases import wait_until
from tests.engine.town import EVERYTHING, guest_of


def test_work_in_hand_is_finished_and_work_that_waits_is_handed_over(town, bots):
    town.world.faults = [RateLimited(3000, path="/messages", method="POST", naming=guest_of(0))]
    bot = bots.run()
    waits = town.order()
    assert deliver(bot.address, town.notice(waits)) == [204]
    wait_until(lambda: not town.world.faults)
    town.world.latency = 0.3  # seconds
    in_hand, calls = town.order(), len(town.world.calls)
    assert deliver(bot.address, town.notice(in_hand)) == [204]
    town.wait_until(lambda: len(town.world.calls) > calls)
    began = time.monotonic()
    assert bot.leave() == 0
    assert time.monotonic() - began < 15  # of the 20 seconds that it has: what waits is not awaited
    assert town.told(in_hand) == EVERYTHING
    assert town.told(waits) == {"host": 1}
    town.world.latency = 0.0
    bots.worker()
    town.wait_until(lambda: town.served(waits))
    assert town.told(waits) == EVERYTHING
