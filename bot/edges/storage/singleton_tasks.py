"""Tasks that one process of the installation does from time to time on behalf of all.

DBOS has schedules, but a task here can also become due early, when something was missed.
"""

from __future__ import annotations

import time

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from bot.edges.storage.tables import singleton_tasks


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
        free = sa.and_(singleton_tasks.c.name == name, singleton_tasks.c.until <= now)
        with self._database.begin() as connection:
            taken = singleton_tasks.update().where(free).values(until=now + seconds)
            if connection.execute(taken).rowcount:
                return True
        return self._add(name, until=now + seconds)

    def done(self, name: str) -> float | None:
        """Return how far a task is done, in seconds since 1970; None if never."""
        with self._database.connect() as connection:
            found = sa.select(singleton_tasks.c.done).where(singleton_tasks.c.name == name)
            done: float | None = connection.execute(found).scalar_one_or_none()
        return done

    def note(self, name: str, done: float) -> None:
        """Record how far a task is done."""
        mine = singleton_tasks.c.name == name
        with self._database.begin() as connection:
            if connection.execute(singleton_tasks.update().where(mine).values(done=done)).rowcount:
                return
        self._add(name, done=done)

    def _add(self, name: str, until: float = 0.0, done: float | None = None) -> bool:
        try:
            with self._database.begin() as connection:
                task = singleton_tasks.insert().values(name=name, until=until, done=done)
                connection.execute(task)
        except IntegrityError:
            return False  # another process was here first
        return True
