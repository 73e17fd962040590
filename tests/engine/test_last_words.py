"""A person who was told of a failure is not served by a later run."""

from __future__ import annotations

from pathlib import Path

from dbos import DBOS

from bot.sandbox.webex.faults import Unauthorized
from tests.engine.crashes import connected_store, mortal_in
from tests.engine.databases import wait_until
from tests.engine.town import Town


def test_a_replay_after_a_reported_failure_starts_no_meeting(town: Town, tmp_path: Path):
    order = town.order()
    said = len(town.world.messages)
    with mortal_in(town, tmp_path) as mortal:
        town.world.faults = [Unauthorized(path="joseencrypt", times=None)]
        key = mortal.serve(order)
        town.world.faults = []
        with connected_store(f"sqlite:///{tmp_path / 'bot.sqlite'}") as store:
            last = max(store.steps(key))
        again = DBOS.fork_workflow(key, last + 1)  # as if its end had not been recorded
        wait_until(lambda: again.get_status().status in {"SUCCESS", "ERROR"})
    assert len(town.world.messages) == said + 1
    assert town.told(order).keys() <= {"receipt"}
