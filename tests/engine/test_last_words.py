"""Who was told that nothing comes of it is not served by a later round."""

from __future__ import annotations

from pathlib import Path

from bot.edges.storage.database import prepare
from bot.sandbox.webex.weather import Unauthorized
from tests.engine.crashes import Mortal
from tests.engine.databases import connected
from tests.engine.town import Town


def test_a_round_after_a_told_failure_starts_no_meeting(town: Town, tmp_path: Path):
    order = town.order()
    said = len(town.world.messages)
    with connected(f"sqlite:///{tmp_path / 'bot.sqlite'}") as database:
        prepare(database)
        mortal = Mortal(town, database)
        town.world.weather = [Unauthorized(path="joseencrypt", times=None)]
        mortal.serve(order)
        town.world.weather = []
        mortal.serve(order, new=False)
    assert len(town.world.messages) == said + 1
    assert town.told(order).keys() <= {"receipt"}
