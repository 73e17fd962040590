"""Which processes are alive: each that runs conversations renews a lease in the database.

DBOS takes over from other processes with a service of its own alone. Here, whoever sees that a
lease was not renewed for a while, by its own clock, has that process's work resumed; no two clocks
have to agree.
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
"""Seconds for which a lease holds; it is renewed four times as often."""

CLAIMED = ""
"""The place of a lease whose process's work is being resumed: nobody looks for it any more."""

LEFT = 0.0
"""Until when a lease holds whose process left of its own accord."""

_CLOCK: int | None = getattr(time, "CLOCK_BOOTTIME", None)

log = structlog.get_logger()


def elapsed() -> float:
    """Return seconds by a clock that nobody sets, and that goes on while the machine is suspended.

    Python's monotonic clock stands still meanwhile on Linux: a laptop that was closed would take
    its lease for good. https://man7.org/linux/man-pages/man2/clock_gettime.2.html
    """
    return time.monotonic() if _CLOCK is None else time.clock_gettime(_CLOCK)


class Leases:
    """The lease of this process, and a watch over those of the others.

    Args:
        database: where the leases lie.
        executor: this process's own name.
        take_over: has a process's work resumed; is given its name, and whether it crashed or left
            of its own accord. It may be called twice for the same process.
    """

    def __init__(
        self, database: sa.Engine, executor: str, take_over: Callable[[str, bool], None]
    ) -> None:
        self._database = database
        self._executor = executor
        self._take_over = take_over
        self._held_from = self._safe_until = self._looked = 0.0
        self._seen: dict[str, tuple[float, float]] = {}
        """Until when each of the others holds, and since when it says so by our clock."""
        # Two threads, so that taking over much work never lets this process's own lease lapse.
        self._renewing = _Regularly("lease", self.renew)
        self._watching = _Regularly("recovery", self.recover)

    def keep(self) -> None:
        """Renew the lease and watch the others from now on."""
        self._renewing.start()
        self._watching.start()

    def look_away(self) -> None:
        """Take nothing over any more."""
        self._watching.stop()

    def give_up(self) -> None:
        """Let the lease lapse at once, so that work left behind is taken over without a wait."""
        self._renewing.stop()
        _try(lambda: self._extend(LEFT))

    def held_since(self, moment: float) -> bool:
        """Return whether nobody can have taken this process for dead since `moment`.

        Args:
            moment: by `elapsed`.
        """
        return self._held_from <= moment and elapsed() < self._safe_until

    def renew(self) -> None:
        """Extend our lease, or write it anew where it is gone or claimed: we were taken for dead.

        The first one is written before DBOS starts, so that no work is ever without one.
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
        """Take over what the dead left."""
        with self._database.connect() as connection:
            others = sa.select(leases).where(leases.c.executor != self._executor)
            rows = connection.execute(others).all()
        if elapsed() - self._looked > LEASE:
            self._seen.clear()  # this process, or its machine, was asleep, and so may others be
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
        """Win the right to take over; if we die over it, the claim lapses like any lease.

        A lease that changed since it was found dead has been renewed, or claimed by another.
        """
        theirs = (leases.c.executor == executor, leases.c.until == until)
        claimed = leases.update().where(*theirs).values(place=CLAIMED, until=claim)
        with self._database.begin() as connection:
            return connection.execute(claimed).rowcount > 0

    def _forget(self, executor: str, claim: float) -> None:
        """Delete the lease, unless its process turned out to be alive and renewed it."""
        theirs = (leases.c.executor == executor, leases.c.until == claim)
        with self._database.begin() as connection:
            connection.execute(leases.delete().where(*theirs))


def alive(database: sa.Engine) -> int:
    """Return how many processes serve, as far as can be told from here."""
    with database.connect() as connection:
        rows = connection.execute(sa.select(leases)).all()
    here = any(row.pid == os.getpid() and row.place == PLACE for row in rows)
    others = [row for row in rows if row.pid != os.getpid() and row.until >= time.time()]
    return here + sum(not _vanished(row.place, row.pid) for row in others)


class _Regularly(threading.Thread):
    """Does `task` at once and then four times in each lease's length."""

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
    """A lease that cannot be written now is written later, or lapses by itself."""
    try:
        task()
    except sa.exc.SQLAlchemyError as error:
        log.warning("lease.database_unreachable", error=type(error).__name__)


def _place() -> str:
    """Name where a process id means one process: hosts share names, and containers share hosts."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        return f"{boot} {Path('/proc/self/ns/pid').readlink()}"
    except OSError:  # no Linux
        return f"{socket.gethostname()} {uuid.getnode()}"


PLACE = _place()


def _vanished(place: str, pid: int) -> bool:
    """Return whether a process of this place is gone, so that it need not be waited for."""
    if place != PLACE or os.name != "posix":  # elsewhere, "signal 0" is no question
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
