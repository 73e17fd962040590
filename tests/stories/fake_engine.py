"""An engine without database or threads: it dies and replays as the real one does."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from bot.core import retries
from bot.core.errors import Trouble
from bot.core.pictures import ShowQr
from bot.core.remembering import Errand, Later
from bot.core.steps import Conversation, ReadClock, Say, Step, TellHost, Together
from bot.core.texting import SendText
from bot.edges.minds import Edges


class HandClock:
    """Stands still until somebody turns it."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def turn(self, seconds: float) -> None:
        """Let time pass."""
        self.now += timedelta(seconds=seconds)


class FakeInbox:
    """Keeps errands until the clock is turned."""

    def __init__(self) -> None:
        self.errands: dict[str, Errand] = {}
        self._done: set[str] = set()

    def keep(self, step: Later) -> None:
        """Keep an errand, once."""
        if step.errand.key not in self._done:
            self.errands.setdefault(step.errand.key, step.errand)

    def take(self, now: datetime) -> Errand | None:
        """Return the next errand that is due."""
        due = [each for each in self.errands.values() if each.due <= now]
        if not due:
            return None
        first = min(due, key=lambda each: each.due)
        self._done.add(first.key)
        return self.errands.pop(first.key)


class Crash(BaseException):  # nothing in a conversation may survive it
    """The process dies between two steps."""


def _mark(step: Step) -> tuple[str, object]:
    """Return what has to be the same about a recorded step when it is replayed."""
    if isinstance(step, SendText):
        return type(step).__name__, step.message.id
    places = {Say: "places", ShowQr: "places", TellHost: "host_id"}.get(type(step))
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
            self._tape.append((_mark(step), self._attempt(step)))
        mark, answer = self._tape[at]
        assert mark == _mark(step), "A replay takes another path."
        return answer

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
                again = retries.decide(step, trouble, attempts, waited)
                if again is None:
                    return None, trouble
            self._clock.turn(again)
