"""Runs a limited number of blocking calls in threads that don't delay the process's exit."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

T = TypeVar("T")

IDLE = 10.0
"""Seconds that a thread waits for another call before it ends."""

Job = tuple[asyncio.AbstractEventLoop, "asyncio.Future[Any]", Callable[[], Any]]


class ThreadPool:
    """Runs blocking calls for one event loop.

    A thread serves many calls, since starting one costs a tenth of a call. The standard library's
    pool isn't used because Python waits for it at exit, as long as a service takes to answer.

    Args:
        number: the most calls at a time; the others wait without a thread.
    """

    def __init__(self, number: int) -> None:
        self._free = asyncio.Semaphore(number)
        self._jobs: SimpleQueue[Job] = SimpleQueue()
        self._idle = threading.Semaphore(0)

    async def run(self, call: Callable[[], T]) -> T:
        """Return what `call` returns, and raise what it raises."""
        async with self._free:
            loop = asyncio.get_running_loop()
            answer: asyncio.Future[T] = loop.create_future()
            self._jobs.put((loop, answer, call))
            if not self._idle.acquire(blocking=False):
                threading.Thread(target=self._serve, name="call", daemon=True).start()
            return await answer

    def _serve(self) -> None:
        try:
            while True:
                _do(*self._jobs.get(timeout=IDLE))
                self._idle.release()
        except Empty:
            # A call may just have been queued for this thread, so look again.
            if not self._idle.acquire(blocking=False):
                self._serve()


def _do(loop: asyncio.AbstractEventLoop, answer: asyncio.Future[T], call: Callable[[], T]) -> None:
    try:
        result = call()
    except Exception as error:  # noqa: BLE001 - handed to whoever waits, as any future does
        _tell(loop, answer, answer.set_exception, error)
    else:
        _tell(loop, answer, answer.set_result, result)


def _tell(
    loop: asyncio.AbstractEventLoop,
    answer: asyncio.Future[Any],
    say: Callable[[Any], None],
    what: object,
) -> None:
    """Pass a call's result to its waiter, unless the waiter or the loop is gone."""
    with suppress(RuntimeError):
        loop.call_soon_threadsafe(lambda: None if answer.done() else say(what))
