"""How many meetings may be started within an hour."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """The most meetings within an hour, per person and per space; 0 for no limit."""

    person: int = 0
    space: int = 0


@dataclass(frozen=True)
class Full:
    """A limit is reached.

    Args:
        most: the limit.
        space: whether it is the space's limit, or else the person's.
    """

    most: int
    space: bool
