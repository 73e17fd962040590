"""Calls to the outside: so many at a time, each in a thread that never holds the process."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")


class Calls:
    """Makes calls that block, for one event loop.

    Args:
        number: how many may be under way at a time; the others wait, without a thread.
    """

    def __init__(self, number: int) -> None:
        self._free = asyncio.Semaphore(number)

    async def make(self, call: Callable[[], T]) -> T:
        """Return what `call` returns, and raise what it raises."""
        async with self._free:
            return await asyncio.wrap_future(_begun(call))


def _begun(call: Callable[[], T]) -> Future[T]:
    """A pool's thread would be waited for at exit, for as long as a service keeps silent."""
    answer: Future[T] = Future()
    answer.set_running_or_notify_cancel()

    def run() -> None:
        try:
            answer.set_result(call())
        except Exception as error:  # noqa: BLE001 - handed to whoever waits, as any future does
            answer.set_exception(error)

    threading.Thread(target=run, name="call", daemon=True).start()
    return answer
