"""A failed conversation can be retried, completely and only once at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from bot.edges.durable.accounts import Accounts
from bot.edges.durable.checkpoints import Checkpoints
from bot.edges.durable.clearing import let_go_of_the_finished
from bot.edges.durable.payloads import PLAIN
from bot.edges.minds import Mind

from bot.core.incoming.notices import Notice
from bot.edges.durable.engine import Engine
from bot.edges.durable.failures import Failures
from bot.edges.durable.inbox import Entries, Inbox
from tests.engine.databases import wait_until
from tests.engine.test_engine import Mark, Service

NOTICE = Notice("messages", "created", "m1")


@contextmanager
def failing(
    prepared: sa.Engine, service: Service, serving: Callable[[], bool] = lambda: True
) -> Iterator[Engine]:
    """Have conversations that break after one recorded step, and apologise in another."""

    def converse(_recorded: dict[str, Any]) -> Iterator[Any]:
        yield Mark("say")
        raise KeyError

    accounts = Accounts(Failures(prepared, PLAIN).keep)
    mind = Mind(
        lambda recorded: accounts.of(converse(recorded), recorded),
        lambda _recorded: Mark("sorry"),
        accounts.broken,
    )
    running = Engine(prepared, mind, service, look=0.02, serving=serving)
    running.start()
    let_go_of_the_finished(prepared)
    try:
        yield running
    finally:
        running.stop(patience=3)


def test_while_a_person_is_still_told_of_it_it_does_not_begin_beside_itself(prepared: sa.Engine):
    told, failures = threading.Event(), Failures(prepared, PLAIN)
    service = Service(say=lambda: "said", sorry=lambda: told.wait(20))
    with failing(prepared, service) as running:
        running.accept(NOTICE)
        wait_until(lambda: service.under_way)
        assert not failures.again(NOTICE.key)
        assert failures.all() == []
        told.set()
        wait_until(failures.all)
        # A process that had been frozen wrote down what it had done, when all was over.
        Checkpoints(prepared).write(NOTICE.key, 1, "Mark", {"answer": "said"})
        assert failures.again(NOTICE.key)
        wait_until(failures.all)
    assert service.made == ["say", "sorry"] * 2


def test_it_begins_anew_although_nothing_was_looked_for_since_it_began(prepared: sa.Engine):
    waiting, failures, began = Inbox(prepared), Failures(prepared, PLAIN), list[str]()
    with failing(prepared, Service(say=lambda: "said"), lambda: False) as running:

        def begin(entries: Entries) -> None:
            began.extend(key for key, _ in entries)
            running._begin_all(entries)  # noqa: SLF001 - as its intake does

        waiting.accept(NOTICE)
        waiting.hand_over(10, begin)
        wait_until(failures.all)
        assert failures.again(NOTICE.key)
        for _look in range(2):
            waiting.hand_over(10, begin)
        wait_until(failures.all)
    assert began == [NOTICE.key] * 2
