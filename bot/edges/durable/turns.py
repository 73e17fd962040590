"""Whose turn it is: so many conversations at a time, and one that only waits lets another in."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any, TypeVar

T = TypeVar("T")


class Turns:
    """The turns of all conversations in one event loop.

    Args:
        number: how many there are.
    """

    def __init__(self, number: int) -> None:
        self._number = number
        self._free = asyncio.Semaphore(number)
        self._all: set[Turn] = set()
        self._closed = False

    @asynccontextmanager
    async def one(self) -> AsyncIterator[Turn]:
        """Wait for a turn; the conversation has it for as long as the block runs."""
        turn = Turn(self)
        self._all.add(turn)
        try:
            await turn.wake()
            yield turn
        finally:
            self._all.discard(turn)
            turn.give_back()

    @property
    def free(self) -> int:
        """How many turns nobody has or waits for."""
        return 0 if self._closed else self._number - len(self._all)

    async def take(self) -> None:
        """Wait until a turn is free; once closed, there is none for anybody."""
        if self._closed:
            raise asyncio.CancelledError
        await self._free.acquire()

    def give_back(self, turn: Turn) -> None:
        """Take back what `turn` held; once closed, its conversation ends here."""
        self._free.release()
        if self._closed and turn in self._all:
            turn.end()

    def close(self) -> bool:
        """Give no more turns, end what only waits, and return whether anything still goes on."""
        self._closed = True
        for turn in self._all:
            if not turn.held:
                turn.end()
        return any(turn.held for turn in self._all)

    def end(self) -> None:
        """End everything now."""
        for turn in self._all:
            turn.end()


class Turn:
    """The turn of one conversation, which may go on in several lines at once.

    It is lent to others while all of the lines only wait.
    """

    def __init__(self, turns: Turns) -> None:
        self.held = False
        self._turns = turns
        self._task = asyncio.current_task()
        self._awake = 0
        self._waking = asyncio.Lock()

    async def wake(self) -> None:
        """Go on with one line."""
        async with self._waking:
            if not self.held:
                await self._turns.take()
                self.held = True
        self._awake += 1

    def rest(self) -> None:
        """Let one line wait, or end."""
        self._awake -= 1
        if not self._awake:
            self.give_back()

    async def pause(self, seconds: float) -> None:
        """Let `seconds` pass in this line."""
        self.rest()
        await asyncio.sleep(seconds)
        await self.wake()

    async def until(self, happened: asyncio.Event, seconds: float) -> None:
        """Let something happen in this line, or `seconds` pass."""
        self.rest()
        with suppress(TimeoutError):
            await asyncio.wait_for(happened.wait(), seconds)
        await self.wake()

    async def together(self, lines: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
        """Go on in all `lines` at once; the last to end passes its place to who waits for all."""
        left = len(lines)

        async def go(line: Coroutine[Any, Any, T]) -> T:
            nonlocal left
            answer = await line
            left -= 1
            if left:
                self.rest()
            return answer

        self._awake += max(left, 1) - 1
        return await asyncio.gather(*(go(line) for line in lines))

    def give_back(self) -> None:
        """Let another conversation have the turn."""
        if self.held:
            self.held = False
            self._turns.give_back(self)

    def end(self) -> None:
        """Cancel the conversation; what it did is recorded, and the rest is for its successor."""
        if self._task:
            self._task.cancel()
