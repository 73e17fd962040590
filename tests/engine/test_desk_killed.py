"""The bot is killed while somebody calls at a desk: the call is one, and is not lost."""

from __future__ import annotations

import random
import re

import pytest
import requests

from tests.engine.bots import Installation
from tests.engine.desk_town import cards, hung
from tests.engine.doorkeeper import Doorkeeper
from tests.engine.town import Town
from tests.engine.victims import HALVES


@pytest.mark.long
def test_a_press_whose_processes_are_killed_is_one_call(
    bots: Installation, database: str, town: Town
):
    path, phone = hung(town, database), requests.Session()
    bot = Doorkeeper(bots, HALVES, random.SystemRandom())
    desk = bot.start() + path
    page = phone.get(desk, timeout=10).text
    form = dict(re.findall(r'name="(form)" value="([^"]+)"', page))
    bot.die("worker")
    assert "One moment" in phone.post(desk, form, timeout=10).text  # recorded, and nobody is asked
    bot.die("web")
    bot.start()
    doors = {phone.post(desk, form, timeout=10).url.partition("?")[0] for _ in range(3)}
    assert len(doors) == 1
    assert "Front desk knows that you’re here." in phone.get(doors.pop(), timeout=10).text
    town.wait_until(lambda: len(cards(town)) == 1)
