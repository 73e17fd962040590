"""Announces changes to everybody who listens or waits."""

from __future__ import annotations

import queue
import threading
from collections import deque
from collections.abc import Callable, Iterator
from typing import TypeVar

from bot.sandbox.webex.model import Change, Subject
from bot.sandbox.webex.movable_clock import Clock, MovableClock, utc_now

Found = TypeVar("Found")
Watcher = Callable[[Change], None]
KEPT_CHANGES = 20_000
OF_ONE_WORLD = {"clock", "lock", "closed", "_news", "_watchers", "_listeners"}
"""The attributes that others hold on to."""


class Listener:
    """A queue of the world's changes, until it is closed. Also a context manager."""

    def __init__(self, leave: Callable[[Listener], None]) -> None:
        self._queue: queue.SimpleQueue[Change | None] = queue.SimpleQueue()
        self._leave = leave
        self.closed = False

    def hear(self, change: Change) -> None:
        """Queue a change."""
        self._queue.put(change)

    def next(self, timeout: float | None = None) -> Change | None:
        """Return the next change; None after `timeout` seconds without one, or when closed."""
        try:
            return self._queue.get(timeout=timeout)
        except queue.Empty:
            return None

    def close(self) -> None:
        """Stop listening, and wake `next`."""
        self.closed = True
        self._leave(self)
        self._queue.put(None)

    def __iter__(self) -> Iterator[Change]:
        while (change := self.next()) is not None:
            yield change

    def __enter__(self) -> Listener:
        return self

    def __exit__(self, *_why: object) -> None:
        self.close()


class Live:
    """The changes, in order, under one lock."""

    def __init__(self, clock: Clock = utc_now) -> None:
        self.clock = MovableClock(clock)
        self.lock = threading.RLock()
        self.changes: deque[Change] = deque(maxlen=KEPT_CHANGES)
        self.closed = threading.Event()
        self._news = threading.Condition(self.lock)
        self._watchers: list[Watcher] = []
        self._listeners: list[Listener] = []
        self._count = 0

    def announce(self, resource: str, event: str, actor_id: str, subject: Subject) -> None:
        """Tell all listeners about a change. The caller holds the lock."""
        self._count += 1
        change = Change(self._count, resource, event, actor_id, subject, self.clock())
        self.changes.append(change)
        for watcher in self._watchers:
            watcher(change)
        self._news.notify_all()

    def become(self, other: Live) -> None:
        """Take over what another world holds. Those who listen or wait go on with it."""
        with self.lock:
            taken = {name: value for name, value in vars(other).items() if name not in OF_ONE_WORLD}
            vars(self).update(taken)
            self.clock.ahead = other.clock.ahead
            self.notify()

    def notify(self) -> None:
        """Make everybody in `wait_for` look again. The caller holds the lock."""
        self._news.notify_all()

    def watch(self, watcher: Watcher) -> None:
        """Call `watcher` on each change, before the next one can happen. It must be quick."""
        with self.lock:
            self._watchers.append(watcher)

    def unwatch(self, watcher: Watcher) -> None:
        """Stop calling `watcher`."""
        with self.lock:
            self._watchers.remove(watcher)

    def listen(self, after: int | None = None) -> Listener:
        """Return a listener for changes from now on, or after change number `after`."""
        with self.lock:
            listener = Listener(self._forget)
            for change in self.changes if after is not None else ():
                if after is not None and change.number > after:
                    listener.hear(change)
            self._listeners.append(listener)
            self.watch(listener.hear)
            if self.closed.is_set():
                listener.close()
            return listener

    def wait_for(self, predicate: Callable[[], Found], timeout: float = 5.0) -> Found:
        """Call `predicate` at each change until it returns something true, and return that.

        Raises:
            TimeoutError: it wasn't true within `timeout` seconds.
        """
        with self._news:
            found = self._news.wait_for(predicate, timeout)
        if not found:
            raise TimeoutError(f"What was waited for did not happen within {timeout} seconds.")
        return found

    def pause(self, seconds: float) -> None:
        """Wait `seconds`, or until the world closes."""
        if seconds > 0:
            self.closed.wait(seconds)

    def close(self) -> None:
        """Wake everybody who waits or listens: the sandbox is stopping."""
        self.closed.set()
        with self.lock:
            for listener in list(self._listeners):
                listener.close()
            self.notify()

    def _forget(self, listener: Listener) -> None:
        with self.lock:
            if listener in self._listeners:
                self._listeners.remove(listener)
                self.unwatch(listener.hear)
