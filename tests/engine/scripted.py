"""The engine in this process, with conversations and calls made for one test each."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import sqlalchemy as sa

from bot.core.conversations.requests.decision import Decision, Greet
from bot.core.conversations.requests.installation import Installation
from bot.core.domain.access import Access
from bot.core.incoming.notices import Notice
from bot.core.incoming.received import Received
from bot.core.steps.ledger_steps import ScheduledTask
from bot.core.steps.step import Conversation, Step
from bot.core.wording.languages import Languages
from bot.edges.conversation_log import ConversationLog
from bot.edges.durable.engine import Engine
from bot.edges.durable.inbox import Inbox
from bot.edges.durable.serializer import EncryptedJson
from bot.edges.storage.database import connect
from bot.edges.storage.encryption import PayloadCipher
from bot.process.translations import spoken
from tests.engine.databases import begun

INSTALLATION = Installation("bot", "bot@webex.bot", Access.parse("*"), Languages(spoken))
PLAIN = PayloadCipher()


@dataclass(frozen=True)
class Call(Step):
    """A trip of which nothing is recorded; `what` tells the test's own service what to do."""

    recorded: ClassVar[bool] = False
    what: str


@dataclass(frozen=True)
class Mark(Call):
    """A trip whose answer is recorded."""

    recorded: ClassVar[bool] = True


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


Converse = Callable[[str], Conversation]
"""Makes a conversation of what it is about: the id of its notice."""


class Script:
    """Decides as a test says.

    Args:
        converse: makes each conversation.
        read: step that is yielded before anything is decided.
    """

    def __init__(self, converse: Converse, read: Step | None = None) -> None:
        self._converse, self._read = converse, read
        self.seeds: list[str] = []

    def decide(self, trigger: Received | ScheduledTask) -> Generator[Step, Any, Decision | None]:
        if self._read:
            yield self._read
        if isinstance(trigger, ScheduledTask):
            return Greet(trigger.kind, INSTALLATION)
        self.seeds.append(trigger.seed)
        return Greet(trigger.notice.id, INSTALLATION)

    def converse(self, decision: Any) -> Conversation:
        return self._converse(decision.room_id)

    def apology(self, _begun_by: Received | ScheduledTask) -> Step | None:
        return Mark("sorry")


def notice(number: int) -> Notice:
    return Notice("messages", "created", f"message{number}")


def calling(*names: str, kind: type[Call] = Call) -> Converse:
    """Return what makes a conversation of these calls, one after the other."""

    def converse(_about: str) -> Conversation:
        for name in names:
            yield kind(name)

    return converse


def engine_on(
    database: sa.Engine,
    script: Script,
    service: Any,
    encryption: PayloadCipher = PLAIN,
    **more: Any,
) -> Engine:
    """Return an engine that is not started."""
    serializer, inbox = EncryptedJson(encryption, spoken), Inbox(database, encryption)
    given = {"conversation_log": ConversationLog(), "look": 0.05} | more
    return Engine(database, script, service, inbox, serializer, **given)


@contextmanager
def engine(
    folder: Path,
    converse: Converse | Script,
    service: Any,
    patience: float = 3,
    **more: Any,
) -> Iterator[Engine]:
    """Run an engine over a file in `folder`; in the end it has `patience` (s) with what goes on."""
    database = connect(begun(folder / "bot.sqlite"))
    script = converse if isinstance(converse, Script) else Script(converse)
    running = engine_on(database, script, service, **more)
    running.start()
    try:
        yield running
    finally:
        running.stop(patience)
        database.dispose()
