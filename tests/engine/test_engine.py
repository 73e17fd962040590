"""The engine runs conversations side by side, tries again, apologises for bugs, and stops."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import pytest
import sqlalchemy as sa
from structlog.testing import capture_logs

from bot.core.domain.errors import Passing, Refused, TokenRefused, Trouble, Unintelligible
from bot.core.steps import retries
from bot.core.steps.step import Conversation, Step, Together
from bot.edges.durable.inbox import Inbox
from bot.edges.durable.serializer import EncryptedJson
from bot.edges.durable.workflow_store import WorkflowStore
from bot.edges.storage.database import connect
from tests.engine.databases import begun, connected, wait_until
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


def test_no_more_conversations_run_at_a_time_than_allowed(tmp_path):
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


def test_a_bug_while_deciding_leads_to_one_apology(tmp_path):
    class Broken(Script):
        def decide(self, _begun_by: Any) -> Any:
            yield Call("read")
            raise KeyError(SECRET)

    silence, script = threading.Event(), Broken(calling("say"))
    first, second = Service(read=str, sorry=silence.wait), Service(read=str, sorry=str)
    with capture_logs() as logs:
        with engine(tmp_path, script, first, patience=2.2) as one:
            one.accept(notice(1))
            wait_until(lambda: "sorry" in first.made)
        with engine(tmp_path, script, second) as other:
            wait_until(lambda: second.made)
            other.accept(notice(2))
            wait_until(lambda: second.made.count("sorry") == 2)
    silence.set()
    assert (first.made, second.made) == (["read", "sorry"], ["sorry", "read", "sorry"])
    broken = [line["bug"] for line in logs if line["event"] == "conversation.broken"]
    assert broken[0] == "KeyError"
    assert SECRET not in str(logs)


def test_an_answer_that_cannot_be_sent_anywhere_is_not_logged_as_a_bug(tmp_path):
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


def test_a_replay_waits_for_what_an_earlier_run_had_but_not_for_what_is_tried_once(
    tmp_path, monkeypatch
):
    """The links must be had again; the names beside them were only worth one try."""
    monkeypatch.setattr(retries, "PAUSES", (0.01,))
    silence, answers = threading.Event(), []

    def converse(_about: str) -> Conversation:
        answers.append((yield Together((Call("links"), Once("names")))))
        yield Mark("say")
        yield Call("wait")

    failing = iter([Passing(), Passing(), TokenRefused(), Unintelligible()])

    def links_at_last() -> str:
        if trouble := next(failing, None):
            raise trouble
        return "new links"

    def fail() -> None:
        raise Passing

    first = Service(links=lambda: "links", names=lambda: "names", say=str, wait=silence.wait)
    second = Service(links=links_at_last, names=fail, wait=str)
    with engine(tmp_path, converse, first, patience=2.2) as one:
        one.accept(notice(1))
        wait_until(lambda: "wait" in first.made)
    with engine(tmp_path, converse, second):
        wait_until(lambda: "wait" in second.made)
    silence.set()
    assert answers == [("links", "names"), ("new links", "nobody")]
    assert (second.made.count("links"), second.made.count("names")) == (5, 1)


@dataclass(frozen=True)
class Once(Call):
    """A call that is tried once; a replay can do without its answer."""

    patience: ClassVar[float] = 0.0

    def instead(self, _trouble: Trouble) -> str:
        return "nobody"


def test_nothing_leaves_a_mark_before_the_decision_is_recorded(tmp_path):
    recorded: list[list[str]] = []

    def say() -> None:
        with connected(f"sqlite:///{tmp_path}/bot.sqlite") as database:
            store = WorkflowStore(database, EncryptedJson(PLAIN))
            recorded.append([*store.steps(notice(1).key).values()])

    with engine(tmp_path, calling("say", kind=Mark), Service(say=say)) as one:
        one.accept(notice(1))
        wait_until(lambda: recorded)
    assert recorded == [["decide"]]
