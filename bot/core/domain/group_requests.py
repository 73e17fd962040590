"""Requests to groups of experts, each taken by the expert who is free first."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta


@dataclass(frozen=True)
class ExpertCard:
    """A card that asks experts.

    Args:
        message_id: its message.
        room_id: where it is.
        language: what is read there, as two letters; empty if that isn't known.
    """

    message_id: str
    room_id: str
    language: str = ""


@dataclass(frozen=True)
class ExpertRequest:
    """A request to a group.

    Args:
        number: the meeting's.
        group: the group's name.
        asked: when, aware.
        after: the minutes before the next tier is asked.
        step: counts on each time that a tier is asked; see `ExpertGroup.tier_of`.
        due: when the next tier is asked; None if the requester has to choose first.
        claimed_by: who took it; empty if nobody has.
        claimed: when it was taken.
        claim: identifies the claim: the same person may take it twice.
        confirmed: when the claimer last said that they come.
        closed: whether it was cancelled.
        note: by the last expert who gave it back.
        cards: those that stand.
        later: who of the tier is asked a little later than the others.
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
    later: tuple[str, ...] = ()

    @property
    def is_free(self) -> bool:
        """Whether somebody can take it."""
        return not (self.claimed_by or self.closed)

    def next_due(self, at: datetime) -> datetime:
        """Return when the next tier is asked, if one is asked now.

        That is another second than before: a task at the same time would be the same task.
        """
        then = at + timedelta(minutes=self.after)
        return max(then, self.due + timedelta(seconds=1)) if self.due else then
