"""Remembers for some minutes who has an email address, since programs ask for the same hosts."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable

from bot.core.domain.commands import Guest
from bot.core.steps.webex_steps import ReadPerson

REMEMBERED = 300.0
"""Seconds."""

MOST = 1000
"""People remembered at a time; the one that was read first is forgotten first."""


class PeopleByAddress:
    """Reads people, and remembers those who were asked for by address. Threads may share it.

    Args:
        read: asks Webex.
        clock: returns seconds that only grow.
    """

    def __init__(
        self, read: Callable[[ReadPerson], Guest], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._read, self._clock = read, clock
        self._known: OrderedDict[str, tuple[Guest, float]] = OrderedDict()
        self._lock = threading.Lock()

    def read_person(self, step: ReadPerson) -> Guest:
        """Return a person.

        Raises:
            Trouble: Webex doesn't know them, or doesn't answer.
        """
        if step.person_id:
            return self._read(step)
        with self._lock:
            found, until = self._known.get(step.email, (None, 0.0))
        if found and self._clock() < until:
            return found
        person = self._read(step)
        with self._lock:
            self._known[step.email] = person, self._clock() + REMEMBERED
            self._known.move_to_end(step.email)
            while len(self._known) > MOST:
                self._known.popitem(last=False)
        return person
