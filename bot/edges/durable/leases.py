"""Tracks which workers are alive, and takes over the work of dead ones.

DBOS recovers the work of other processes only with its Conductor service. Here, each worker renews
a lease in the database. If another one sees, by its own clock, that a lease wasn't renewed for a
while, it resumes that process's work. No two clocks have to agree.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import sqlalchemy as sa
import structlog

from bot.edges.storage.tables import leases

LEASE = 8.0
"""Seconds that a lease lasts; it is renewed four times in that time."""

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

    def stop_recovering(self) -> None:
        """Stop taking over."""
        self._leaving.set()

    def release(self) -> None:
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
        """Extend our lease, or write it if there is none.

        The first one is written before DBOS starts, so that there is never work without a lease.
        """
        with self._renewing:
            began = elapsed()
            self._write(LEFT if self._left.is_set() else time.time() + LEASE)
            if elapsed() > self._safe_until:  # it may have expired, and our work been taken over
                self._held_from = elapsed()
            self._safe_until = began + LEASE

    def _write(self, until: float) -> None:
        ours = leases.update().where(leases.c.executor == self._executor).values(until=until)
        with self._database.begin() as connection:
            if not connection.execute(ours).rowcount:
                row = {"executor": self._executor, "until": until}
                connection.execute(leases.insert().values(row))

    def recover(self) -> None:
        """Take over the work of dead processes."""
        with self._database.connect() as connection:
            others = sa.select(leases).where(leases.c.executor != self._executor)
            rows = [(row.executor, row.until) for row in connection.execute(others)]
        now = elapsed()
        # If we were suspended, so may others have been.
        seen = self._seen if now - self._looked <= LEASE else {}
        self._seen, self._looked = {each: seen.get(each, now) for each in rows}, now
        for executor, until in rows:
            if until == LEFT or now - self._seen[executor, until] > LEASE:
                self._recover_from(executor, until)

    def _recover_from(self, executor: str, until: float) -> None:
        """Take over a dead process's work, unless its lease was renewed or claimed meanwhile.

        Our claim is a new expiry, which lapses like any other if we die. In the end the lease is
        deleted, unless its process is alive after all and renewed it.
        """
        claim = time.time() + LEASE
        theirs = leases.c.executor == executor
        claimed = leases.update().where(theirs, leases.c.until == until).values(until=claim)
        with self._database.begin() as connection:
            if not connection.execute(claimed).rowcount:
                return
        log.info("lease.taken_over", dead=executor)
        self._take_over(executor, until != LEFT)
        with self._database.begin() as connection:
            connection.execute(leases.delete().where(theirs, leases.c.until == claim))


def alive(database: sa.Engine) -> int:
    """Return how many workers are alive, by this machine's clock."""
    valid = sa.select(sa.func.count()).where(leases.c.until >= time.time())
    with database.connect() as connection:
        return connection.scalar(valid) or 0


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
