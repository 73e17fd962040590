"""Groups of experts, and requests that whoever is free first takes."""

from __future__ import annotations

from dataclasses import dataclass
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
        """Return who is asked at a step; None once everybody was asked in each round."""
        return self.tiers[step % len(self.tiers)] if step < ROUNDS * len(self.tiers) else None


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
        claimed_by: who took it; empty if nobody has.
        claimed: when it was taken.
        cards: those that stand.
    """

    number: int
    group: str
    asked: datetime
    after: int
    claimed_by: str = ""
    claimed: datetime | None = None
    cards: tuple[ExpertCard, ...] = ()

    def due_at(self, step: int) -> datetime:
        """Return when the tier of a step is asked."""
        return self.asked + timedelta(minutes=self.after * step)

    def step_at(self, due: datetime) -> int:
        """Return the step that is due then."""
        return round((due - self.asked) / timedelta(minutes=self.after))
