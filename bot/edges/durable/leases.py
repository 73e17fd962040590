"""Who is alive: each process that runs conversations renews a lease in the database.

The engine leaves the work of a process that died where it was; whoever finds a lapsed lease puts
that work back into the queue. One clock decides: the database's; where that is set anew, a lease
that goes on being renewed is no lapsed one, and one that is not renewed lapses all the same.
"""

from __future__ import annotations

import os
import socket
import threading
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlalchemy as sa
import structlog

from bot.edges.durable.clocks import elapsed, told_by
from bot.edges.durable.shares import Share
from bot.edges.storage.tables import leases

LEASE = 8.0
"""Seconds for which a lease holds; it is renewed four times as often."""

NOWHERE = ""
"""The place of a lease that a reaper claimed: nobody looks for its process any more."""

LEFT = 0.0
"""Until when a lease holds whose process left of its own accord."""

# Built once: building a statement costs more than running it.
_MINE = leases.c.executor == sa.bindparam("mine")
_RENEW = leases.update().where(_MINE, leases.c.place != NOWHERE).values(until=sa.bindparam("end"))
_OTHERS = sa.select(leases).where(leases.c.executor != sa.bindparam("mine"))

log = structlog.get_logger()


class Leases:
    """The lease of this process, and a watch over those of the others.

    Args:
        database: where the leases lie.
        executor: this process's own name.
        take_over: is given the name of a process that died; puts its work back into the queue.
            It may be called twice for the same one.
    """

    def __init__(
        self, database: sa.Engine, executor: str, take_over: Callable[[str], None]
    ) -> None:
        self._database = database
        self._executor = executor
        self._take_over = take_over
        self._held_from = self._safe_until = 0.0
        self._seen: dict[str, tuple[float, float]] = {}
        """Until when each of the others is, and since when it is that."""
        self.share = Share()
        # Two threads, so that taking over much work never lets this process's own lease lapse.
        self._renewing = _Regularly("lease", self.renew)
        self._reaping = _Regularly("reaper", self.reap)

    def keep(self) -> None:
        """Renew the lease and watch the others from now on."""
        self._renewing.start()
        self._reaping.start()

    def look_away(self) -> None:
        """Take nothing over any more."""
        self._reaping.stop()

    def give_up(self) -> None:
        """Let the lease lapse at once, so that work left behind is taken over without a wait."""
        self._renewing.stop()
        _try(self._let_lapse)

    def _let_lapse(self) -> None:
        with self._database.begin() as connection:
            self._holds_until(connection, LEFT)

    def held_since(self, moment: float) -> bool:
        """Return whether nobody can have taken this process for dead since `moment`.

        Args:
            moment: by `elapsed`.
        """
        return self._held_from <= moment and elapsed() < self._safe_until

    def renew(self) -> None:
        """Write the lease.

        The first one is written before the engine starts, so that no work is ever without one.
        A process that was frozen and taken for dead finds none, or one that a reaper claimed, and
        writes it anew.
        """
        began = elapsed()
        with self._database.begin() as connection:
            until = told_by(connection) + LEASE
            if lost := not self._holds_until(connection, until):
                connection.execute(leases.delete().where(_MINE), {"mine": self._executor})
                row = {"executor": self._executor, "place": PLACE, "pid": os.getpid()}
                connection.execute(leases.insert().values(until=until, **row))
        if lost or began > self._safe_until:
            self._held_from = began
        self._safe_until = began + LEASE

    def _holds_until(self, connection: sa.Connection, until: float) -> bool:
        """Renew what nobody claimed meanwhile; return whether there was such a lease."""
        given = {"mine": self._executor, "end": until}
        return connection.execute(_RENEW, given).rowcount > 0

    def reap(self) -> None:
        """Take over what the dead left."""
        for executor, until in self._dead():
            claim = self._claim(executor, until)
            if claim:
                log.info("lease.taken_over", dead=executor)
                self._take_over(executor)
                self._forget(executor, claim)

    def _dead(self) -> list[tuple[str, float]]:
        with self._database.begin() as connection:
            now = told_by(connection)
            rows = connection.execute(_OTHERS, {"mine": self._executor}).all()
        before, self._seen = self._seen, {each.executor: self._since(each) for each in rows}
        unchanged = {name for name, seen in self._seen.items() if before.get(name) == seen}
        dead = [row for row in rows if self._is_dead(row, now, unchanged)]
        alive = [row.executor for row in rows if row not in dead and row.place != NOWHERE]
        self.share = Share.of(self._executor, alive)
        return [(row.executor, row.until) for row in dead]

    def _since(self, row: sa.Row[Any]) -> tuple[float, float]:
        seen = self._seen.get(row.executor)
        return seen if seen and seen[0] == row.until else (row.until, elapsed())

    def _is_dead(self, row: sa.Row[Any], now: float, unchanged: set[str]) -> bool:
        """By a clock that is set forward all leases seem lapsed; set back, it lets none lapse."""
        if row.until == LEFT or _vanished(row.place, row.pid):
            return True
        lapsed = row.until < now or elapsed() - self._seen[row.executor][1] > LEASE
        return lapsed and row.executor in unchanged

    def _claim(self, executor: str, until: float) -> float | None:
        """Win the right to take over until the returned moment: if we die over it, others may.

        A lease that changed since it was found dead has been renewed, or claimed by another.
        """
        with self._database.begin() as connection:
            claim = told_by(connection) + LEASE
            won = connection.execute(
                leases.update()
                .where(leases.c.executor == executor, leases.c.until == until)
                .values(place=NOWHERE, until=claim)
            )
        return claim if won.rowcount else None

    def _forget(self, executor: str, claim: float) -> None:
        """Delete the lease, unless its process turned out to be alive and renewed it."""
        with self._database.begin() as connection:
            connection.execute(
                leases.delete().where(leases.c.executor == executor, leases.c.until == claim)
            )


def alive(database: sa.Engine) -> int:
    """Return how many processes serve, as far as can be told from here."""
    with database.connect() as connection:
        now = told_by(connection)
        rows = connection.execute(sa.select(leases)).all()
    others = (row for row in rows if row.pid != os.getpid())
    here = any(row.pid == os.getpid() and row.place == PLACE for row in rows)
    living = [row for row in others if row.until >= now and not _vanished(row.place, row.pid)]
    return here + len(living)


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


def _try(task: Callable[[], None]) -> None:
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
    """In this place a process that is gone need not be waited for."""
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
