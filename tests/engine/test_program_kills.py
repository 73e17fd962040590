"""A program whose request met with a kill repeats it, and there is one meeting."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
import requests

from bot.edges.storage.api_key_store import ApiKeyStore
from bot.edges.storage.database import connect
from bot.sandbox.webex.faults import Silence
from tests.engine.bots import BotProcess, installed
from tests.engine.databases import wait_until
from tests.engine.town import Town, open_town

FOR_EVER = 600.0
HOSTS = {"minting": "erin@example.com", "telling": "carl@example.com"}
"""What the bot is at when it is killed, and for whom: one host's requests wait for each other."""


@dataclass
class Portal:
    """A program with a key.

    Args:
        key: its key.
        address: where the bot is reached now.
    """

    key: str
    address: str = ""

    def makes(self, once: str) -> requests.Response:
        body = {"host": HOSTS[once], "guests": [{"email": f"{once}@x.com"}], "topic": once}
        return self._ask("POST", json=body, headers={"Idempotency-Key": once})

    def meetings(self) -> list[dict[str, Any]]:
        return self._ask("GET").json()["data"]

    def _ask(self, method: str, headers: dict[str, str] | None = None, **how: Any):
        headers = {"Authorization": f"Bearer {self.key}", **(headers or {})}
        where = f"{self.address}/v1/meetings"
        return requests.request(method, where, headers=headers, timeout=15, **how)


@dataclass(frozen=True)
class Outcome:
    """What came of requests that were repeated after a kill."""

    town: Town
    portal: Portal
    answers: dict[str, list[requests.Response]]


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def killed(
    request: pytest.FixtureRequest, databases, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Outcome]:
    """A bot that is killed in two requests of a program, and started again."""
    folder = tmp_path_factory.mktemp("programs")
    with ExitStack() as stack:
        database = stack.enter_context(databases(request.param, folder))
        town = stack.enter_context(open_town())
        bots = stack.enter_context(installed(town, database, folder))
        bot = bots.run()
        engine = connect(database)
        stack.callback(engine.dispose)
        key = ApiKeyStore(engine).new("portal", ["meetings"], timedelta(days=1), 10_000)
        portal = Portal(key, bot.address)
        stuck(town, portal, bot)
        portal.address = bots.run().address
        yield Outcome(town, portal, {each: repeated(portal, each) for each in HOSTS})


def stuck(town: Town, portal: Portal, bot: BotProcess) -> None:
    """Have the bot killed while it mints for one request and tells the guest of the other."""
    guest = {"path": "/messages", "method": "POST", "naming": "telling@x.com"}

    def asks(once: str) -> None:
        with suppress(requests.ConnectionError):
            portal.makes(once)

    with ThreadPoolExecutor() as pool:
        town.world.faults = [Silence(FOR_EVER, **guest)]
        pool.submit(asks, "telling")
        wait_until(lambda: not town.world.faults)
        minted = town.called("/joseencrypt")
        town.world.faults = [Silence(FOR_EVER, path="/joseencrypt", times=None)]
        pool.submit(asks, "minting")
        wait_until(lambda: town.called("/joseencrypt") > minted)
        bot.die()
    town.world.faults = []


def repeated(portal: Portal, once: str) -> list[requests.Response]:
    """Repeat a request until it is served, and once more."""
    answers = []

    def is_served() -> bool:
        answers.append(portal.makes(once))
        return answers[-1].status_code == 201

    wait_until(is_served, 60)
    return [*answers, portal.makes(once)]


@pytest.mark.long
@pytest.mark.parametrize("once", HOSTS)
def test_a_request_that_met_with_a_kill_is_one_meeting_when_it_is_repeated(
    killed: Outcome, once: str
):
    answers = killed.answers[once]
    assert {each.status_code for each in answers} <= {201, 409, 503}
    [number] = {each.json()["id"] for each in answers if each.status_code == 201}
    mine = [each for each in killed.portal.meetings() if each["topic"] == once]
    assert [each["id"] for each in mine] == [number]
    wait_until(lambda: len(link_messages(killed.town, once)) == 2)
    wait_until(lambda: [each["email"] for each in guests_of(killed, number)] == [f"{once}@x.com"])


def link_messages(town: Town, topic: str) -> list[str]:
    """Return the messages with a link to a meeting: the host's and the guest's."""
    said = [each.markdown for each in list(town.world.messages.values())]
    return [each for each in said if topic in each and "/visit/" in each]


def guests_of(killed: Outcome, number: str) -> list[dict[str, Any]]:
    [mine] = [each for each in killed.portal.meetings() if each["id"] == number]
    return mine["guests"]
