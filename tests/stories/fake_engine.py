"""An engine without database or threads: it dies and replays as the real one does."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import sqlalchemy as sa

from bot.core.domain.errors import Trouble
from bot.core.steps import retries
from bot.core.steps.last_word import LastWord
from bot.core.steps.ledger_steps import ScheduledTask
from bot.core.steps.mail_steps import SendMail
from bot.core.steps.qr_steps import ShowQr
from bot.core.steps.settle import Settle
from bot.core.steps.sms_steps import SendText
from bot.core.steps.step import Conversation, ReadClock, Step, Together
from bot.core.steps.webex_steps import Say, TellHost
from bot.edges.durable.checkpoints import read, written
from bot.edges.durable.inbox import Inbox
from bot.edges.minds import Edges
from bot.edges.storage.tables import inbox


class HandClock:
    """Stands still until somebody turns it."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def turn(self, seconds: float) -> None:
        """Let time pass."""
        self.now += timedelta(seconds=seconds)


class FakeInbox(Inbox):
    """The inbox, from which errands are taken as the clock is turned."""

    def __init__(self, database: sa.Engine) -> None:
        super().__init__(database)
        self._database = database
        self._done: set[str] = set()

    @property
    def errands(self) -> dict[str, ScheduledTask]:
        """What is still to be done, by its name, the first that is due first."""
        with self._database.connect() as connection:
            waiting = connection.execute(sa.select(inbox).order_by(inbox.c.at)).all()
        return {row.key: _errand(row) for row in waiting if row.key not in self._done}

    def take(self, now: datetime) -> ScheduledTask | None:
        """Return the next errand that is due."""
        due = [key for key, errand in self.errands.items() if errand.due <= now]
        if not due:
            return None
        errand = self.errands[due[0]]
        self._done.add(due[0])
        return errand


def _errand(row: sa.Row[Any]) -> ScheduledTask:
    return ScheduledTask(*json.loads(row.entry)["errand"], datetime.fromtimestamp(row.at, UTC))


class Crash(BaseException):  # nothing in a conversation may survive it
    """The process dies between two steps."""


def _mark(step: Step) -> tuple[str, object]:
    """Return what has to be the same about a recorded step when it is replayed."""
    if isinstance(step, SendMail):
        return type(step).__name__, step.mail.id
    if isinstance(step, SendText):
        return type(step).__name__, step.message.id
    if isinstance(step, Settle):
        return type(step).__name__, None  # a replay may find out less
    places = {Say: "places", LastWord: "places", ShowQr: "places", TellHost: "host_id"}.get(
        type(step)
    )
    return type(step).__name__, getattr(step, places) if places else step


class FakeEngine:
    """Drives conversations, one at a time.

    Args:
        performer: does the steps.
        clock: is turned where the engine waits.
    """

    def __init__(self, performer: Edges, clock: HandClock) -> None:
        self._performer = performer
        self._clock = clock
        self.crashes: Callable[[int], bool] = lambda _: False

    def drive(self, converse: Callable[[], Conversation]) -> None:
        """Converse, and after a crash once more from the beginning, as the engine does."""
        self._tape = []
        crashed: set[int] = set()
        while True:
            self._played, self._position = 0, count()
            if any(kind == LastWord.__name__ for (kind, _), _ in self._tape):
                return
            with suppress(Crash):
                self._play(converse(), crashed)
                assert self._played == len(self._tape), "A replay left out what was done."
                return

    def _play(self, talk: Conversation, crashed: set[int]) -> None:
        self._crashed = crashed
        answer, trouble = None, None
        while True:
            try:
                step = talk.throw(trouble) if trouble else talk.send(answer)
            except StopIteration:
                return
            answer, trouble = self.do(step)

    def do(self, step: Step) -> tuple[Any, Trouble | None]:
        if isinstance(step, Together):
            done = [self.do(each) for each in step.steps]
            return tuple(trouble or answer for answer, trouble in done), None
        answer = self._recorded(step) if step.recorded else self._attempt(step)
        position = next(self._position)
        if self.crashes(position) and position not in self._crashed:
            self._crashed.add(position)
            raise Crash
        return answer

    def _recorded(self, step: Step) -> tuple[Any, Trouble | None]:
        """Perform a step, or answer it from the tape; as in the engine, by its place in order."""
        at, self._played = self._played, self._played + 1
        if at == len(self._tape):
            answer, trouble = self._attempt(step)
            self._tape.append((_mark(step), written(answer, trouble)))
            return answer, trouble
        mark, record = self._tape[at]
        assert mark == _mark(step), "A replay takes another path."
        return read(record)

    def _attempt(self, step: Step) -> tuple[Any, Trouble | None]:
        if isinstance(step, ReadClock):
            return self._clock.now.timestamp(), None
        began, attempts = self._clock.now, 0
        while True:
            attempts += 1
            try:
                return self._performer.perform(step), None
            except Trouble as trouble:
                waited = (self._clock.now - began).total_seconds()
                again = retries.retry_delay(step, trouble, attempts, waited)
                if again is None:
                    return None, trouble
            self._clock.turn(again)
