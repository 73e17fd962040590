"""Nothing grows without end: what is over is deleted."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from bot.edges.durable.checkpoints import Checkpoints
from bot.edges.durable.clearing import BATCH, Clearing, Keep, let_go_of_the_finished
from bot.edges.minds import Mind
from dbos import DBOS

from bot.core.incoming.notices import Notice
from bot.core.steps.ledger_steps import Note
from bot.edges.durable.engine import Engine
from bot.edges.durable.inbox import Entries, Inbox
from bot.edges.storage.ledger import Ledger
from bot.edges.storage.tables import (
    checkpoints,
    courtesies,
    deliveries,
    failures,
    hosts,
    inbox,
    meetings,
)
from tests.edges.remembered import BOB, count, remembered, to
from tests.engine.test_engine import Mark, Service

DAY = timedelta(days=1)
KEEP = Keep(conversations=DAY, meetings=30 * DAY)


@contextmanager
def served(prepared: sa.Engine, *numbers: int, calls: Any) -> Iterator[Engine]:
    """Have conversations, of one recorded step each, and let go of them when they are over."""

    def converse(_recorded: dict[str, Any]) -> Iterator[Any]:
        yield Mark("say")

    mind = Mind(converse, lambda _recorded: None)
    running = Engine(prepared, mind, Service(say=calls), look=1.0)
    running.start()
    let_go_of_the_finished(prepared)
    try:
        for number in numbers:
            running.accept(Notice("messages", "created", f"m{number}"))
        yield running
    finally:
        running.stop(patience=3)


def over(*numbers: int) -> None:
    for number in numbers:
        DBOS.wait_first(
            [DBOS.retrieve_workflow(f"messages:created:m{number}")], polling_interval_sec=0.01
        )


def rows(prepared: sa.Engine, name: str) -> int:
    schema = "dbos" if prepared.dialect.name == "postgresql" else None
    return count(prepared, sa.table(name, schema=schema))


def finished_long_ago(prepared: sa.Engine) -> None:
    schema = "dbos" if prepared.dialect.name == "postgresql" else None
    status = sa.table("workflow_status", sa.column("completed_at"), schema=schema)
    with prepared.begin() as connection:
        connection.execute(sa.update(status).values(completed_at=1))


def test_what_is_finished_holds_nothing_of_what_was_asked(prepared: sa.Engine):
    with served(prepared, 1, 2, calls=lambda: "said") as running:
        over(1, 2)
        assert rows(prepared, "workflow_input") == count(prepared, checkpoints) == 0
        running.accept(Notice("messages", "created", "m1"))  # once more
        assert rows(prepared, "workflow_status") == 2
        Clearing(prepared, KEEP).clear()
        assert rows(prepared, "workflow_input") == 0


def test_a_notice_waits_no_more_once_its_conversation_is_recorded(prepared: sa.Engine):
    waiting, began = Inbox(prepared), list[str]()
    with served(prepared, 1, calls=lambda: "said") as running:
        over(1)
        for number in (1, 2):  # the first one comes again
            waiting.accept(Notice("messages", "created", f"m{number}"))

        def begin(entries: Entries) -> None:
            began.extend(key for key, _ in entries)
            running._begin_all(entries)  # noqa: SLF001 - as its intake does

        left = []
        for _look in range(3):
            waiting.hand_over(10, begin)
            left.append(count(prepared, inbox))
        over(1, 2)
    # The statement that records the second one's takes it along; the first one's was there.
    assert left == [0 if prepared.dialect.name == "postgresql" else 1, 0, 0]
    assert began == ["messages:created:m1", "messages:created:m2"]


def test_what_is_in_hand_is_kept_and_what_is_long_over_is_removed(prepared: sa.Engine):
    with served(prepared, 1, calls=lambda: "said"):
        over(1)
        Clearing(prepared, KEEP).clear()
        assert rows(prepared, "workflow_status") == 1
        finished_long_ago(prepared)
        Clearing(prepared, KEEP).clear()
        for name in ("workflow_status", "workflow_input", "workflow_output", "operation_outputs"):
            assert rows(prepared, name) == 0


def test_a_conversation_that_waits_for_weeks_loses_nothing(prepared: sa.Engine):
    goes_on = threading.Event()
    with served(prepared, 1, calls=lambda: goes_on.wait(20)):
        Checkpoints(prepared).write("messages:created:m1", 7, "Say", {"message_id": "m"})
        Checkpoints(prepared).write("nobody's", 1, "Say", {"message_id": "m"})
        with prepared.begin() as connection:
            connection.execute(checkpoints.update().values(at=1.0))
        Clearing(prepared, KEEP).clear()
        assert rows(prepared, "workflow_status") == rows(prepared, "workflow_input") == 1
        assert count(prepared, checkpoints) == 1
        goes_on.set()
        over(1)


def test_meetings_people_and_courtesies_go_after_their_time_in_batches(prepared: sa.Engine):
    ledger, now = Ledger(prepared), datetime.now(UTC)
    for days in (31, 29, -1):
        opened = now - days * DAY
        held = remembered(ledger, opens=opened, expires=opened + timedelta(hours=1))
        ledger.note(Note(held.number, (to(BOB, f"m{days}"),)))
    old = [{"key": str(number), "at": 1.0} for number in range(2 * BATCH + 1)]
    with prepared.begin() as connection:
        connection.execute(courtesies.insert(), [*old, {"key": "new", "at": time.time()}])
    with served(prepared, calls=None):
        Clearing(prepared, KEEP).clear()
    assert [count(prepared, each) for each in (meetings, hosts, deliveries)] == [2, 2, 2]
    assert count(prepared, courtesies) == 1
    with prepared.connect() as connection:
        emails = connection.scalars(sa.select(deliveries.c.email).order_by(deliveries.c.expires))
        assert emails.all() == [None, BOB.email]


def test_what_failed_is_kept_for_its_time_and_no_longer(prepared: sa.Engine):
    failed = {"entry": "{}", "kind": "Meet", "outcome": "failed", "trouble": "Refused"}
    ages = {"new": time.time(), "old": time.time() - 2 * DAY.total_seconds()}
    with prepared.begin() as connection:
        connection.execute(failures.insert(), [failed | {"key": k, "at": ages[k]} for k in ages])
    with served(prepared, calls=None):
        Clearing(prepared, KEEP).clear()
    with prepared.connect() as connection:
        assert connection.scalars(sa.select(failures.c.key)).all() == ["new"]
