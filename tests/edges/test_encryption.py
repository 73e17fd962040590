"""What is recorded lies encrypted, and what was written with an earlier key is read."""

from __future__ import annotations

import sqlite3
import stat
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import structlog
from structlog.testing import capture_logs

from bot.core.conversations.requests.decision import Trigger
from bot.core.incoming.notices import Notice
from bot.edges.durable import engine as engines
from bot.edges.durable import inbox
from bot.edges.durable.inbox import Inbox
from bot.edges.durable.serializer import EncryptedJson
from bot.edges.durable.workflow_store import WorkflowStore
from bot.edges.storage import database
from bot.edges.storage.encryption import SEALED, PayloadCipher, UnreadableError, keys_of, new_key
from tests.engine.databases import wait_until
from tests.engine.scripted import Mark, Script, Service, calling, engine

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


def taken(file: Any, *keys: str) -> list[Trigger]:
    found: list[Trigger] = []
    Inbox(file, PayloadCipher(keys)).hand_over(10, found.extend)
    return found


def test_records_with_an_earlier_key_or_without_one_are_read():
    for written in (PayloadCipher([OLD]).encrypt("words"), PayloadCipher().encrypt("words")):
        assert PayloadCipher([NEW, OLD]).decrypt(written) == "words"
    assert PayloadCipher([NEW, OLD]).encrypt("words").startswith(SEALED)
    assert PayloadCipher([NEW]).decrypt(PayloadCipher([NEW, OLD]).encrypt("words")) == "words"


@pytest.mark.parametrize("keys", [[], [NEW]])
def test_records_of_another_key_are_not_read(keys: list[str]):
    encryption = PayloadCipher(keys)
    with pytest.raises(UnreadableError):
        encryption.decrypt(PayloadCipher([OLD]).encrypt("words"))
    assert not encryption.readable


def test_changed_records_are_not_read():
    sealed = PayloadCipher([OLD]).encrypt("words")
    with pytest.raises(UnreadableError):
        PayloadCipher([OLD]).decrypt(sealed[:-6] + "AAAA==")


def test_keys_do_not_print():
    assert OLD not in repr(PayloadCipher([OLD])) + str(vars(PayloadCipher([OLD])))


def test_sqlite_has_its_own_private_key_file(tmp_path: Path):
    url = f"sqlite:///{tmp_path}/bot.sqlite"
    assert keys_of((), url, make=False) == []
    [key] = keys_of((), url)
    file = tmp_path / "bot.sqlite.key"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert keys_of((), url) == [key]
    assert keys_of([NEW], url) == [NEW, key]  # what the file's key wrote is still read
    assert list(tmp_path.iterdir()) == [file]


def test_an_existing_key_is_not_replaced(tmp_path: Path):
    assert keys_of([NEW], f"sqlite:///{tmp_path}/bot.sqlite") == [NEW]
    assert keys_of((), "postgresql://localhost/bot") == []
    assert list(tmp_path.iterdir()) == []


def test_processes_that_start_together_share_one_key(tmp_path: Path):
    url, together = f"sqlite:///{tmp_path}/bot.sqlite", threading.Barrier(8)

    def start(_number: int) -> list[str]:
        together.wait(10)
        return keys_of((), url)

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(start, range(8)))
    assert found == [found[0]] * 8
    assert [each.name for each in tmp_path.iterdir()] == ["bot.sqlite.key"]


def test_a_waiting_notice_is_read_by_a_process_with_its_key(file: Any):
    Inbox(file, PayloadCipher([OLD])).accept(NOTICE)
    [received] = taken(file, NEW, OLD)
    assert received.notice == NOTICE


def test_an_unreadable_notice_does_not_block_others(file: Any):
    Inbox(file, PayloadCipher([OLD])).accept(NOTICE)
    Inbox(file, PayloadCipher()).accept(Notice("messages", "created", "m2"))
    with capture_logs() as logs:
        assert [each.key for each in taken(file, NEW)] == ["messages:created:m2"]
    assert [line["event"] for line in logs] == ["inbox.unreadable"]


def test_a_notice_that_one_process_cannot_read_waits_for_one_that_can(
    file: Any, monkeypatch: pytest.MonkeyPatch
):
    """While a new key is rolled out, a worker may meet what a newer receiver wrote."""
    monkeypatch.setattr(inbox, "UNREADABLE", 0.0)
    Inbox(file, PayloadCipher([NEW, OLD])).accept(NOTICE)
    assert taken(file, OLD) == []
    assert [each.key for each in taken(file, NEW, OLD)] == [NOTICE.key]


def test_an_unreadable_notice_is_delayed(file: Any):
    Inbox(file, PayloadCipher([OLD])).accept(NOTICE)
    with capture_logs() as logs:
        assert [taken(file, NEW), taken(file, NEW)] == [[], []]
    assert [line["event"] for line in logs] == ["inbox.unreadable"]


def test_notices_of_an_earlier_version_are_served(file: Any):
    left = {
        "m1": '{"notice": {"resource": "messages", "event": "created", "id": "m1", "actor_id":'
        ' null, "person_id": "erin", "room_id": "room"}, "at": 5.0, "seed": "s", "written": 2.0,'
        ' "order": ["room erin", 3.0]}',
        "errand:tidy:7:9": '{"errand": ["tidy", 7], "at": 9.0}',
    }
    with file.begin() as connection:
        rows = [{"key": key, "entry": entry, "at": 1.0} for key, entry in left.items()]
        connection.execute(inbox.inbox.insert(), rows)
    received, errand = taken(file)
    assert (received.key, received.seed, received.order) == (
        "messages:created:m1",
        "s",
        ("room erin", 3.0),
    )
    assert received.written.timestamp() == 2.0
    assert (errand.kind, errand.number, errand.due.timestamp()) == ("tidy", 7, 9.0)


def test_a_conversation_in_hand_waits_for_a_process_that_can_read_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """It is given back untouched, told of, and goes on where it was."""
    monkeypatch.setattr(engines, "LOOK", 0.1)
    monkeypatch.setattr(engines, "UNREADABLE", 0.1)
    silence = threading.Event()
    first, third = Service(say=str, wait=silence.wait), Service(say=str, wait=str)
    converse = calling("say", "wait", kind=Mark)
    with engine(tmp_path, converse, first, patience=2.2, encryption=PayloadCipher([OLD])) as one:
        one.accept(NOTICE)
        wait_until(lambda: "wait" in first.made)
    other, second = PayloadCipher([NEW]), Service(say=str)
    with capture_logs() as logs, engine(tmp_path, converse, second, encryption=other):
        wait_until(lambda: len(errors(logs)) >= 2)  # it is tried again and again
        file = database.connect(f"sqlite:///{tmp_path}/bot.sqlite")
        assert unreadable(file, NEW) == 1
        assert unreadable(file, NEW, OLD) == 0
        file.dispose()
    assert not other.readable
    assert set(errors(logs)) == {"conversation.unreadable"}
    with engine(tmp_path, converse, third, encryption=PayloadCipher([NEW, OLD])):
        wait_until(lambda: third.made)
    silence.set()
    assert (first.made, second.made, third.made) == (["say", "wait"], [], ["wait"])


def test_inputs_and_answers_of_a_conversation_are_encrypted(tmp_path: Path):
    service = Service(say=lambda: "said-this", wait=lambda: wait_until(lambda: looked))
    looked: list[str] = []
    script = Script(calling("say", "wait", kind=Mark))
    with engine(tmp_path, script, service, encryption=PayloadCipher([NEW])) as one:
        one.accept(NOTICE)
        wait_until(lambda: "wait" in service.made)
        looked.append(_everything(tmp_path / "bot.sqlite"))
    assert NOTICE.key in looked[0]
    assert looked[0].count(SEALED) >= 3  # the notice, the decision, what was said
    assert not any(word in looked[0] for word in ("the-room", "said-this", *script.seeds))


def unreadable(file: Any, *keys: str) -> int:
    return WorkflowStore(file, EncryptedJson(PayloadCipher(keys))).unreadable()


def errors(logs: Any) -> list[str]:
    return [each["event"] for each in logs if each["log_level"] == "error"]


def _everything(file: Path) -> str:
    with closing(sqlite3.connect(file)) as connection:
        return "\n".join(connection.iterdump())
