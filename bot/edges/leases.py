"""Who is alive: each process that runs conversations renews a lease in the database.

The engine leaves the work of a process that died where it was; whoever finds a lapsed lease puts
that work back into the queue. One clock decides: the database's.
"""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Callable

import sqlalchemy as sa
import structlog

from bot.edges.tables import leases

LEASE = 8.0
"""Seconds for which a lease holds; it is renewed four times as often."""

log = structlog.get_logger()


class Leases:
    """The lease of this process, and a watch over those of the others.

    Args:
        database: where the leases lie.
        executor: this process's own name.
        take_over: is given the name of a process that died; puts its work back into the queue.
    """

    def __init__(
        self, database: sa.Engine, executor: str, take_over: Callable[[str], None]
    ) -> None:
        self._database = database
        self._executor = executor
        self._take_over = take_over
        self._over = threading.Event()
        # Two threads, so that taking over much work never lets this process's own lease lapse.
        self._threads = [
            threading.Thread(target=self._every, args=(self._renew,), daemon=True),
            threading.Thread(target=self._every, args=(self._reap,), daemon=True),
        ]

    def take(self) -> None:
        """Write the first lease; before the engine starts, so that no work is ever without one."""
        with self._database.begin() as connection:
            connection.execute(
                leases.insert().values(
                    executor=self._executor,
                    place=socket.gethostname(),
                    pid=os.getpid(),
                    until=_now(connection) + LEASE,
                )
            )

    def keep(self) -> None:
        """Renew the lease and watch the others from now on."""
        for thread in self._threads:
            thread.start()

    def give_up(self) -> None:
        """Let the lease lapse at once, so that work left behind is taken over without a wait."""
        self._over.set()
        for thread in self._threads:
            if thread.ident:
                thread.join(LEASE)
        with self._database.begin() as connection:
            self._set_until(connection, self._executor, 0.0)

    def _every(self, task: Callable[[], None]) -> None:
        while not self._over.wait(LEASE / 4):
            try:
                task()
            except sa.exc.SQLAlchemyError as error:
                log.warning("lease.database_unreachable", error=type(error).__name__)

    def _renew(self) -> None:
        with self._database.begin() as connection:
            self._set_until(connection, self._executor, _now(connection) + LEASE)

    def _set_until(self, connection: sa.Connection, executor: str, until: float) -> None:
        mine = leases.c.executor == executor
        connection.execute(leases.update().where(mine).values(until=until))

    def _reap(self) -> None:
        for executor in self._dead():
            if self._claim(executor):
                log.info("lease.taken_over", dead=executor)
                self._take_over(executor)
                self._forget(executor)

    def _dead(self) -> list[str]:
        with self._database.begin() as connection:
            now = _now(connection)
            rows = connection.execute(
                sa.select(leases).where(leases.c.executor != self._executor)
            ).all()
        return [row.executor for row in rows if row.until < now or _vanished(row.place, row.pid)]

    def _claim(self, executor: str) -> bool:
        """Win the right to take over, for one lease's length: if we die over it, others may."""
        with self._database.begin() as connection:
            now = _now(connection)
            claim = sa.and_(leases.c.executor == executor, leases.c.place != f"claimed:{executor}")
            lapsed_claim = sa.and_(leases.c.executor == executor, leases.c.until < now)
            won = connection.execute(
                leases.update()
                .where(sa.or_(claim, lapsed_claim))
                .values(place=f"claimed:{executor}", until=now + LEASE)
            )
        return won.rowcount == 1

    def _forget(self, executor: str) -> None:
        with self._database.begin() as connection:
            connection.execute(leases.delete().where(leases.c.executor == executor))


def _now(connection: sa.Connection) -> float:
    if connection.dialect.name == "sqlite":
        # The file is on one machine, so that all its processes share this clock.
        days = connection.execute(sa.text("SELECT julianday('now')")).scalar_one()
        return (float(days) - 2440587.5) * 86400.0
    epoch = connection.execute(sa.text("SELECT extract(epoch FROM clock_timestamp())"))
    return float(epoch.scalar_one())


def _vanished(host: str, pid: int) -> bool:
    """On this host a process that is gone need not be waited for."""
    if host != socket.gethostname():
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
