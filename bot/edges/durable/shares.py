"""Which worker takes which notices: those of one lane all go to the same one.

So what one person asks in one space is in one process, which knows its order, and nobody has to
ask the database whose it is. Whoever is alive is known from the leases.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from bot.core.incoming.notices import Notice

OVERDUE = 0.5
"""Seconds after which anybody takes a notice: whoever it was for is busy, frozen or dead."""


@dataclass(frozen=True)
class Share:
    """What one process takes.

    Args:
        first: which of the processes it is, from 0.
        number: how many there are.
    """

    first: int = 0
    number: int = 1

    @classmethod
    def of(cls, me: str, others: Iterable[str]) -> Share:
        """Return the share of a process by its name; all agree who know of the same ones."""
        names = sorted({me, *others})
        return cls(names.index(me), len(names))


def part(notice: Notice) -> int:
    """Return a number below 2**31 that is the same for all notices of one lane."""
    return zlib.crc32((notice.ordering_key or notice.key).encode()) & 0x7FFFFFFF
