"""Limits how many conversations run at a time. One that only waits lends its slot to another."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any, TypeVar

T = TypeVar("T")


class ConversationSlots:
    """The slots for conversations in one event loop.

    Args:
        number: the number of slots.
    """

    def __init__(self, number: int) -> None:
        self._number = number
        self._open = asyncio.Semaphore(number)
        self._all: set[ConversationSlot] = set()
        self._wanted = 0
        self._closed = False

    @asynccontextmanager
    async def slot(self) -> AsyncIterator[ConversationSlot]:
        """Wait for a slot, and keep it until the block ends."""
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
        """The number of slots that nobody has or waits for."""
        return 0 if self._closed else self._number - self._wanted

    async def acquire(self) -> None:
        """Wait until a slot is free. After `close`, none ever is."""
        if self._closed:
            raise asyncio.CancelledError
        self._wanted += 1
        try:
            await self._open.acquire()
        except asyncio.CancelledError:
            self._wanted -= 1
            raise

    def release(self, slot: ConversationSlot) -> None:
        """Free this slot. After `close`, its conversation ends here."""
        self._wanted -= 1
        self._open.release()
        if self._closed and slot in self._all:
            slot.cancel()

    async def close(self, patience: float) -> None:
        """Let nothing begin, cancel what only waits, and the rest after `patience` seconds."""
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
    """The slot of one conversation, which may do several steps side by side.

    It is lent to others while all these steps only wait.
    """

    def __init__(self, slots: ConversationSlots) -> None:
        self.held = False
        self._slots = slots
        self._task = asyncio.current_task()
        self._running = 0
        self._resuming = asyncio.Lock()

    async def resume(self) -> None:
        """Take the slot again for a step that has waited."""
        async with self._resuming:
            if not self.held:
                await self._slots.acquire()
                self.held = True
        self._running += 1

    def suspend(self) -> None:
        """Mark one of the steps side by side as waiting or done."""
        self._running -= 1
        if not self._running:
            self.release()

    async def sleep(self, seconds: float) -> None:
        """Sleep, and lend the slot to others meanwhile."""
        self.suspend()
        await asyncio.sleep(seconds)
        await self.resume()

    async def wait_for(self, happened: asyncio.Event, seconds: float) -> None:
        """Wait for an event for at most `seconds`, and lend the slot to others meanwhile."""
        self.suspend()
        with suppress(TimeoutError):
            await asyncio.wait_for(happened.wait(), seconds)
        await self.resume()

    async def together(self, lines: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
        """Run all `lines` side by side. The last to end keeps the slot for the caller."""
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
        """Lend the slot to another conversation."""
        if self.held:
            self.held = False
            self._slots.release(self)

    def cancel(self) -> None:
        """Cancel the conversation. Its steps so far are recorded; another process does the rest."""
        if self._task:
            self._task.cancel()
