"""Changing WEBHOOK_SECRET in the two steps of bot/docs/several-machines.md loses no notice."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest
import requests
import sqlalchemy as sa
import structlog

from bot.core.incoming.notices import PATH
from bot.edges.storage.tables import inbox
from bot.process.app import Bot
from bot.process.web_half import receiving
from bot.sandbox.sandbox_server import open_town
from bot.sandbox.webex.webhooks_out import signatures
from bot.sandbox.webex.world import World, small_world
from bot.settings import Settings

OLD, NEW = "the secret until today", "the secret from today on"


@dataclass
class Half:
    """A receiver, as it runs with the settings of one step."""

    bot: Bot
    address: str

    def answers(self, secret: str, number: int) -> int:
        """Return the status of its answer to a notice that is signed with a secret."""
        data = {"resource": "messages", "event": "created", "data": {"id": f"m{number}"}}
        body = json.dumps(data).encode()
        headers = {"Content-Type": "application/json", **signatures(secret, body)}
        return requests.post(f"{self.address}{PATH}", body, headers=headers, timeout=5).status_code


@contextmanager
def half(town: str, file: Path, secret: str, before: str | None) -> Iterator[Half]:
    """Run a receiver over the installation's database for as long as the block runs."""
    given = Settings(
        _env_file=None,
        webex_access_token="sandbox-token-bot",
        webhook_secret=secret,
        webhook_secret_before=before,
        bot_allowed="example.com",
        webex_api_url=f"{town}/v1/",
        broker_url=town,
        link_base=town,
        database_url=f"sqlite:///{file}",
        port=0,
    )
    bot = Bot(given)
    with receiving(bot) as address:
        yield Half(bot, address)
    bot.close()


class Installation:
    """Its receivers, and the Webex that tells them.

    Args:
        world: the sandbox's.
        start: starts a receiver with a secret and the one before.
    """

    def __init__(self, world: World, start: Callable[..., Half]) -> None:
        self.runs, self._world, self._numbers = start, world, count()

    def signed(self, heard: Half) -> list[int]:
        """Return what is answered to a notice signed with the old secret, and with the new one."""
        return [heard.answers(secret, next(self._numbers)) for secret in (OLD, NEW)]

    def told_by_webex(self, heard: Half, synced: Half) -> int | None:
        """Have one receiver registered by another; return its answer to what Webex tells it."""
        world, target = self._world, f"{heard.address}{PATH}"
        synced.bot.register(heard.address)
        erin, bot = world.named("Erin Expert"), world.named("Connect Bot")
        said = world.say(erin, world.direct(erin, bot), "help")

        def answers() -> list[int | None]:
            ours = {each.id for each in world.webhooks.values() if each.target_url == target}
            told = [each for each in world.deliveries if each.subject_id == said.id]
            return [each.status for each in told if each.webhook_id in ours]

        return (world.wait_for(answers, 5) or [None])[0]


@pytest.fixture
def installation(prepared_file: Path, tmp_path: Path) -> Iterator[Installation]:
    world, file = small_world(), Path(shutil.copy(prepared_file, tmp_path / "bot.sqlite"))
    with open_town(world) as town, ExitStack() as stack:

        def start(secret: str, before: str | None = None) -> Half:
            return stack.enter_context(half(town, file, secret, before))

        yield Installation(world, start)
    structlog.reset_defaults()


def test_both_secrets_are_accepted_until_the_change_is_complete(
    installation: Installation,
) -> None:
    runs, signed, told = installation.runs, installation.signed, installation.told_by_webex
    first, second, third = runs(OLD), runs(OLD, NEW), runs(NEW, OLD)
    assert signed(first) == [204, 401]
    assert [signed(each) for each in (second, third)] == [[204, 204]] * 2
    # Who hears Webex, and who registered that last: of one step, or of two that meet.
    ways = [(first, first), (second, first), (first, second), (second, third), (third, second)]
    assert [told(*each) for each in ways] == [204] * 5
    last = runs(NEW)
    assert signed(last) == [401, 204]
    assert [told(*each) for each in [(third, last), (last, third)]] == [204, 204]
    taken = sa.select(sa.func.count()).where(inbox.c.key.startswith("messages:"))
    with last.bot.database.connect() as connection:
        assert connection.scalar(taken) == 6 + 7  # signed, and told
