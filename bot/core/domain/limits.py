"""How many meetings may be started within an hour."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """How many meetings may be asked for within an hour, by one person and in one space; 0: any."""

    person: int = 0
    space: int = 0


@dataclass(frozen=True)
class Full:
    """That a limit is reached.

    Args:
        most: the limit.
        space: whether it is that of the space, or else the person's.
    """

    most: int
    space: bool
