"""A failed conversation can be retried, completely and only once at a time."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import sqlalchemy as sa

from bot.core.domain.errors import Refused
from bot.core.steps.step import Conversation
from bot.edges.durable import failures as module
from bot.edges.durable.engine import Engine
from bot.edges.durable.failures import Failures
from bot.edges.durable.inbox import Inbox
from bot.edges.durable.serializer import EncryptedJson
from bot.edges.durable.workflow_store import MOST_CRASHES, UNFINISHED, WorkflowStore
from tests.engine.databases import wait_until
from tests.engine.scripted import PLAIN, Mark, Script, Service, engine_on, notice

KEY = notice(1).key


def broken(_about: str) -> Conversation:
    yield Mark("say")
    raise KeyError


def refused(_about: str) -> Conversation:
    yield Mark("say")
    raise Refused("TRACK_1")


@contextmanager
def failing(prepared: sa.Engine, service: Service, converse=broken) -> Iterator[Engine]:
    """Have conversations that fail after one recorded step, and apologise in another."""
    running = engine_on(prepared, Script(converse), service)
    running.start()
    try:
        yield running
    finally:
        running.stop(patience=3)


def failures_of(prepared: sa.Engine) -> Failures:
    return Failures(WorkflowStore(prepared, EncryptedJson(PLAIN)), Inbox(prepared, PLAIN))


def test_no_failures_are_listed_before_the_first_worker_starts(prepared: sa.Engine):
    assert failures_of(prepared).all() == []
    assert not failures_of(prepared).again(KEY)


@pytest.mark.parametrize(
    ("converse", "told"),
    [(broken, ("broken", "KeyError", None)), (refused, ("given_up", "Refused", "TRACK_1"))],
)
def test_failed_conversations_are_listed_with_their_reasons(prepared: sa.Engine, converse, told):
    with failing(prepared, Service(say=lambda: "said"), converse) as running:
        running.accept(notice(1))
        wait_until(failures_of(prepared).all)
    [failure] = failures_of(prepared).all()
    assert failure.key == KEY
    why = failure.why
    assert (why.outcome, why.trouble, why.tracking_id) == told
    assert failure.at == pytest.approx(time.time(), abs=20)


def test_only_a_finished_conversation_can_be_run_again(
    prepared: sa.Engine, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(module, "SOON", 0.1)
    told, failures = threading.Event(), failures_of(prepared)
    service = Service(say=lambda: "said", sorry=lambda: told.wait(20))
    with failing(prepared, service) as running:
        running.accept(notice(1))
        wait_until(lambda: "sorry" in service.made and service.under_way)
        assert not failures.again(KEY)
        assert failures.all() == []
        told.set()
        wait_until(failures.all)
        assert failures.again(KEY)
        assert not failures.again(KEY)
        wait_until(failures.all)
    assert service.made == ["say", "sorry"] * 2


def test_a_restored_database_has_no_failure_to_retry(prepared: sa.Engine):
    """One that was retried after the backup would be sent again."""
    store = WorkflowStore(prepared, EncryptedJson(PLAIN))
    with failing(prepared, Service(say=lambda: "said")) as running:
        running.accept(notice(1))
        wait_until(failures_of(prepared).all)
    assert store.forget_due() == 0
    assert failures_of(prepared).all() == []


def test_a_conversation_that_keeps_crashing_its_process_is_given_up(prepared: sa.Engine):
    store, silence = WorkflowStore(prepared, EncryptedJson(PLAIN)), threading.Event()
    with failing(prepared, service := Service(say=lambda: silence.wait(20))) as running:
        running.accept(notice(1))
        wait_until(lambda: service.under_way)
    silence.set()
    for crashed in (False, *[True] * MOST_CRASHES, False):
        take_over(prepared, store, crashed=crashed)
        assert store.find(status=UNFINISHED)
    take_over(prepared, store, crashed=True)
    assert not store.find(status=UNFINISHED)
    [failure] = failures_of(prepared).all()
    assert failure.key == KEY


def take_over(prepared: sa.Engine, store: WorkflowStore, *, crashed: bool) -> None:
    """Have the conversation taken over from a process that has begun it."""
    schema = "dbos" if prepared.dialect.name == "postgresql" else None
    columns = sa.column("status"), sa.column("executor_id")
    known = sa.table("workflow_status", *columns, schema=schema)
    with prepared.begin() as connection:
        connection.execute(known.update().values(status="PENDING", executor_id="another"))
    store.take_over("another", crashed)
