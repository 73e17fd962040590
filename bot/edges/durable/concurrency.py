"""Counts the conversations in progress, and ends them. One that only waits isn't counted.

The limits of DBOS's queues count it, so an hour's outage of one service would block the others.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

T = TypeVar("T")


class ConversationsInProgress:
    """The conversations in progress in one event loop.

    Args:
        most: how many may be busy at a time before no more are taken from the inbox.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._all: set[ConversationInProgress] = set()
        self._closed = False

    @property
    def free(self) -> int:
        """How many more conversations may begin. It may be read from other threads."""
        busy = sum(not each.only_waits for each in list(self._all))
        return 0 if self._closed else max(0, self._most - busy)

    @contextmanager
    def begin(self) -> Iterator[ConversationInProgress]:
        """Count a conversation until the block ends. After `close`, none can begin."""
        if self._closed:
            raise asyncio.CancelledError
        begun = ConversationInProgress()
        self._all.add(begun)
        try:
            yield begun
        finally:
            self._all.discard(begun)

    async def close(self, patience: float) -> None:
        """Cancel conversations as soon as they only wait, and the rest after `patience` seconds."""
        self._closed = True
        until = asyncio.get_running_loop().time() + patience
        while self._all and asyncio.get_running_loop().time() < until:
            self.cancel(each for each in self._all if each.only_waits)
            await asyncio.sleep(0.05)
        self.cancel(self._all)

    def cancel(self, which: Iterable[ConversationInProgress]) -> None:
        """Cancel conversations. What they did is recorded; another process does the rest."""
        for each in list(which):
            each.cancel()


class ConversationInProgress:
    """One conversation, which may do several steps side by side."""

    def __init__(self) -> None:
        self._task = asyncio.current_task()
        self._running, self._waiting = 1, 0

    @property
    def only_waits(self) -> bool:
        """Whether everything that it does side by side is waiting."""
        return 0 < self._running <= self._waiting

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """While the block runs, such as a pause, don't count this conversation as busy."""
        self._waiting += 1
        try:
            yield
        finally:
            self._waiting -= 1

    async def together(self, lines: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
        """Run all `lines` side by side."""
        self._running = len(lines)
        try:
            return await asyncio.gather(*map(self._run, lines))
        finally:
            self._running = 1

    async def _run(self, line: Coroutine[Any, Any, T]) -> T:
        try:
            return await line
        finally:
            self._running -= 1

    def cancel(self) -> None:
        """Cancel it."""
        if self._task:
            self._task.cancel()
