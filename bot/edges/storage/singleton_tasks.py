"""Tasks that one process of the installation does from time to time on behalf of all.

DBOS has schedules, but a task here can also become due early, when something was missed.
"""

from __future__ import annotations

import time

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from bot.edges.storage.tables import duties


class SingletonTasks:
    """Assigns tasks to processes, and records how far each task is done.

    Args:
        database: the installation's.
    """

    def __init__(self, database: sa.Engine) -> None:
        self._database = database

    def claim(self, name: str, seconds: float) -> bool:
        """Claim a task for some seconds; return whether this process got it.

        If the process dies, another can claim the task after that time.
        """
        now = time.time()
        free = sa.and_(duties.c.name == name, duties.c.until <= now)
        with self._database.begin() as connection:
            won = connection.execute(duties.update().where(free).values(until=now + seconds))
            if won.rowcount:
                return True
        return self._add(name, until=now + seconds)

    def done(self, name: str) -> float | None:
        """Return how far a task is done, in seconds since 1970; None if never."""
        with self._database.connect() as connection:
            found = sa.select(duties.c.done).where(duties.c.name == name)
            done: float | None = connection.execute(found).scalar_one_or_none()
        return done

    def note(self, name: str, done: float) -> None:
        """Record how far a task is done."""
        mine = duties.c.name == name
        with self._database.begin() as connection:
            if connection.execute(duties.update().where(mine).values(done=done)).rowcount:
                return
        self._add(name, done=done)

    def _add(self, name: str, until: float = 0.0, done: float | None = None) -> bool:
        try:
            with self._database.begin() as connection:
                connection.execute(duties.insert().values(name=name, until=until, done=done))
        except IntegrityError:
            return False  # another process was here first
        return True
