"""Tells the program that asked for a meeting what happened to it, if a program asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from bot.core.conversations.requests.request import Request
from bot.core.domain.attendance import Attendance
from bot.core.domain.guests import Guest
from bot.core.domain.meetings import Delivery, Meeting, Role
from bot.core.domain.program_events import EventType, ProgramEvent, guest_id, visitor_id
from bot.core.steps.event_steps import PublishEvents
from bot.core.steps.step import Conversation


def publish(meeting: Meeting, events: Iterable[ProgramEvent]) -> Conversation:
    """Publish events about a program's meeting; repeating it changes nothing."""
    if meeting.program and (found := tuple(events)):
        yield PublishEvents(meeting.program, found)


def publish_change(type_: EventType, meeting: Meeting, request: Request) -> Conversation:
    """Publish what a request did to a meeting."""
    yield from publish(meeting, [_of_request(type_, meeting, request)])


def publish_invitations(
    meeting: Meeting, deliveries: Sequence[Delivery], request: Request
) -> Conversation:
    """Publish who was invited by a request, and whether they were reached."""
    ways: dict[str, list[Delivery]] = {}
    for each in deliveries:
        if each.role is Role.GUEST:
            ways.setdefault(guest_id(meeting, each.guest), []).append(each)
    yield from publish(meeting, _invitations(ways, meeting, request))


def at_door(
    type_: EventType, meeting: Meeting, who: Attendance, at: datetime, invited: Sequence[Guest]
) -> ProgramEvent:
    """Return what a guest did at a meeting's door, or what was done there about them.

    Args:
        type_: what happened.
        meeting: the meeting.
        who: the guest.
        at: when, aware.
        invited: the meeting's guests; programs don't know anybody who came by another link.
    """
    known = any(each.identity == who.known_as for each in invited)
    guest = visitor_id(meeting, who.known_as) if known else ""
    answered = "" if who.rsvp is None else who.rsvp
    return ProgramEvent(type_, at, f"{who.id} {answered} {meeting.moves}", meeting.number, guest)


def _of_request(type_: EventType, meeting: Meeting, request: Request) -> ProgramEvent:
    return ProgramEvent(type_, request.at, request.seed, meeting.number)


def _invitations(
    ways: dict[str, list[Delivery]], meeting: Meeting, request: Request
) -> Iterator[ProgramEvent]:
    for guest, theirs in ways.items():
        reached = any(each.trouble is None for each in theirs)
        invited = EventType.GUEST_INVITED
        yield ProgramEvent(invited, request.at, request.seed, meeting.number, guest, reached)
