"""What a process leaves unfinished is continued by another one, if it has the same version."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from bot.core.domain.errors import Passing
from bot.core.steps.ledger_steps import ScheduledTask
from bot.core.steps.step import Conversation
from bot.edges.durable import workflow_store
from bot.edges.durable.engine import Engine
from bot.edges.durable.leases import LEASE, LEFT, leases
from bot.edges.durable.serializer import EncryptedJson
from bot.edges.durable.workflow_store import WorkflowStore
from bot.edges.storage.database import prepare
from bot.process.translations import spoken
from tests.engine.databases import connected, wait_until
from tests.engine.scripted import PLAIN, Mark, Script, Service, engine_on, notice

DUE = ScheduledTask("tidy", 1, datetime(2026, 1, 1, tzinfo=UTC))


class PatientMark(Mark):
    """A step that is worth an hour."""

    patience = 3600.0


def converse(about: str) -> Conversation:
    yield PatientMark("tidy" if about == "tidy" else "say")


def fail() -> None:
    raise Passing(None, 3000.0)


@pytest.fixture
def shared(database: str) -> Iterator[sa.Engine]:
    with connected(database) as engine:
        prepare(engine)
        yield engine


@contextmanager
def running(shared: sa.Engine, service: Service) -> Iterator[Engine]:
    engine = engine_on(shared, Script(converse), service)
    engine.start()
    try:
        yield engine
    finally:
        engine.stop(patience=3)


def working() -> Service:
    """Return a service that is there."""
    return Service(say=lambda: "said", tidy=lambda: "tidied")


def leave_work(shared: sa.Engine) -> str:
    """Stop a process whose work waits for a service; return the name on its lease."""
    with running(shared, service := Service(say=fail)) as first:
        first.accept(notice(1))
        wait_until(lambda: service.made)
    [(executor, until)] = held(shared).items()
    assert until == LEFT
    return executor


def held(shared: sa.Engine) -> dict[str, float]:
    with shared.connect() as connection:
        return {row.executor: row.until for row in connection.execute(sa.select(leases))}


def test_the_work_of_a_process_that_stops_is_continued_without_waiting_for_its_lease(shared):
    leave_work(shared)
    with running(shared, service := working()):
        began = time.monotonic()
        wait_until(lambda: service.made)
    assert service.made == ["say"]
    assert time.monotonic() - began < LEASE


def test_the_work_of_an_older_version_waits_for_a_process_of_that_version(shared, monkeypatch):
    """Even if a process of the new version is the first to see that the old one has stopped."""
    executor = leave_work(shared)
    with monkeypatch.context() as patch:
        patch.setattr(workflow_store, "VERSION", "new")
        with running(shared, new := working()):
            wait_until(lambda: executor not in held(shared))
            WorkflowStore(shared, EncryptedJson(PLAIN, spoken)).schedule([DUE])
            wait_until(lambda: new.made)
    assert new.made == ["tidy"]
    with running(shared, old := working()):
        wait_until(lambda: old.made)
    assert old.made == ["say"]
