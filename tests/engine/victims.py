"""A bot that is killed by chance, while it takes and serves notices."""

from __future__ import annotations

import asyncio
import random
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from tests.bench.notices import Delivery
from tests.bench.notices import deliver as send
from tests.engine.bots import BotProcess, Installation

DELIVERY = 0.15
"""Seconds within which a batch is delivered: every other kill comes meanwhile, by chance."""

LONGEST = 1.3
"""Seconds within which the other kills come; to serve the batch takes about as long."""

WHOLE = ("run",)
HALVES = ("web", "worker")
"""How the bot is run: whole, or its halves apart."""


class Victim:
    """A bot in one process or in two, of which some are killed at a time.

    Args:
        bots: none of which runs yet.
        parts: that it consists of; the first takes notices.
        chance: decides when, and which of them.
    """

    def __init__(self, bots: Installation, parts: tuple[str, ...], chance: random.Random) -> None:
        self._bots, self._parts, self._chance = bots, parts, chance
        self._running: dict[str, BotProcess] = {}
        self._settings: dict[str, str] = {}

    def start(self) -> str:
        """Start what does not run, and return where notices are taken."""
        for part in self._parts:
            if part not in self._running:
                self._running[part] = getattr(self._bots, part)(**self._settings)
        return self._running[self._parts[0]].address

    def die_over(self, notices: list[dict[str, Any]]) -> list[bool]:
        """Be killed while `notices` come or are served; say of each if it was answered with 2xx."""
        address = self.start()
        with ThreadPoolExecutor(1) as pool:
            answered = pool.submit(asyncio.run, answers(address, notices))
            self._die()
            return answered.result()

    def _die(self) -> None:
        time.sleep(self._chance.choice((DELIVERY, LONGEST)) * self._chance.random())
        many = self._chance.randint(1, len(self._parts))
        for part in self._chance.sample(self._parts, many):
            self._running.pop(part).die()


async def answers(address: str, notices: list[dict[str, Any]]) -> list[bool]:
    """Say of each notice if it was accepted; whoever is killed meanwhile answers nothing."""
    sent = await asyncio.gather(*(send(address, each) for each in notices), return_exceptions=True)
    return [isinstance(each, Delivery) and each.status == 204 for each in sent]
