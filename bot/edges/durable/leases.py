"""Tracks which workers are alive, and takes over the work of dead ones.

DBOS recovers the work of other processes only with its Conductor service. Here, each worker renews
a lease in the database. If another one sees, by its own clock, that a lease wasn't renewed for a
while, it resumes that process's work. No two clocks have to agree.
"""

from __future__ import annotations

import os
import socket
import threading
import time
import uuid
from collections.abc import Callable
from pathlib import Path

import sqlalchemy as sa
import structlog

from bot.edges.storage.tables import leases

LEASE = 8.0
"""Seconds that a lease lasts; it is renewed four times in that time."""

CLAIMED = ""
"""The place of a lease whose work is being resumed, so that no other process looks for it."""

LEFT = 0.0
"""The expiry of a lease whose process stopped by itself."""

_CLOCK: int | None = getattr(time, "CLOCK_BOOTTIME", None)

log = structlog.get_logger()


def elapsed() -> float:
    """Return seconds of a clock that nobody sets and that goes on while the machine is suspended.

    Python's monotonic clock stops then on Linux, so a laptop that was closed would think its lease
    still valid. https://man7.org/linux/man-pages/man2/clock_gettime.2.html
    """
    return time.monotonic() if _CLOCK is None else time.clock_gettime(_CLOCK)


class Leases:
    """Renews this process's lease, and watches those of the others.

    Args:
        database: the installation's database.
        executor: this process's unique name.
        take_over: resumes a process's work. It gets the process's name, and whether it crashed
            rather than stopped. It may be called twice for the same process.
    """

    def __init__(
        self, database: sa.Engine, executor: str, take_over: Callable[[str, bool], None]
    ) -> None:
        self._database = database
        self._executor = executor
        self._take_over = take_over
        self._held_from = self._safe_until = self._looked = 0.0
        self._seen: dict[str, tuple[float, float]] = {}
        """The expiry of every other lease, and when we first saw this value by our clock."""
        # Two threads, so that our own lease is renewed even while much work is taken over.
        self._renewing = _Regularly("lease", self.renew)
        self._watching = _Regularly("recovery", self.recover)

    def keep(self) -> None:
        """Start to renew the lease and to watch the others."""
        self._renewing.start()
        self._watching.start()

    def look_away(self) -> None:
        """Stop taking over."""
        self._watching.stop()

    def give_up(self) -> None:
        """Expire our lease at once, so that unfinished work is taken over without a wait."""
        self._renewing.stop()
        _try(lambda: self._extend(LEFT))

    def held_since(self, moment: float) -> bool:
        """Return whether we have held our lease since `moment`, so that nobody took over our work.

        Args:
            moment: a time of `elapsed`.
        """
        return self._held_from <= moment and elapsed() < self._safe_until

    def renew(self) -> None:
        """Extend our lease, or write a new one if it is gone because we were taken for dead.

        The first one is written before DBOS starts, so that there is never work without a lease.
        """
        began, until = elapsed(), time.time() + LEASE
        if lost := not self._extend(until):
            row = {"executor": self._executor, "place": PLACE, "pid": os.getpid(), "until": until}
            with self._database.begin() as connection:
                connection.execute(leases.delete().where(leases.c.executor == self._executor))
                connection.execute(leases.insert().values(row))
        if lost or began > self._safe_until:
            self._held_from = began
        self._safe_until = began + LEASE

    def _extend(self, until: float) -> bool:
        """Extend our lease; return whether we still held it."""
        ours = (leases.c.executor == self._executor, leases.c.place != CLAIMED)
        with self._database.begin() as connection:
            return connection.execute(leases.update().where(*ours).values(until=until)).rowcount > 0

    def recover(self) -> None:
        """Take over the work of dead processes."""
        with self._database.connect() as connection:
            others = sa.select(leases).where(leases.c.executor != self._executor)
            rows = connection.execute(others).all()
        if elapsed() - self._looked > LEASE:
            self._seen.clear()  # we were suspended, and so may others have been
        self._looked = elapsed()
        self._seen = {each.executor: self._since(each) for each in rows}
        for each in filter(self._is_dead, rows):
            claim = time.time() + LEASE
            if self._claim(each.executor, each.until, claim):
                log.info("lease.taken_over", dead=each.executor)
                self._take_over(each.executor, each.until != LEFT)
                self._forget(each.executor, claim)

    def _since(self, row: sa.Row[tuple[str, str, int, float]]) -> tuple[float, float]:
        seen = self._seen.get(row.executor)
        return seen if seen and seen[0] == row.until else (row.until, elapsed())

    def _is_dead(self, row: sa.Row[tuple[str, str, int, float]]) -> bool:
        unchanged = elapsed() - self._seen[row.executor][1]
        return row.until == LEFT or _vanished(row.place, row.pid) or unchanged > LEASE

    def _claim(self, executor: str, until: float, claim: float) -> bool:
        """Claim a dead process's work; return whether we got it.

        If its lease has changed, it was renewed, or another process claimed it. Our claim expires
        like a lease if we die.
        """
        theirs = (leases.c.executor == executor, leases.c.until == until)
        claimed = leases.update().where(*theirs).values(place=CLAIMED, until=claim)
        with self._database.begin() as connection:
            return connection.execute(claimed).rowcount > 0

    def _forget(self, executor: str, claim: float) -> None:
        """Delete a lease, unless its process is alive after all and renewed it."""
        theirs = (leases.c.executor == executor, leases.c.until == claim)
        with self._database.begin() as connection:
            connection.execute(leases.delete().where(*theirs))


def alive(database: sa.Engine) -> int:
    """Return how many workers are alive, as far as this process can tell."""
    with database.connect() as connection:
        rows = connection.execute(sa.select(leases)).all()
    here = any(row.pid == os.getpid() and row.place == PLACE for row in rows)
    others = [row for row in rows if row.pid != os.getpid() and row.until >= time.time()]
    return here + sum(not _vanished(row.place, row.pid) for row in others)


class _Regularly(threading.Thread):
    """Runs `task` at once, and then four times per lease."""

    def __init__(self, name: str, task: Callable[[], None]) -> None:
        super().__init__(name=name, daemon=True)
        self._task = task
        self._over = threading.Event()

    def run(self) -> None:
        while not self._over.is_set():
            _try(self._task)
            self._over.wait(LEASE / 4)

    def stop(self) -> None:
        self._over.set()
        if self.ident:
            self.join(LEASE)


def _try(task: Callable[[], object]) -> None:
    """Ignore an error: the lease is written later, or expires by itself."""
    try:
        task()
    except sa.exc.SQLAlchemyError as error:
        log.warning("lease.database_unreachable", error=type(error).__name__)


def _place() -> str:
    """Name the place where a process id is unique. Hosts share names; containers share hosts."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        return f"{boot} {Path('/proc/self/ns/pid').readlink()}"
    except OSError:  # not on Linux
        return f"{socket.gethostname()} {uuid.getnode()}"


PLACE = _place()


def _vanished(place: str, pid: int) -> bool:
    """Return whether a process of this place is gone, so that its lease needn't expire first."""
    if place != PLACE or os.name != "posix":  # elsewhere, "signal 0" doesn't only ask
        return False
    if pid == os.getpid():
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False
