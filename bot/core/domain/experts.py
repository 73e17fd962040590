"""Groups of experts, and requests that whoever is free first takes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.core.domain.guests import Guest

ROUNDS = 3
"""How often each tier of a group is asked."""


@dataclass(frozen=True)
class Tier:
    """Who is asked at the same time.

    Args:
        room_id: a space whose members are asked; empty for none.
        people: who is asked in private.
    """

    room_id: str = ""
    people: tuple[Guest, ...] = ()


@dataclass(frozen=True)
class ExpertGroup:
    """A group of experts.

    Args:
        name: as people say it, in lower case.
        tiers: who is asked first, then who else.
        after: the minutes before the next tier is asked.
    """

    name: str
    tiers: tuple[Tier, ...]
    after: int = 2

    def admits(self, person_id: str, room_id: str) -> bool:
        """Return whether a person, who presses or writes in this space, belongs to the group."""
        return any(
            room_id == each.room_id or person_id in {who.person_id for who in each.people}
            for each in self.tiers
        )

    def tier_of(self, step: int) -> Tier | None:
        """Return who is asked at a step; None where whoever asked has to choose first.

        That is once everybody was asked in each round.
        """
        within = step % (ROUNDS * len(self.tiers) + 1)
        return self.tiers[within % len(self.tiers)] if within < ROUNDS * len(self.tiers) else None


@dataclass(frozen=True)
class ExpertCard:
    """A card that asks experts."""

    message_id: str
    room_id: str


@dataclass(frozen=True)
class ExpertRequest:
    """A request to a group.

    Args:
        number: the meeting's.
        group: the group's name.
        asked: when, aware.
        after: the minutes before the next tier is asked.
        step: counts on each time that a tier is asked; see `ExpertGroup.tier_of`.
        due: when the next tier is asked; None if whoever asked has to choose first.
        claimed_by: who took it; empty if nobody has.
        claimed: when it was taken.
        claim: identifies the claim: the same person may take it twice.
        confirmed: when the claimer last said that they come.
        closed: whether it was cancelled.
        note: by the last expert who gave it back.
        cards: those that stand.
    """

    number: int
    group: str
    asked: datetime
    after: int
    step: int = 0
    due: datetime | None = None
    claimed_by: str = ""
    claimed: datetime | None = None
    claim: str = field(default="", repr=False)
    confirmed: datetime | None = None
    closed: bool = False
    note: str = field(default="", repr=False)
    cards: tuple[ExpertCard, ...] = ()

    @property
    def is_free(self) -> bool:
        """Whether somebody can take it."""
        return not (self.claimed_by or self.closed)

    def next_due(self, at: datetime) -> datetime:
        """Return when the next tier is asked, if one is asked now."""
        return at + timedelta(minutes=self.after)
