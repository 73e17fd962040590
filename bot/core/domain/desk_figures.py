"""How requests to groups of experts went: figures of groups and days, never of people."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from math import ceil


@dataclass(frozen=True)
class RequestOutcome:
    """What became of one request.

    Args:
        group: whom it was made to.
        asked: when, aware.
        taken: when somebody took it first; None if nobody has.
        is_over: whether it ended or was cancelled.
        escalated: whether more than the first tier was asked.
        given_back: how often it was given back.
    """

    group: str
    asked: datetime
    taken: datetime | None = None
    is_over: bool = False
    escalated: bool = False
    given_back: int = 0


@dataclass(frozen=True)
class GroupFigures:
    """The figures of a group.

    Args:
        group: its name.
        asked: how many requests were made.
        waits: for each that was taken, the seconds until then, the shortest first.
        unclaimed: how many ended before anybody took them.
        escalated: for how many more than the first tier was asked.
        given_back: how often one was given back.
    """

    group: str
    asked: int
    waits: tuple[float, ...] = ()
    unclaimed: int = 0
    escalated: int = 0
    given_back: int = 0

    @property
    def taken(self) -> int:
        """How many were taken."""
        return len(self.waits)

    @property
    def waiting(self) -> int:
        """How many still wait for somebody to take them."""
        return self.asked - self.taken - self.unclaimed

    def within(self, percent: int) -> float:
        """Return the seconds within which this percentage was taken; 0 if none was."""
        return self.waits[ceil(len(self.waits) * percent / 100) - 1] if self.waits else 0.0


def figures_of(outcomes: Iterable[RequestOutcome]) -> tuple[GroupFigures, ...]:
    """Return the figures of each group that was asked, by name."""
    of_group: dict[str, list[RequestOutcome]] = {}
    for each in outcomes:
        of_group.setdefault(each.group, []).append(each)
    return tuple(_figures(name, some) for name, some in sorted(of_group.items()))


def _figures(group: str, some: list[RequestOutcome]) -> GroupFigures:
    waits = sorted((each.taken - each.asked).total_seconds() for each in some if each.taken)
    return GroupFigures(
        group,
        len(some),
        tuple(waits),
        sum(each.is_over and not each.taken for each in some),
        sum(each.escalated for each in some),
        sum(each.given_back for each in some),
    )
