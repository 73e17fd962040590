"""How far a conversation goes before, and after, its notice is recorded."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.core.domain.errors import Passing
from bot.core.domain.meetings import Meeting
from bot.core.steps.ledger_steps import SaveMeeting
from bot.core.steps.step import Step
from bot.core.steps.webex_steps import Person, ReadMessage, Say
from bot.core.wording.texts import Text
from bot.edges.durable.calls import Calls
from bot.edges.durable.walking import Walked, set_out

NOW = datetime(2030, 1, 1, 12, tzinfo=UTC)
READ = ReadMessage("m1")
REMEMBER = SaveMeeting(Meeting("sub", "erin", "erin@example.com", NOW, NOW + timedelta(hours=1)))
SAY = Say(Text("Done."), (Person("erin"),))


def conversation() -> Iterator[Any]:
    yield READ
    yield REMEMBER
    yield SAY


class Outside:
    """Notes what is done, in which threads, and holds up the first step until it is let go on."""

    def __init__(self, trouble: type[Step] | None = None) -> None:
        self.done: list[Step] = []
        self.threads: set[int] = set()
        self.goes_on = threading.Event()
        self._trouble = trouble

    def perform(self, step: Step) -> None:
        assert self.goes_on.wait(10)
        self.done.append(step)
        self.threads.add(threading.get_ident())
        if type(step) is self._trouble:
            raise Passing


def walked(outside: Outside, *, recorded_first: bool) -> Walked:
    async def walk() -> Walked:
        begun = set_out(conversation, outside.perform, Calls(5))
        if recorded_first:
            going = asyncio.ensure_future(begun.goes_on())
            await asyncio.sleep(0)  # it is told that its notice is recorded
            outside.goes_on.set()
            return await going
        outside.goes_on.set()
        await begun._way  # noqa: SLF001 - nothing else tells that it stands
        return await begun.goes_on()

    return asyncio.run(walk())


def test_once_its_notice_is_recorded_it_goes_on_in_its_thread_until_somebody_would_see_it() -> None:
    outside = Outside()
    found = walked(outside, recorded_first=True)
    assert outside.done == [READ, REMEMBER]
    assert len(outside.threads) == 1
    assert (found.talk.step, found.trouble) == (SAY, None)


def test_before_that_it_leaves_no_mark() -> None:
    outside = Outside()
    found = walked(outside, recorded_first=False)
    assert outside.done == [READ]
    assert (found.talk.step, found.trouble) == (REMEMBER, None)


def test_trouble_on_its_way_is_told_with_the_step_that_met_it() -> None:
    outside = Outside(SaveMeeting)
    found = walked(outside, recorded_first=True)
    assert found.talk.step == REMEMBER
    assert isinstance(found.trouble, Passing)
