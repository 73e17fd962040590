"""So many conversations at a time; one that only waits lets another go on."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any, TypeVar

T = TypeVar("T")


class ConversationSlots:
    """The slots of one event loop, in which conversations run.

    Args:
        number: how many there are.
    """

    def __init__(self, number: int) -> None:
        self._number = number
        self._open = asyncio.Semaphore(number)
        self._all: set[ConversationSlot] = set()
        self._wanted = 0
        self._closed = False

    @asynccontextmanager
    async def slot(self) -> AsyncIterator[ConversationSlot]:
        """Wait for a slot; the conversation has it for as long as the block runs."""
        slot = ConversationSlot(self)
        self._all.add(slot)
        try:
            await slot.resume()
            yield slot
        finally:
            self._all.discard(slot)
            slot.release()

    @property
    def free(self) -> int:
        """How many slots nobody has or waits for."""
        return 0 if self._closed else self._number - self._wanted

    async def acquire(self) -> None:
        """Wait until a slot is free; once closed, there is none for anybody."""
        if self._closed:
            raise asyncio.CancelledError
        self._wanted += 1
        try:
            await self._open.acquire()
        except asyncio.CancelledError:
            self._wanted -= 1
            raise

    def release(self, slot: ConversationSlot) -> None:
        """Take back what `slot` held; once closed, its conversation ends here."""
        self._wanted -= 1
        self._open.release()
        if self._closed and slot in self._all:
            slot.cancel()

    async def close(self, patience: float) -> None:
        """Let no more begin, end what only waits, and what goes on after `patience` seconds."""
        self._closed = True
        for slot in list(self._all):
            if not slot.held:
                slot.cancel()
        until = asyncio.get_running_loop().time() + patience
        while self._all and asyncio.get_running_loop().time() < until:
            await asyncio.sleep(0.05)
        for slot in list(self._all):
            slot.cancel()


class ConversationSlot:
    """The slot of one conversation, which may go on in several lines at once.

    It is lent to others while all of the lines only wait.
    """

    def __init__(self, slots: ConversationSlots) -> None:
        self.held = False
        self._slots = slots
        self._task = asyncio.current_task()
        self._running = 0
        self._resuming = asyncio.Lock()

    async def resume(self) -> None:
        """Go on with one line."""
        async with self._resuming:
            if not self.held:
                await self._slots.acquire()
                self.held = True
        self._running += 1

    def suspend(self) -> None:
        """Let one line wait, or end."""
        self._running -= 1
        if not self._running:
            self.release()

    async def sleep(self, seconds: float) -> None:
        """Let `seconds` pass in this line."""
        self.suspend()
        await asyncio.sleep(seconds)
        await self.resume()

    async def wait_for(self, happened: asyncio.Event, seconds: float) -> None:
        """Let something happen in this line, or `seconds` pass."""
        self.suspend()
        with suppress(TimeoutError):
            await asyncio.wait_for(happened.wait(), seconds)
        await self.resume()

    async def together(self, lines: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
        """Go on in all `lines` at once; the last to end goes on for who waits for all."""
        left = len(lines)

        async def go(line: Coroutine[Any, Any, T]) -> T:
            nonlocal left
            answer = await line
            left -= 1
            if left:
                self.suspend()
            return answer

        self._running += max(left, 1) - 1
        return await asyncio.gather(*(go(line) for line in lines))

    def release(self) -> None:
        """Let another conversation have the slot."""
        if self.held:
            self.held = False
            self._slots.release(self)

    def cancel(self) -> None:
        """Stop the conversation; what it did is recorded, and the rest is for another process."""
        if self._task:
            self._task.cancel()
