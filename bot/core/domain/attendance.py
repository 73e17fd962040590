"""Who came to a meeting's door, and what a door shows them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.core.domain.doors import DoorState, Reply, Rsvp, Visitor, VisitorState
from bot.core.domain.meetings import Meeting, State


@dataclass(frozen=True)
class Attendance:
    """What is known of one guest at the door, who may not have come.

    Args:
        known_as: the guest's identity, or what the links of a shared door have in common.
        name: what to call them; empty for a visitor of a shared door who gave no name.
        id: identifies them at the door; 0 if they neither came nor answered.
        rsvp: their answer to the invitation; None for none.
        since: when they first pressed *Join*; None if they haven't.
        admitted: when a host let them in; None if nobody has.
        joined: when they last got a link; None if they haven't.
        link_until: when the last of their links stops working; None for none.
        reply: the host's latest answer to them; None for none.
        shared: whether they came to a shared door.
        language: what they read, as two letters; None if nobody chose one.
    """

    known_as: str = field(repr=False)
    name: str = field(default="", repr=False)
    id: int = 0
    rsvp: Rsvp | None = None
    since: datetime | None = None
    admitted: datetime | None = None
    joined: datetime | None = None
    link_until: datetime | None = None
    reply: Reply | None = None
    shared: bool = False
    language: str | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether they pressed *Join* and weren't let in; only counts where hosts let guests in."""
        return self.since is not None and self.admitted is None and self.joined is None

    def has_link(self, now: datetime) -> bool:
        """Return whether they have a link that still works."""
        return self.link_until is not None and self.link_until > now


def enters(meeting: Meeting, early_minutes: int) -> datetime:
    """Return when people can join: some minutes before the beginning."""
    return meeting.opens - timedelta(minutes=early_minutes)


def meeting_state(meeting: Meeting, early_minutes: int, now: datetime) -> DoorState:
    """Return whether a meeting can be joined."""
    if meeting.state is State.CANCELLED:
        return DoorState.CALLED_OFF
    if meeting.expires <= now:
        return DoorState.OVER
    return DoorState.EARLY if now < enters(meeting, early_minutes) else DoorState.OPEN


def door_state(meeting: Meeting, who: Attendance, early_minutes: int, now: datetime) -> DoorState:
    """Return what a guest's door shows.

    Args:
        meeting: the meeting.
        who: the guest.
        early_minutes: how many minutes early people can join.
        now: the time, aware.
    """
    state = meeting_state(meeting, early_minutes, now)
    if state is not DoorState.OPEN or not meeting.admit_first:
        return state
    if who.admitted:
        return DoorState.ADMITTED
    return DoorState.WAITING if who.is_waiting else DoorState.OPEN


def visitor_of(who: Attendance, meeting: Meeting) -> Visitor | None:
    """Return a guest as hosts see them; None if they haven't pressed *Join*."""
    if who.since is None:
        return None
    if who.joined:
        state = VisitorState.JOINED
    else:
        waits = meeting.admit_first and who.admitted is None
        state = VisitorState.WAITING if waits else VisitorState.ADMITTED
    return Visitor(str(who.id), who.name, who.since, state, who.reply)
