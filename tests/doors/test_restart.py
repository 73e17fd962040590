"""The bot is killed while guests wait to be let in."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from bot.sandbox.webex.model import Message
from tests.doors.test_over_http import ask
from tests.engine.bots import deliver, installed
from tests.engine.doorkeeper import Doorkeeper, door_of
from tests.engine.town import Town, open_town
from tests.engine.victims import WHOLE


@pytest.mark.long
def test_who_waits_is_in_one_message_before_and_after(tmp_path: Path):
    database = f"sqlite:///{tmp_path / 'bot.sqlite'}"
    with open_town() as town, installed(town, database, tmp_path) as bots:
        bot = Doorkeeper(bots, WHOLE, random.SystemRandom())
        order = town.order(more=" admit first, guest9@x.com")
        assert deliver(bot.start(), town.notice(order)) == [204]
        first, second = door_of(town, order.guest), door_of(town, "guest9@x.com")
        ask(f"{first}/join", "POST")
        before = list_of_who_waits(town, {order.guest})
        bot.die()
        bot.start()
        assert "Erin Expert knows that you’re here." in ask(first).text
        ask(f"{second}/join", "POST")
        after = list_of_who_waits(town, {order.guest, "guest9@x.com"})
        assert after.id != before.id
        [page] = set(re.findall(r"http\S+/h/[\w-]{27}", after.text))
        for visitor in set(re.findall(r'name="visitor" value="([^"]+)"', ask(page).text)):
            ask(f"{page}/admit", "POST", visitor=visitor)
        town.wait_until(lambda: not lists(town))
        assert "/visit/" in ask(f"{first}/join", "POST").leads_to


def list_of_who_waits(town: Town, guests: set[str]) -> Message:
    """Return the one list, once it names these guests."""

    def found() -> list[Message]:
        said = lists(town)
        waiting = {each for one in said for each in re.findall(r"(\S+), since", one.text)}
        return said if len(said) == 1 and waiting == guests else []

    [message] = town.world.wait_for(found, 30)
    return message


def lists(town: Town) -> list[Message]:
    """Return the messages that list who waits."""
    said = list(town.world.messages.values())
    return [each for each in said if "Waiting to be let in" in each.text]
