"""So many conversations at a time, and one that only waits lets another in."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from bot.edges.durable.concurrency import ConversationSlot, ConversationSlots

AN_HOUR = 3600.0


async def settled() -> None:
    """Let everything go on that can."""
    for _ in range(20):
        await asyncio.sleep(0)


class Talks:
    """Conversations in one loop, and which of them have begun."""

    def __init__(self, slots: ConversationSlots) -> None:
        self.slots = slots
        self.begun: list[str] = []

    def begin(
        self, name: str, then: Callable[[ConversationSlot], Awaitable[object]]
    ) -> asyncio.Task[None]:
        async def talk() -> None:
            async with self.slots.slot() as slot:
                self.begun.append(name)
                await then(slot)

        return asyncio.create_task(talk())


async def busy(_slot: ConversationSlot) -> None:
    await asyncio.Event().wait()


async def waiting(slot: ConversationSlot) -> None:
    await slot.sleep(AN_HOUR)


async def half_waiting(slot: ConversationSlot) -> None:
    await slot.together([slot.sleep(AN_HOUR), busy(slot)])


async def wholly_waiting(slot: ConversationSlot) -> None:
    await slot.together([slot.sleep(AN_HOUR), slot.sleep(AN_HOUR)])


def test_the_third_of_two_waits_for_its_slot():
    async def story() -> None:
        talks = Talks(ConversationSlots(2))
        first, *_ = [talks.begin(name, busy) for name in ("first", "second", "third")]
        await settled()
        assert talks.begun == ["first", "second"]
        first.cancel()
        await settled()
        assert talks.begun == ["first", "second", "third"]

    asyncio.run(story())


@pytest.mark.parametrize(
    ("doing", "lets_in"), [(waiting, True), (wholly_waiting, True), (half_waiting, False)]
)
def test_a_conversation_lends_its_slot_while_all_of_it_waits(doing, lets_in):
    async def story() -> None:
        talks = Talks(ConversationSlots(1))
        talks.begin("first", doing)
        talks.begin("second", busy)
        await settled()
        assert ("second" in talks.begun) is lets_in

    asyncio.run(story())


def test_a_conversation_that_waited_goes_on_when_a_slot_is_free_again():
    async def story() -> None:
        talks, done = Talks(ConversationSlots(1)), asyncio.Event()

        async def short_wait(slot: ConversationSlot) -> None:
            await slot.sleep(0)
            done.set()

        talks.begin("first", short_wait)
        second = talks.begin("second", busy)
        await settled()
        assert not done.is_set()
        second.cancel()
        await asyncio.wait_for(done.wait(), 5)

    asyncio.run(story())


def test_lines_that_end_leave_the_slot_with_those_that_go_on():
    async def story() -> None:
        talks = Talks(ConversationSlots(1))

        async def one_after_the_other(slot: ConversationSlot) -> None:
            await slot.together([asyncio.sleep(0), asyncio.sleep(0), asyncio.sleep(0)])
            await busy(slot)

        talks.begin("first", one_after_the_other)
        talks.begin("second", busy)
        await settled()
        assert talks.begun == ["first"]

    asyncio.run(story())


@pytest.mark.parametrize(("doing", "goes_on"), [(busy, True), (waiting, False)])
def test_closing_ends_what_waits_and_leaves_what_goes_on(doing, goes_on):
    async def story() -> None:
        talks = Talks(ConversationSlots(1))
        talk = talks.begin("first", doing)
        await settled()
        closing = asyncio.create_task(talks.slots.close(AN_HOUR))
        await settled()
        assert talk.cancelled() is not goes_on
        closing.cancel()

    asyncio.run(story())


def test_after_close_no_conversation_begins():
    async def story() -> None:
        talks = Talks(ConversationSlots(1))
        closing = asyncio.create_task(talks.slots.close(AN_HOUR))
        await settled()
        talk = talks.begin("late", busy)
        await settled()
        assert talk.cancelled()
        assert not talks.begun
        closing.cancel()

    asyncio.run(story())


def test_after_close_a_waiting_conversation_ends():
    async def story() -> None:
        talks, answered = Talks(ConversationSlots(1)), asyncio.Event()

        async def refused(slot: ConversationSlot) -> None:
            await answered.wait()
            await slot.sleep(AN_HOUR)

        talk = talks.begin("first", refused)
        await settled()
        closing = asyncio.create_task(talks.slots.close(AN_HOUR))
        await settled()
        answered.set()
        await settled()
        assert talk.cancelled()
        closing.cancel()

    asyncio.run(story())
