"""Commands served by real rounds over real checkpoints, with a crash right after a message is sent.

The worst moment there is: Webex has taken a message, and nothing of it is recorded yet.
"""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from bot.core.conversations import dispatch
from bot.core.conversations.request import Installation
from bot.core.domain.access import Access
from bot.core.incoming.notices import Notice
from bot.core.steps.step import Conversation
from bot.core.wording.languages import Languages
from bot.edges.durable.calls import Calls
from bot.edges.durable.checkpoints import Checkpoints
from bot.edges.durable.rounds import Round, Work
from bot.edges.durable.turns import Turns
from bot.edges.durable.walking import Talk, Walked
from bot.edges.performer import Performer
from bot.edges.sources.instant_connect import Broker
from bot.edges.storage.ledger import Ledger
from bot.edges.webex.api import Webex
from bot.process.translations import spoken
from tests.engine.town import Order, Town


class CrashError(Exception):
    """The process dies before it can record what it did."""


class Brittle(Checkpoints):
    """Checkpoints at whose door the process dies, once for each step of each conversation."""

    def __init__(self, database: sa.Engine) -> None:
        super().__init__(database)
        self._died: set[tuple[str, int]] = set()

    @property
    def crashes(self) -> int:
        """How many there were."""
        return len(self._died)

    def write(self, conversation: str, step: int, kind: str, answer: dict[str, Any]) -> None:
        """Die the first time that this step would be recorded."""
        if kind in {"Say", "TellHost"} and (conversation, step) not in self._died:
            self._died.add((conversation, step))
            raise CrashError
        super().write(conversation, step, kind, answer)


class Mortal:
    """Serves orders of a town, and dies at every message.

    Args:
        town: where they are given.
        database: prepared.
    """

    def __init__(self, town: Town, database: sa.Engine) -> None:
        self._town = town
        self._checkpoints = Brittle(database)
        self._webex = Webex("sandbox-token-bot", f"{town.url}/v1/", 10)
        broker = Broker(
            town.url, "sandbox-token-bot", api_version="v2", link_base=town.url, pool_size=10
        )
        self._performer = Performer(self._webex, broker, Ledger(database))
        me = self._webex.whoami()
        self._house = Installation(me.id, me.email, Access.parse("example.com"), Languages(spoken))

    @property
    def crashes(self) -> int:
        """How often it died."""
        return self._checkpoints.crashes

    def serve(self, order: Order, *, new: bool = True) -> None:
        """Serve an order, round after round, until one comes to the end.

        Args:
            order: what was asked for.
            new: whether no round of it was made before.
        """
        at = datetime.now(UTC)

        def converse() -> Conversation:
            notice = Notice.from_envelope(self._town.notice(order))
            return dispatch.conversation(notice, self._house, at, f"seed of {order.number}")

        asyncio.run(self._live(f"order {order.number}", converse, new=new))

    async def _live(self, key: str, converse: Any, *, new: bool) -> None:
        while True:
            try:
                await self._round(key, converse(), new=new)
            except CrashError:
                await _all_still()
                new = False
            else:
                return

    async def _round(self, key: str, conversation: Conversation, *, new: bool) -> None:
        async def check_ours(_round: Round) -> None:
            return

        work = Work(key, self._performer.perform, self._checkpoints, check_ours, new=new)
        async with Turns(1).one() as turn:
            await Round(work, turn, Calls(10)).go(Walked(Talk(conversation)))


async def _all_still() -> None:
    """A process that dies does nothing more; here its other calls are under way, and end."""
    left = asyncio.all_tasks() - {asyncio.current_task()}
    await asyncio.gather(*left, return_exceptions=True)
