"""Nothing grows without end: what is over is deleted."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from dbos import DBOS

from bot.core.steps.ledger_steps import RecordDeliveries
from bot.edges.durable.engine import Engine
from bot.edges.durable.serializer import EncryptedJson
from bot.edges.durable.workflow_store import WorkflowStore
from bot.edges.storage import cleanup
from bot.edges.storage.cleanup import BATCH, Cleanup, Keep
from bot.edges.storage.ledger import Ledger
from bot.edges.storage.tables import courtesies, deliveries, hosts, inbox, meetings
from tests.edges.remembered import BOB, count, remembered, to
from tests.engine.databases import wait_until
from tests.engine.scripted import PLAIN, Mark, Script, Service, calling, engine_on, notice

DAY = timedelta(days=1)
KEEP = Keep(conversations=DAY, meetings=30 * DAY)


@contextmanager
def served(prepared: sa.Engine, *numbers: int, calls: Any) -> Iterator[Engine]:
    """Have conversations of one recorded step each."""
    running = engine_on(prepared, Script(calling("say", kind=Mark)), Service(say=calls))
    running.start()
    try:
        for number in numbers:
            running.accept(notice(number))
        yield running
    finally:
        running.stop(patience=3)


def clear(prepared: sa.Engine) -> None:
    Cleanup(prepared, store(prepared).delete_finished, KEEP).clear()


def store(prepared: sa.Engine) -> WorkflowStore:
    return WorkflowStore(prepared, EncryptedJson(PLAIN))


def over(*numbers: int) -> None:
    for number in numbers:
        wait_until(lambda number=number: DBOS.get_workflow_status(notice(number).key))
        DBOS.wait_first([DBOS.retrieve_workflow(notice(number).key)], polling_interval_sec=0.01)


def rows(prepared: sa.Engine) -> list[int]:
    """Return how many rows DBOS has of conversations, in each of its tables."""
    schema = "dbos" if prepared.dialect.name == "postgresql" else None
    names = ("workflow_status", "workflow_input", "workflow_output", "operation_outputs")
    return [count(prepared, sa.table(each, schema=schema)) for each in names]


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[timedelta], None]:
    """Return what lets time pass."""

    def pass_by(much: timedelta) -> None:
        now = time.time
        monkeypatch.setattr(cleanup.time, "time", lambda: now() + much.total_seconds())

    return pass_by


def test_the_same_notice_is_not_served_again_and_adds_nothing(prepared: sa.Engine):
    with served(prepared, 1, 2, calls=lambda: "said") as running:
        over(1, 2)
        before = rows(prepared)
        running.accept(notice(1))
        wait_until(lambda: count(prepared, inbox) == 0)
        assert rows(prepared) == before


def test_finished_records_are_deleted_when_due_and_not_before(prepared: sa.Engine, later):
    with served(prepared, 1, calls=lambda: "said"):
        over(1)
        clear(prepared)
        assert rows(prepared) == [1, 1, 1, 2]
        later(2 * DAY)
        clear(prepared)
        assert rows(prepared) == [0, 0, 0, 0]


def test_a_conversation_that_waits_for_weeks_loses_nothing(prepared: sa.Engine, later):
    goes_on = threading.Event()
    with served(prepared, 1, calls=lambda: goes_on.wait(20)):
        wait_until(lambda: store(prepared).runs_at(notice(1).key))
        later(30 * DAY)
        clear(prepared)
        assert rows(prepared)[:2] == [1, 1]
        goes_on.set()
        over(1)


def test_meetings_people_and_courtesies_go_after_their_time_in_batches(prepared: sa.Engine):
    ledger, now = Ledger(prepared), datetime.now(UTC)
    for days in (31, 29, -1):
        opened = now - days * DAY
        held = remembered(ledger, opens=opened, expires=opened + timedelta(hours=1))
        ledger.note(RecordDeliveries(held.number, (to(BOB, f"m{days}"),)))
    old = [{"key": str(number), "at": 1.0} for number in range(2 * BATCH + 1)]
    with prepared.begin() as connection:
        connection.execute(courtesies.insert(), [*old, {"key": "new", "at": time.time()}])
    clear(prepared)
    assert [count(prepared, each) for each in (meetings, hosts, deliveries)] == [2, 2, 2]
    assert count(prepared, courtesies) == 1
    with prepared.connect() as connection:
        emails = connection.scalars(sa.select(deliveries.c.email).order_by(deliveries.c.expires))
        assert emails.all() == [None, BOB.email]
