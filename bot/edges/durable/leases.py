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
        self._database, self._executor, self._take_over = database, executor, take_over
        self._held_from = self._safe_until = self._looked = 0.0
        self._seen: dict[tuple[str, float], float] = {}
        """When we first saw another's lease with this expiry, by our clock."""
        self._leaving, self._left = threading.Event(), threading.Event()
        self._renewing = threading.Lock()

    def keep(self) -> None:
        """Start to renew the lease and to watch the others.

        In two threads, so that taking over much work never lets this process's own lease lapse.
        """
        for task, over in ((self.renew, self._left), (self.recover, self._leaving)):
            threading.Thread(
                target=_regularly, args=(task, over), name="lease", daemon=True
            ).start()

    def look_away(self) -> None:
        """Stop taking over."""
        self._leaving.set()

    def give_up(self) -> None:
        """Expire our lease at once, so that unfinished work is taken over without a wait."""
        self._left.set()
        _try(self.renew)

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
        with self._renewing:
            began = elapsed()
            lost = not self._extend(LEFT if self._left.is_set() else time.time() + LEASE)
            if lost or began > self._safe_until:
                self._held_from = began
            self._safe_until = began + LEASE

    def _extend(self, until: float) -> bool:
        """Write when our lease expires; return whether we still held it."""
        ours = leases.c.executor == self._executor
        row = {"executor": self._executor, "place": PLACE, "pid": os.getpid(), "until": until}
        with self._database.begin() as connection:
            held = leases.update().where(ours, leases.c.place != CLAIMED).values(until=until)
            if connection.execute(held).rowcount:
                return True
            connection.execute(leases.delete().where(ours))
            connection.execute(leases.insert().values(row))
            return False

    def recover(self) -> None:
        """Take over the work of dead processes."""
        with self._database.connect() as connection:
            others = sa.select(leases).where(leases.c.executor != self._executor)
            rows = connection.execute(others).all()
        now = elapsed()
        # If we were suspended, so may others have been.
        seen = self._seen if now - self._looked <= LEASE else {}
        leased = [(row.executor, row.until) for row in rows]
        self._seen, self._looked = {each: seen.get(each, now) for each in leased}, now
        for row in rows:
            unchanged = now - self._seen[row.executor, row.until]
            if row.until == LEFT or _vanished(row.place, row.pid) or unchanged > LEASE:
                self._replace(row.executor, row.until)

    def _replace(self, executor: str, until: float) -> None:
        """Take over a dead process's work, unless its lease was renewed or claimed meanwhile.

        Our claim expires like a lease if we die. In the end the lease is deleted, unless its
        process is alive after all and renewed it.
        """
        claim = time.time() + LEASE
        theirs = leases.c.executor == executor
        claimed = leases.update().where(theirs, leases.c.until == until)
        with self._database.begin() as connection:
            if not connection.execute(claimed.values(place=CLAIMED, until=claim)).rowcount:
                return
        log.info("lease.taken_over", dead=executor)
        self._take_over(executor, until != LEFT)
        with self._database.begin() as connection:
            connection.execute(leases.delete().where(theirs, leases.c.until == claim))


def alive(database: sa.Engine) -> int:
    """Return how many workers are alive, as far as this process can tell."""
    with database.connect() as connection:
        rows = connection.execute(sa.select(leases)).all()
    here = any(row.pid == os.getpid() and row.place == PLACE for row in rows)
    others = [row for row in rows if row.pid != os.getpid() and row.until >= time.time()]
    return here + sum(not _vanished(row.place, row.pid) for row in others)


def _regularly(task: Callable[[], None], over: threading.Event) -> None:
    while not over.is_set():
        _try(task)
        over.wait(LEASE / 4)


def _try(task: Callable[[], None]) -> None:
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
        pass
    return False
