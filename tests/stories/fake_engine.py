"""An engine without database or threads: it dies and replays as the real one does."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any, TypeAlias

from bot.core.conversations.decision import Deciding, kind_of
from bot.core.domain.errors import LinkLost, Trouble
from bot.core.incoming.received import Received
from bot.core.steps import retries
from bot.core.steps.last_word import LastWord
from bot.core.steps.ledger_steps import SaveMeeting, ScheduledTask
from bot.core.steps.mail_steps import SendMail
from bot.core.steps.qr_steps import ShowQr
from bot.core.steps.sms_steps import SendText
from bot.core.steps.step import ReadClock, Send, Step, Together
from bot.core.steps.webex_steps import Say, TellHost
from bot.edges.durable import codec
from bot.edges.durable.codec import Outcome
from bot.edges.ports import Core, Edges
from bot.process.translations import spoken

Do: TypeAlias = Callable[[Step], tuple[Any, Trouble | None]]
Decide: TypeAlias = Callable[[Step, Trouble, int, float], float | None]


class HandClock:
    """Stands still until somebody turns it."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def turn(self, seconds: float) -> None:
        """Let time pass."""
        self.now += timedelta(seconds=seconds)


class FakeSchedule:
    """What is to be done when its time comes, which is when the clock is turned."""

    def __init__(self) -> None:
        self._waiting: dict[str, ScheduledTask] = {}
        self._done: set[str] = set()

    def add(self, errands: tuple[ScheduledTask, ...]) -> None:
        """Have these done when they are due; what is known already stays as it is."""
        self._waiting |= {each.key: each for each in errands if each.key not in self._done}

    @property
    def errands(self) -> dict[str, ScheduledTask]:
        """What is still to be done, by its name, the first that is due first."""
        in_time = sorted(self._waiting.values(), key=lambda each: each.due)
        return {each.key: each for each in in_time}

    def take(self, now: datetime) -> ScheduledTask | None:
        """Return the next errand that is due."""
        due = [errand for errand in self.errands.values() if errand.due <= now]
        if not due:
            return None
        self._done.add(due[0].key)
        return self._waiting.pop(due[0].key)


class Crash(BaseException):  # nothing in a conversation may survive it
    """The process dies between two steps."""


def _mark(step: Step) -> tuple[str, object]:
    """Return what has to be the same about a recorded step when it is replayed."""
    if isinstance(step, SendMail):
        return type(step).__name__, step.mail.id
    if isinstance(step, SendText):
        return type(step).__name__, step.message.id
    if isinstance(step, SaveMeeting):  # the host's name may be missing, and decides nothing
        return "SaveMeeting", replace(step, meeting=replace(step.meeting, host_name=""))
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
        self.restarts: Callable[[], object] = lambda: None
        """What happens between a crash and the next run."""
        self.kinds: list[str] = []
        """What each conversation was about, as it was decided."""

    @property
    def has_decided(self) -> bool:
        """Whether the decision of the conversation in progress is recorded."""
        return bool(self._tape)

    def drive(self, trigger: Received | ScheduledTask, core: Callable[[], Core]) -> None:
        """Converse, and after a crash once more from the beginning, as the engine does."""
        self._tape: list[tuple[tuple[str, object], Any]] = []
        self._crashed: set[int] = set()
        while True:
            self._played, self._position = 0, count()
            if any(kind == LastWord.__name__ for (kind, _), _ in self._tape):
                return
            with suppress(Crash):
                self._run(trigger, core())
                assert self._played == len(self._tape), "A replay left out what was done."
                return
            self.restarts()

    def _run(self, trigger: Received | ScheduledTask, core: Core) -> None:
        decision = self._decided(core.decide(trigger))
        self.kinds.append(kind_of(decision))
        if decision is not None:
            self._play(core.converse(decision))

    def _decided(self, deciding: Deciding) -> Any:
        at, self._played = self._played, self._played + 1
        if at == len(self._tape):
            decision = self._play(deciding, self._read)
            self._tape.append((("decide", None), self._written(decision)))
            self._may_crash()
        return self._as_recorded(at)

    def _read(self, step: Step) -> tuple[Any, Trouble | None]:
        if isinstance(step, Together):
            done = [self._read(each) for each in step.steps]
            return tuple(trouble or answer for answer, trouble in done), None
        answer = self._attempt(step)
        self._may_crash()
        return answer

    def _play(self, talk: Generator[Step, Any, Any], do: Do | None = None) -> Any:
        answer, trouble = None, None
        while True:
            try:
                step = talk.throw(trouble) if trouble else talk.send(answer)
            except StopIteration as end:
                return end.value
            answer, trouble = (do or self.do)(step)

    def do(self, step: Step) -> tuple[Any, Trouble | None]:
        if isinstance(step, Together):
            done = [self.do(each) for each in step.steps]
            return tuple(trouble or answer for answer, trouble in done), None
        answer = self._recorded(step) if step.recorded else self._unrecorded(step)
        self._may_crash()
        return answer

    def _may_crash(self) -> None:
        position = next(self._position)
        if self.crashes(position) and position not in self._crashed:
            self._crashed.add(position)
            raise Crash

    def _recorded(self, step: Step) -> tuple[Any, Trouble | None]:
        """Perform a step, or answer it from the tape; as in the engine, by its place in order."""
        at, self._played = self._played, self._played + 1
        if at == len(self._tape):
            lost = isinstance(step, Send) and step.lost
            answer, trouble = (None, LinkLost()) if lost else self._attempt(step)
            self._tape.append((_mark(step), self._written(Outcome(answer, trouble))))
        assert self._tape[at][0] == _mark(step), "A replay takes another path."
        outcome = self._as_recorded(at)
        return outcome.answer, outcome.trouble

    def _unrecorded(self, step: Step) -> tuple[Any, Trouble | None]:
        again = self._played < len(self._tape)
        answer, trouble = self._attempt(
            step, retries.retry_delay_again if again else retries.retry_delay
        )
        return (step.instead(trouble), None) if trouble and again else (answer, trouble)

    def _written(self, value: Any) -> str:
        return json.dumps(codec.to_plain(value))

    def _as_recorded(self, at: int) -> Any:
        return codec.from_plain(json.loads(self._tape[at][1]), spoken)

    def _attempt(
        self, step: Step, decide: Decide = retries.retry_delay
    ) -> tuple[Any, Trouble | None]:
        if isinstance(step, ReadClock):
            return self._clock.now.timestamp(), None
        began, attempts = self._clock.now, 0
        while True:
            attempts += 1
            try:
                return self._performer.perform(step), None
            except Trouble as trouble:
                waited = (self._clock.now - began).total_seconds()
                again = decide(step, trouble, attempts, waited)
                if again is None:
                    return None, trouble
            self._clock.turn(again)
