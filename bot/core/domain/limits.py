"""How many meetings may be started within an hour."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """The most meetings within an hour, per person and per space; 0 for no limit."""

    per_person: int = 0
    per_space: int = 0


@dataclass(frozen=True)
class LimitReached:
    """A limit is reached.

    Args:
        limit: the limit.
        of_space: whether it is the space's limit, or else the person's.
    """

    limit: int
    of_space: bool
