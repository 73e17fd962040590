"""Work in progress is encrypted in the database, and earlier keys still decrypt it."""

from __future__ import annotations

import asyncio
import base64
import re
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
import structlog
from structlog.testing import capture_logs

from bot.core.incoming.notices import Notice
from bot.edges.durable import backlog, inbox, legible, workflows
from bot.edges.durable import engine as engines
from bot.edges.durable.checkpoints import Checkpoints
from bot.edges.durable.inbox import Entries, Inbox
from bot.edges.durable.payloads import SEALED, Payloads, UnreadableError, new_key
from bot.edges.storage import database
from tests.engine.databases import begun, connected
from tests.engine.test_engine import Mark, Service, engine, wait_until

NOTICE = Notice("messages", "created", "m1", room_id="the-room")
OLD, NEW = new_key(), new_key()


@pytest.fixture(autouse=True)
def logs() -> Iterator[None]:
    yield
    structlog.reset_defaults()


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Any]:
    connected = database.connect(f"sqlite:///{tmp_path}/bot.sqlite")
    database.prepare(connected)
    yield connected
    connected.dispose()


def taken(file: Any, *keys: str) -> Entries:
    found: Entries = []
    Inbox(file, Payloads(keys)).hand_over(10, found.extend)
    return found


def test_what_was_written_with_an_earlier_key_or_with_none_is_read():
    for written in (Payloads([OLD]).sealed("words"), Payloads().sealed("words")):
        assert Payloads([NEW, OLD]).opened(written) == "words"
    assert Payloads([NEW, OLD]).sealed("words").startswith(SEALED)
    assert Payloads([NEW]).opened(Payloads([NEW, OLD]).sealed("words")) == "words"


@pytest.mark.parametrize("keys", [[], [NEW]])
def test_what_another_key_wrote_is_not_read(keys: list[str]):
    with pytest.raises(UnreadableError):
        Payloads(keys).opened(Payloads([OLD]).sealed("words"))


def test_what_was_changed_is_not_read():
    sealed = Payloads([OLD]).sealed("words")
    with pytest.raises(UnreadableError):
        Payloads([OLD]).opened(sealed[:-6] + "AAAA==")


def test_keys_do_not_print():
    assert OLD not in repr(Payloads([OLD])) + str(vars(Payloads([OLD])))


def test_a_waiting_notice_is_read_by_whoever_has_the_key(file: Any):
    Inbox(file, Payloads([OLD])).accept(NOTICE)
    [(key, entry)] = taken(file, NEW, OLD)
    assert (key, entry["notice"]) == (NOTICE.key, NOTICE.record())


def test_a_notice_that_nobody_can_read_holds_up_no_other(file: Any):
    Inbox(file, Payloads([OLD])).accept(NOTICE)
    Inbox(file).accept(Notice("messages", "created", "m2"))
    with capture_logs() as logs:
        assert [key for key, _ in taken(file, NEW)] == ["messages:created:m2"]
    assert [line["event"] for line in logs] == ["inbox.unreadable"]


def test_a_notice_that_one_process_cannot_read_waits_for_one_that_can(
    file: Any, monkeypatch: pytest.MonkeyPatch
):
    """While a new key is rolled out, a worker may meet what a newer receiver wrote."""
    monkeypatch.setattr(inbox, "UNREADABLE", 0.0)
    Inbox(file, Payloads([NEW, OLD])).accept(NOTICE)
    assert taken(file, OLD) == []
    assert [key for key, _ in taken(file, NEW, OLD)] == [NOTICE.key]


def test_a_notice_that_one_cannot_read_is_put_off(file: Any):
    Inbox(file, Payloads([OLD])).accept(NOTICE)
    with capture_logs() as logs:
        assert [taken(file, NEW), taken(file, NEW)] == [[], []]
    assert [line["event"] for line in logs] == ["inbox.unreadable"]


@pytest.mark.parametrize("what", ["inbox", "checkpoints"])
def test_a_start_without_the_key_of_anything_in_hand_is_refused_in_words(file: Any, what: str):
    for keys, name in ((NEW, "earlier"), (OLD, "later")):  # the oldest alone can be read
        if what == "inbox":
            Inbox(file, Payloads([keys])).accept(Notice("messages", "created", name))
        else:
            Checkpoints(file, Payloads([keys])).write(name, 1, "Say", {"message_id": "m"})
    legible.check(file, Payloads([NEW, OLD]))
    with pytest.raises(UnreadableError, match="Add that key"):
        legible.check(file, Payloads([NEW]))


class BegunBefore(Payloads):
    """Of an installation whose conversations were begun before it had a key."""

    def wrapped(self, entry: dict[str, Any]) -> dict[str, Any] | str:
        return entry


@pytest.mark.parametrize("kind", [Payloads, pytest.param(BegunBefore, marks=pytest.mark.long)])
def test_a_conversation_in_hand_waits_for_a_process_that_can_read_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: type[Payloads]
):
    """It is given back untouched, told of, and goes on where it was."""
    monkeypatch.setattr(engines, "LOOK", 0.1)
    monkeypatch.setattr(workflows, "UNREADABLE", 0.1)
    silence = threading.Event()
    first, third = Service(say=str, wait=silence.wait), Service(say=str, wait=str)

    def converse(_recorded: dict[str, Any]) -> Iterator[Mark]:
        yield Mark("say")
        yield Mark("wait")

    with engine(tmp_path, converse, first, patience=0.2, payloads=kind([OLD])) as one:
        one.accept(NOTICE)
        wait_until(lambda: "wait" in first.made)
    other, second = Payloads([NEW]), Service(say=str)
    with capture_logs() as logs, engine(tmp_path, converse, second, payloads=other):
        wait_until(lambda: len(said(logs)) >= 2)  # it is tried again and again
        file = database.connect(f"sqlite:///{tmp_path}/bot.sqlite")
        assert backlog.read(file).in_hand == 1
        assert legible.unreadable(file, Payloads([NEW])) == (2 if kind is Payloads else 1)
        assert legible.unreadable(file, Payloads([NEW, OLD])) == 0
        file.dispose()
    assert not other.legible
    assert set(said(logs)) == {"conversation.unreadable"}
    with engine(tmp_path, converse, third, payloads=Payloads([NEW, OLD])):
        wait_until(lambda: third.made)
    silence.set()
    assert (first.made, second.made, third.made) == (["say", "wait"], [], ["wait"])


def test_to_wait_for_a_key_is_no_attempt_and_what_another_process_has_is_left_to_it(tmp_path: Path):
    status = sa.table("workflow_status", *map(sa.column, STATUS))
    with connected(begun(tmp_path / "bot.sqlite")) as file:
        with file.begin() as connection:
            rows = [(each, "PENDING", each, 5) for each in ("another", "me")]
            given = [dict(zip(STATUS, row, strict=True)) for row in rows]
            connection.execute(status.insert(), given)
        for key in ("another", "me"):
            with pytest.raises(asyncio.CancelledError):
                asyncio.run(workflows.leave_unread(file, key, "me"))
        with file.connect() as connection:
            left = connection.execute(sa.select(status).order_by(status.c.workflow_uuid)).all()
    assert [(each.status, each.recovery_attempts) for each in left] == [
        ("PENDING", 5),
        ("DELAYED", 4),
    ]


STATUS = ("workflow_uuid", "status", "executor_id", "recovery_attempts")


def test_a_conversation_lies_encrypted_while_it_is_in_hand(tmp_path: Path):
    talked: list[dict[str, Any]] = []

    def converse(recorded: dict[str, Any]) -> Iterator[Mark]:
        talked.append(recorded)
        yield Mark("say")
        yield Mark("wait")

    service = Service(say=lambda: "said-this", wait=lambda: wait_until(lambda: looked))
    looked: list[str] = []
    with engine(tmp_path, converse, service, payloads=Payloads([NEW])) as one:
        one.accept(NOTICE)
        wait_until(lambda: "wait" in service.made)
        looked.append(_everything(tmp_path / "bot.sqlite"))
    assert talked[0]["notice"] == NOTICE.record()
    assert NOTICE.key in looked[0]
    read = looked[0] + _decoded(looked[0])
    assert read.count(SEALED) == 2  # what it is about, and what was said
    assert not any(word in read for word in ("the-room", "said-this", talked[0]["seed"]))


def said(logs: Any) -> list[str]:
    return [each["event"] for each in logs if each["log_level"] == "error"]


def _decoded(dump: str) -> str:
    """Return what the engine wrote as base64."""
    written = re.findall(r"'(gAS[\w+/]+=*)'", dump)
    return "".join(base64.b64decode(each).decode("latin-1") for each in written)


def _everything(file: Path) -> str:
    with closing(sqlite3.connect(file)) as connection:
        return "\n".join(connection.iterdump())
