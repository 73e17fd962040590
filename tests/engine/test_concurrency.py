"""So many conversations at a time; one that only waits makes room for others."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from bot.edges.durable.concurrency import ConversationInProgress, ConversationsInProgress

AN_HOUR = 3600.0

Conversation = Callable[[ConversationInProgress], Awaitable[object]]


async def settled() -> None:
    """Let everything go on that can."""
    for _ in range(20):
        await asyncio.sleep(0)


async def begin(all_: ConversationsInProgress, doing: Conversation) -> asyncio.Task[None]:
    """Begin a conversation, and let it come as far as it can."""

    async def converse() -> None:
        with all_.begin() as progress:
            await doing(progress)

    task = asyncio.create_task(converse())
    await settled()
    return task


async def busy(_progress: ConversationInProgress) -> None:
    await asyncio.Event().wait()


async def waiting(progress: ConversationInProgress) -> None:
    with progress.waiting():
        await asyncio.sleep(AN_HOUR)


async def half_waiting(progress: ConversationInProgress) -> None:
    await progress.together([waiting(progress), busy(progress)])


async def wholly_waiting(progress: ConversationInProgress) -> None:
    await progress.together([waiting(progress), waiting(progress)])


async def waiting_for_the_last(progress: ConversationInProgress) -> None:
    await progress.together([asyncio.sleep(0), waiting(progress), asyncio.sleep(0)])


async def waiting_shortly(progress: ConversationInProgress) -> None:
    with progress.waiting():
        await asyncio.sleep(0)


async def busy_after_a_wait(progress: ConversationInProgress) -> None:
    await progress.together([waiting_shortly(progress), asyncio.sleep(0)])
    await busy(progress)


@pytest.mark.parametrize(
    ("doing", "free"),
    [
        (busy, 1),
        (waiting, 2),
        (wholly_waiting, 2),
        (half_waiting, 1),
        (waiting_for_the_last, 2),
        (busy_after_a_wait, 1),
    ],
)
def test_only_a_conversation_that_does_nothing_but_wait_makes_room(doing, free):
    async def story() -> None:
        all_ = ConversationsInProgress(2)
        await begin(all_, doing)
        assert all_.free == free

    asyncio.run(story())


def test_a_conversation_is_busy_between_two_steps():
    async def story() -> None:
        all_, seen = ConversationsInProgress(1), set()

        async def look() -> None:
            while True:
                seen.add(all_.free)
                await asyncio.sleep(0)

        async def doing(progress: ConversationInProgress) -> None:
            looking = asyncio.create_task(look())
            await progress.together([asyncio.sleep(0), asyncio.sleep(0)])
            looking.cancel()

        await begin(all_, doing)
        assert seen == {0}

    asyncio.run(story())


def test_a_conversation_that_ends_makes_room():
    async def story() -> None:
        all_ = ConversationsInProgress(1)
        task = await begin(all_, busy)
        assert all_.free == 0
        task.cancel()
        await settled()
        assert all_.free == 1

    asyncio.run(story())


@pytest.mark.parametrize(
    ("doing", "goes_on"), [(busy, True), (half_waiting, True), (waiting, False)]
)
def test_closing_ends_what_waits_and_leaves_what_goes_on(doing, goes_on):
    async def story() -> None:
        all_ = ConversationsInProgress(1)
        task = await begin(all_, doing)
        closing = asyncio.create_task(all_.close(AN_HOUR))
        await settled()
        assert task.cancelled() is not goes_on
        closing.cancel()

    asyncio.run(story())


def test_closing_ends_what_still_goes_on_when_patience_is_over():
    async def story() -> None:
        all_ = ConversationsInProgress(1)
        task = await begin(all_, busy)
        await all_.close(0)
        await settled()
        assert task.cancelled()

    asyncio.run(story())


def test_after_close_no_conversation_begins():
    async def story() -> None:
        all_, begun = ConversationsInProgress(1), []
        await all_.close(0)

        async def note(_progress: ConversationInProgress) -> None:
            begun.append("late")

        task = await begin(all_, note)
        assert task.cancelled()
        assert (all_.free, begun) == (0, [])

    asyncio.run(story())


def test_after_close_a_waiting_conversation_ends():
    async def story() -> None:
        all_, answered = ConversationsInProgress(1), asyncio.Event()

        async def refused(progress: ConversationInProgress) -> None:
            await answered.wait()
            await waiting(progress)

        task = await begin(all_, refused)
        closing = asyncio.create_task(all_.close(AN_HOUR))
        await settled()
        assert not task.done()
        answered.set()
        await asyncio.wait([closing], timeout=5)
        assert task.cancelled()

    asyncio.run(story())
