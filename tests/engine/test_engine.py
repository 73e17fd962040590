"""The engine runs conversations side by side, tries again, apologises for bugs, and stops."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from structlog.testing import capture_logs

from bot.core.domain.errors import Passing, Refused
from bot.core.steps.step import Conversation, Step, Together
from bot.edges.durable.inbox import Inbox
from bot.edges.storage.database import connect
from tests.engine.databases import begun, wait_until
from tests.engine.scripted import PLAIN, Call, Mark, Script, Service, calling, engine, notice

SECRET = "https://links.example/secret"


def test_an_idle_engine_stops_at_once(tmp_path):
    with engine(tmp_path, calling(), Service()):
        began = time.monotonic()
    assert time.monotonic() - began < 2


def test_a_silent_service_does_not_delay_the_exit(tmp_path):
    silence = threading.Event()
    service = Service(silent=silence.wait)
    with engine(tmp_path, calling("silent"), service, patience=0.5) as one:
        one.accept(notice(1))
        wait_until(lambda: service.under_way)
        began = time.monotonic()
    assert time.monotonic() - began < 3.5
    assert service.made == ["silent"]  # and nobody was told of a bug
    silence.set()


def test_so_many_conversations_go_on_at_a_time(tmp_path):
    doors = threading.Semaphore(0)
    service = Service(slow=doors.acquire)
    with engine(tmp_path, calling("slow", "slow"), service, concurrency=2) as one:
        for number in range(5):
            one.accept(notice(number))
        wait_until(lambda: service.under_way == 2)
        doors.release(10)
        wait_until(lambda: service.made.count("slow") == 10)
        assert service.most == 2


def test_waiting_for_a_service_holds_no_thread_and_blocks_nobody(tmp_path):
    def refuse() -> None:
        raise Passing(retry_after=20)

    def converse(about: str) -> Conversation:
        yield Call("quick" if about == "message9" else "limited")

    service, others = Service(limited=refuse, quick=lambda: None), {*threading.enumerate()}
    with engine(tmp_path, converse, service, concurrency=2) as one:
        for number in range(4):
            one.accept(notice(number))
        wait_until(lambda: service.made.count("limited") == 4)
        one.accept(notice(9))
        wait_until(lambda: "quick" in service.made)
        wait_until(lambda: "call" not in {each.name for each in {*threading.enumerate()} - others})


def test_a_failing_step_does_not_block_those_beside_it(tmp_path):
    answers: list[Any] = []

    def refuse() -> None:
        raise Passing(retry_after=3600)

    def converse(_about: str) -> Conversation:
        answers.extend((yield Together((Call("limited"), Call("quick")))))

    with engine(tmp_path, converse, Service(limited=refuse, quick=lambda: 7)) as one:
        one.accept(notice(1))
        wait_until(lambda: answers)
    assert isinstance(answers[0], Passing)
    assert answers[1] == 7


def test_a_bug_leads_to_an_apology_and_a_log_line_without_words(tmp_path):
    def converse(_about: str) -> Conversation:
        yield Call("quick")
        raise KeyError(SECRET)

    service = Service(quick=lambda: None)
    with capture_logs() as logs, engine(tmp_path, converse, service) as one:
        one.accept(notice(1))
        wait_until(lambda: "sorry" in service.made)
    broken = next(line for line in logs if line["event"] == "conversation.broken")
    assert broken["bug"] == "KeyError"
    assert broken["at"][-1].endswith("converse")
    assert SECRET not in str(logs)


def test_an_answer_that_no_place_takes_is_logged_as_that_and_not_as_a_bug(tmp_path):
    def refuse() -> None:
        raise Refused("TRACK_1")

    def converse(_about: str) -> Conversation:
        yield Call("refused")

    service = Service(refused=refuse)
    with capture_logs() as logs, engine(tmp_path, converse, service) as one:
        one.accept(notice(1))
        wait_until(lambda: "sorry" in service.made)
    [told] = [line for line in logs if line["log_level"] in {"warning", "error"}]
    assert (told["event"], told["log_level"]) == ("conversation.given_up", "warning")
    assert (told["trouble"], told["tracking_id"]) == ("Refused", "TRACK_1")


def test_a_notice_that_cannot_be_recorded_in_time_is_refused_and_comes_again(tmp_path):
    database = connect(begun(tmp_path / "bot.sqlite"), patience=0.2)
    waiting, service = Inbox(database, PLAIN), Service(quick=lambda: None)
    with engine(tmp_path, calling("quick", kind=Mark), service):
        with locked(tmp_path / "bot.sqlite"), pytest.raises(sa.exc.OperationalError):
            waiting.accept(notice(1))
        waiting.accept(notice(1))
        waiting.accept(notice(1))
        wait_until(lambda: service.made)
    database.dispose()
    assert service.made == ["quick"]


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Keep everybody else from writing to an SQLite file."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("ROLLBACK")


def test_recorded_decisions_and_steps_are_not_repeated_by_another_process(tmp_path):
    silence, made = threading.Event(), []

    def converse(about: str) -> Conversation:
        made.append((about, (yield Mark("clock"))))
        yield Call("silent")

    class Reading(Service):
        def perform(self, step: Step) -> Any:
            return super().perform(step)

    first = Reading(read=lambda: None, clock=lambda: 1.5, silent=silence.wait)
    second = Reading(silent=lambda: None)
    with engine(tmp_path, Script(converse, Call("read")), first, patience=2.2) as one:
        one.accept(notice(1))
        wait_until(lambda: first.under_way and "silent" in first.made)
    with engine(tmp_path, Script(converse, Call("read")), second):
        wait_until(lambda: second.made)
    silence.set()
    assert (first.made, second.made) == (["read", "clock", "silent"], ["silent"])
    assert made == [("message1", 1.5)] * 2


def test_nothing_leaves_a_mark_before_the_decision_is_recorded(tmp_path):
    service = Service(look=lambda: None, say=lambda: None)

    def converse(_about: str) -> Conversation:
        yield Call("look")
        yield Mark("say")

    with engine(tmp_path, converse, service) as one:
        with locked_once_decided(one, tmp_path / "bot.sqlite") as goes_on:
            one.accept(notice(1))
            wait_until(lambda: "look" in service.made)
            assert "say" not in service.made
            goes_on()
        wait_until(lambda: "say" in service.made)


@contextmanager
def locked_once_decided(one: Any, file: Path) -> Iterator[Any]:
    """Lock the file when the conversation has decided, before that is recorded."""
    with closing(sqlite3.connect(file, isolation_level=None, check_same_thread=False)) as other:
        converse = one._core.converse  # noqa: SLF001 - the moment between two writes

        def lock_and_converse(decision: Any) -> Conversation:
            return converse(decision)

        decide = one._core.decide  # noqa: SLF001 - see above

        def decide_and_lock(begun_by: Any) -> Any:
            decision = yield from decide(begun_by)
            other.execute("BEGIN IMMEDIATE")
            return decision

        one._core.decide, one._core.converse = decide_and_lock, lock_and_converse  # noqa: SLF001 - the core is not visible from outside
        yield lambda: other.execute("ROLLBACK")
