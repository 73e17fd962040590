"""Runs a limited number of blocking calls in threads that don't delay the process's exit.

DBOS runs asynchronous steps in the event loop, which a blocking call would hold up.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")


class ThreadPool:
    """Runs blocking calls for one event loop, each in a daemon thread.

    The standard library's pool isn't used because Python waits for it at exit, as long as a
    service takes to answer.

    Args:
        number: the most calls at a time; the others wait without a thread.
    """

    def __init__(self, number: int) -> None:
        self._free = asyncio.Semaphore(number)

    async def run(self, call: Callable[[], T]) -> T:
        """Return what `call` returns, and raise what it raises."""
        done: Future[T] = Future()
        done.set_running_or_notify_cancel()  # it can't be cancelled from here on

        def work() -> None:
            try:
                done.set_result(call())
            except Exception as error:  # noqa: BLE001 - raised by `run`
                done.set_exception(error)

        async with self._free:
            threading.Thread(target=work, name="call", daemon=True).start()
            return await asyncio.wrap_future(done)
