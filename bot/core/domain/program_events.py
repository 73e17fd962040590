"""What programs are told about the meetings they asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from bot.core.domain.guests import Guest
from bot.core.domain.meetings import Meeting


class EventType(StrEnum):
    """What happened."""

    MEETING_CREATED = "meeting.created"
    MEETING_MOVED = "meeting.moved"
    MEETING_CANCELLED = "meeting.cancelled"
    MEETING_ENDED = "meeting.ended"
    GUEST_INVITED = "guest.invited"
    GUEST_HERE = "guest.here"
    GUEST_ADMITTED = "guest.admitted"
    GUEST_DECLINED = "guest.declined"
    GUEST_NO_SHOW = "guest.no_show"
    EXPERT_CLAIMED = "expert.claimed"
    EXPERT_ESCALATED = "expert.escalated"
    TEST = "test"


MEANINGS = {
    EventType.MEETING_CREATED: "the meeting was made",
    EventType.MEETING_MOVED: "it was moved to another time, or made longer",
    EventType.MEETING_CANCELLED: "it was cancelled",
    EventType.MEETING_ENDED: "it is over",
    EventType.GUEST_INVITED: "a guest was invited; `reached` says whether the invitation was sent",
    EventType.GUEST_HERE: "a guest pressed *Join* at their door",
    EventType.GUEST_ADMITTED: "a host let a waiting guest in",
    EventType.GUEST_DECLINED: "a guest said at their door that they can't come",
    EventType.GUEST_NO_SHOW: "a guest hasn't come ten minutes after the beginning",
    EventType.EXPERT_CLAIMED: "an expert took the request",
    EventType.EXPERT_ESCALATED: "nobody took the request, and the next experts were asked",
    EventType.TEST: "you asked for a test",
}


def checked_types(names: Iterable[str]) -> frozenset[str]:
    """Return the types of events with these names; a test is always told.

    Raises:
        ValueError: there is no such type.
    """
    found = frozenset(names)
    if unknown := found - set(known_types()):
        raise ValueError(
            f"There is no event {min(unknown)}. Events are {', '.join(known_types())}."
        )
    return found


def known_types() -> list[str]:
    """Return the types that a program can ask for."""
    return [str(each) for each in EventType if each is not EventType.TEST]


@dataclass(frozen=True)
class ProgramEvent:
    """Something that happened to a meeting. It names nobody, and has no link.

    Args:
        type: what happened.
        at: when, aware.
        occasion: tells two of the same type apart; the same in every replay.
        meeting: the meeting's number; 0 for a test.
        guest: the guest's id in the API; empty for none, or for a link that anybody may use.
        reached: whether an invitation was sent; None for other events.
    """

    type: EventType
    at: datetime
    occasion: str = field(repr=False)
    meeting: int = 0
    guest: str = ""
    reached: bool | None = None

    @property
    def id(self) -> str:
        """What it is known by, the same however often it is delivered."""
        what = f"{self.type}\n{self.meeting}\n{self.guest}\n{self.occasion}"
        return f"evt_{hashlib.sha256(what.encode()).hexdigest()[:32]}"

    @property
    def body(self) -> dict[str, Any]:
        """What a program is sent.

        https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
        """
        data: dict[str, Any] = {"meeting": str(self.meeting)} if self.meeting else {}
        data |= {"guest": self.guest} if self.guest else {}
        data |= {} if self.reached is None else {"reached": self.reached}
        at = self.at.astimezone(UTC).isoformat(timespec="milliseconds")
        return {"type": str(self.type), "timestamp": at.replace("+00:00", "Z"), "data": data}


def guest_id(meeting: Meeting, guest: Guest) -> str:
    """Return what a guest of a meeting is known by to programs, where no address may stand."""
    return visitor_id(meeting, guest.identity)


def visitor_id(meeting: Meeting, known_as: str) -> str:
    """Return the same for a guest of whom only the identity is known."""
    return hashlib.sha256(f"{meeting.sub}\n{known_as}".encode()).hexdigest()[:16]


@dataclass(frozen=True)
class EventEndpoint:
    """An address where a program wants to be told of events.

    Args:
        id: identifies it.
        program: the name of its program.
        url: the address, which may contain a password.
        types: what it is told; empty for everything.
        contact: the address of the person to tell when it is turned off; empty for nobody.
        made: when it was added.
        stopped: when it was turned off; None if it is on.
    """

    id: str
    program: str
    url: str = field(repr=False)
    types: frozenset[str] = frozenset()
    contact: str = field(default="", repr=False)
    made: datetime | None = None
    stopped: datetime | None = None


@dataclass(frozen=True)
class EventDelivery:
    """An event of the last days, and whether an endpoint has accepted it.

    Args:
        event: the event's id.
        type: what happened.
        at: when it happened.
        attempts: how often it was sent.
        status: the HTTP status of the latest answer; None for no answer.
        delivered: when it was accepted; None if it wasn't.
    """

    event: str
    type: str
    at: datetime
    attempts: int
    status: int | None = None
    delivered: datetime | None = None
