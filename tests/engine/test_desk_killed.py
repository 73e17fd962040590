"""The bot is killed while somebody calls at a desk: the call is one, and is not lost."""

from __future__ import annotations

import random
import re

import pytest
import requests

from bot.core.domain.desks import Desk
from bot.core.domain.experts import ExpertGroup, Tier
from bot.core.steps.desk_steps import ReadDeskAddresses, SaveDesk
from bot.core.steps.expert_steps import SaveGroup
from bot.edges.storage.database import connect, prepare
from bot.edges.storage.desk_store import DeskStore
from bot.edges.storage.ledger import Ledger
from bot.edges.storage.meeting_secrets import MeetingSecrets
from tests.engine.bots import Installation
from tests.engine.doorkeeper import Doorkeeper
from tests.engine.town import Town
from tests.engine.victims import HALVES

DESK = Desk("front desk", "support", "a seed that is its own key")


def hung(town: Town, url: str) -> str:
    """Hang a poster that calls a space; return the path of its desk."""
    database = connect(url)
    prepare(database)
    tier = Tier(town.space("Cardiology").id)
    Ledger(database).expert_groups.save(SaveGroup(ExpertGroup(DESK.group, (tier,))))
    desks = DeskStore(database, MeetingSecrets())
    desks.save(SaveDesk(DESK))
    database.dispose()
    return desks.addresses(ReadDeskAddresses(DESK, "")).page


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
    town.wait_until(lambda: cards(town) == 1)


def cards(town: Town) -> int:
    """Return how many cards ask for an expert."""
    return sum(bool(each.cards) for each in list(town.world.messages.values()))
