"""The engine in this process, with conversations and calls made for one test each."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import pytest
import sqlalchemy as sa
from structlog.testing import capture_logs

from bot.core.domain.errors import Passing, Refused
from bot.core.incoming.notices import Notice
from bot.core.steps.step import Conversation, ReadClock, Step, Together
from bot.edges.durable import calls, leases
from bot.edges.durable import engine as engines
from bot.edges.durable.engine import Engine
from bot.edges.minds import Mind
from bot.edges.storage.database import connect
from tests.engine.databases import begun, wait_until

SECRET = "https://links.example/secret"


@dataclass(frozen=True)
class Call(Step):
    """A trip; `what` tells the test's own service what to do."""

    what: str


@dataclass(frozen=True)
class Mark(Call):
    """A trip that others see."""

    recorded: ClassVar[bool] = True


@dataclass(frozen=True)
class Sorry(Call):
    """What is said where a conversation broke."""


class Service:
    """The outside: a function for each call, and how many are under way."""

    def __init__(self, **calls: Callable[[], Any]) -> None:
        self._calls = {"sorry": lambda: None, **calls}
        self.made: list[str] = []
        self.under_way = self.most = 0
        self._lock = threading.Lock()

    def perform(self, step: Any) -> Any:
        with self._lock:
            self.made.append(step.what)
            self.under_way += 1
            self.most = max(self.most, self.under_way)
        try:
            return self._calls[step.what]()
        finally:
            with self._lock:
                self.under_way -= 1


def notice(number: int) -> Notice:
    return Notice("messages", "created", f"message{number}")


def calling(*names: str) -> Callable[[dict[str, Any]], Conversation]:
    """Return what makes a conversation that makes these calls, one after the other."""

    def converse(_recorded: dict[str, Any]) -> Conversation:
        for name in names:
            yield Call(name)

    return converse


@contextmanager
def engine(
    folder: Path,
    converse: Callable[[dict[str, Any]], Conversation],
    service: Service,
    patience: float = 3,
    **more: Any,
) -> Iterator[Engine]:
    """Run an engine over a file in `folder`; in the end it has `patience` (s) with what goes on."""
    database = connect(begun(folder / "bot.sqlite"))
    running = Engine(database, Mind(converse, lambda _recorded: Sorry("sorry")), service, **more)
    running.start()
    try:
        yield running
    finally:
        running.stop(patience)
        database.dispose()


def test_an_idle_engine_stops_at_once(tmp_path):
    with engine(tmp_path, calling(), Service()):
        assert not [each for each in threading.enumerate() if "listener" in each.name]
        began = time.monotonic()
    assert time.monotonic() - began < 2


def test_a_service_that_keeps_silent_does_not_hold_up_the_end(tmp_path):
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


def test_waiting_for_a_service_takes_no_thread_and_nobody_elses_turn(tmp_path, monkeypatch):
    monkeypatch.setattr(calls, "IDLE", 0.5)

    def refuse() -> None:
        raise Passing(retry_after=20)

    def converse(recorded: dict[str, Any]) -> Conversation:
        yield Call("quick" if recorded["notice"]["id"] == "message9" else "limited")

    service, others = Service(limited=refuse, quick=lambda: None), {*threading.enumerate()}
    with engine(tmp_path, converse, service, concurrency=2) as one:
        for number in range(4):
            one.accept(notice(number))
        wait_until(lambda: service.made.count("limited") == 4)
        one.accept(notice(9))
        wait_until(lambda: "quick" in service.made)
        wait_until(lambda: "call" not in {each.name for each in {*threading.enumerate()} - others})


def test_one_failing_line_does_not_hold_up_the_others(tmp_path):
    answers: list[Any] = []

    def refuse() -> None:
        raise Passing(retry_after=3600)

    def converse(_recorded: dict[str, Any]) -> Conversation:
        answers.extend((yield Together((Call("limited"), Call("quick")))))

    with engine(tmp_path, converse, Service(limited=refuse, quick=lambda: 7)) as one:
        one.accept(notice(1))
        wait_until(lambda: answers)
    assert isinstance(answers[0], Passing)
    assert answers[1] == 7


def test_a_bug_is_apologised_for_and_logged_without_what_people_said(tmp_path):
    def converse(_recorded: dict[str, Any]) -> Conversation:
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

    def converse(_recorded: dict[str, Any]) -> Conversation:
        yield Call("refused")

    service = Service(refused=refuse)
    with capture_logs() as logs, engine(tmp_path, converse, service) as one:
        one.accept(notice(1))
        wait_until(lambda: "sorry" in service.made)
    [told] = [line for line in logs if line["log_level"] in {"warning", "error"}]
    assert (told["event"], told["log_level"]) == ("conversation.given_up", "warning")
    assert (told["trouble"], told["tracking_id"]) == ("Refused", "TRACK_1")


def test_a_notice_that_cannot_be_recorded_in_time_is_refused_and_served_once_all_the_same(
    tmp_path, monkeypatch
):
    def converse(_recorded: dict[str, Any]) -> Conversation:
        yield Mark("quick")

    monkeypatch.setattr(engines, "RECORDING", 0.2)
    service = Service(quick=lambda: None)
    with engine(tmp_path, converse, service) as one:
        with locked(tmp_path / "bot.sqlite"), pytest.raises(sa.exc.TimeoutError):
            one.accept(notice(1))
        wait_until(lambda: service.made)
        monkeypatch.setattr(engines, "RECORDING", 5.0)
        one.accept(notice(1))
    assert service.made == ["quick"]


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Keep everybody else from writing to an SQLite file."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("ROLLBACK")


def test_what_a_conversation_decides_by_is_recorded_and_not_asked_for_again(tmp_path, monkeypatch):
    """What is done is answered from its record when another engine goes on."""
    monkeypatch.setattr(leases, "LEASE", 2.0)
    monkeypatch.setattr(engines, "LOOK", 0.2)
    silence, made = threading.Event(), []

    def converse(_recorded: dict[str, Any]) -> Conversation:
        made.append((yield ReadClock()))
        yield Call("silent")

    class Ledger(Service):
        def perform(self, step: Any) -> Any:
            if isinstance(step, ReadClock):
                self.made.append("clock")
                return 1.5
            return super().perform(step)

    first, second = Ledger(silent=silence.wait), Ledger(silent=lambda: None)
    with engine(tmp_path, converse, first, patience=0.2) as one:
        one.accept(notice(1))
        wait_until(lambda: first.under_way)
    with engine(tmp_path, converse, second):
        wait_until(lambda: second.made)
    silence.set()
    assert (first.made, second.made) == (["clock", "silent"], ["silent"])
    assert made == [1.5, 1.5]
