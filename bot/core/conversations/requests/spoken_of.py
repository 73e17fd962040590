"""Finds the meetings that somebody may speak of, and the one that they cancelled just now."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.core.composing.names import CancelledMeeting, Invitation, OverMeeting, OwnMeeting
from bot.core.composing.spoken_meetings import MOST_MEETINGS, MentionableMeetings
from bot.core.conversations.requests.at_door_now import guests_at_door
from bot.core.conversations.requests.meeting_candidates import JUST_PAST, OfMeeting, find_candidates
from bot.core.conversations.requests.request import Request
from bot.core.domain.commands import Again, Cancel, Extend, MeetingReference, Move, Rename
from bot.core.domain.experts import ExpertGroup
from bot.core.domain.meeting_record import GuestInvitation, MeetingRecord
from bot.core.domain.meetings import Meeting
from bot.core.domain.open_questions import OPEN
from bot.core.parsing import grammar
from bot.core.steps.expert_steps import ReadGroups
from bot.core.steps.find_steps import (
    JUST_MADE,
    FindInvitations,
    FindMentioned,
    ListMeetings,
    ReadMeeting,
)
from bot.core.steps.step import Step, Together


def spoken_of(request: Request) -> Generator[Step, Any, MentionableMeetings]:
    """Return the meetings that may be spoken of here: in a space, those of the space."""
    of_place = yield from _of_place(request)
    here = [each for each in of_place if not each.is_over(request.at)]
    off = yield from _cancelled_last(of_place, request)
    cancelled = _cancelled(off, request) if off else None
    invited = yield from _invited(request)
    groups: tuple[ExpertGroup, ...] = yield ReadGroups()
    names = tuple(each.name for each in groups)
    over = _over(of_place, request)
    if not here:
        return MentionableMeetings(
            cancelled=cancelled, invitations=invited, groups=names, over=over
        )
    wanted = tuple(ReadMeeting(each.number) for each in here[:MOST_MEETINGS])
    read: Sequence[Any] = yield Together(wanted)
    records = [each for each in read if isinstance(each, MeetingRecord)]
    known = {each.meeting.number: _own(each, request) for each in records}
    unnamed: dict[str, tuple[OwnMeeting, ...]] = {}
    for kind, command in _OF_KIND.items():
        found = yield from find_candidates(command, request)
        numbers = [each.meeting.number for each in found]
        unnamed[kind] = tuple(known[each] for each in numbers if each in known)
    default = next(iter(unnamed["now"]), None)
    came = yield from guests_at_door(records, request)
    mine = tuple(known.values())
    return MentionableMeetings(
        mine, default, cancelled, invited, unnamed, groups=names, at_door=came, over=over
    )


def _over(of_place: Sequence[Meeting], request: Request) -> tuple[OverMeeting, ...]:
    """Return the meetings that are over and have a subject that may be known here."""
    over = [shown(each, request) for each in of_place if each.is_over(request.at)]
    return tuple(
        OverMeeting(each.number, each.subject, each.cancelled is not None)
        for each in over
        if each.subject
    )


_OF_KIND: Mapping[str, OfMeeting] = {
    "now": Extend(30),
    "new": Move(by=30),
    "change": Rename("-"),
    "cancel": Cancel(),
}
"""A command of each of the kinds in `grammar_sentences.KINDS`, which names no meeting."""


def _invited(request: Request) -> Generator[Step, Any, tuple[Invitation, ...]]:
    """Return the meetings of others to which the speaker is invited; in a direct chat only."""
    by = request.requester
    if not by.direct:
        return ()
    found: Sequence[GuestInvitation] = yield FindInvitations(by.person_id, by.email, request.at)
    return tuple(
        _invitation(request.installation.public_view(each.meeting), request)
        for each in found
        if each.meeting.host_id != by.person_id
    )


def _invitation(meeting: Meeting, request: Request) -> Invitation:
    opens, subject = meeting.opens.astimezone(request.zone), meeting.subject or ""
    return Invitation(meeting.number, meeting.host_called, meeting.host_id, subject, opens)


def cancelled_just_now(request: Request) -> Generator[Step, Any, Meeting | None]:
    """Return the meeting that was cancelled here just now, if no other was spoken of since."""
    of_place = yield from _of_place(request)
    return (yield from _cancelled_last(of_place, request))


def _cancelled_last(
    of_place: Sequence[Meeting], request: Request
) -> Generator[Step, Any, Meeting | None]:
    """Return the meeting that was cancelled just now, unless another was spoken of since."""
    off = _just_cancelled(of_place, request.at)
    if off is None or off.cancelled is None:
        return None
    who, since = request.requester.person_id, off.cancelled + JUST_MADE
    others: Sequence[MeetingRecord] = yield FindMentioned(who, request.room_id, since)
    return None if others else off


def _of_place(request: Request) -> Generator[Step, Any, list[Meeting]]:
    mine: tuple[Meeting, ...] = yield ListMeetings(
        request.requester.person_id, request.at - JUST_PAST
    )
    return [each for each in mine if request.room_id in (None, each.room_id)]


def _just_cancelled(of_place: Sequence[Meeting], at: datetime) -> Meeting | None:
    """Return the meeting that was cancelled just now, unless another one was made since."""
    made = max((each.made for each in of_place if each.made), default=at - OPEN)
    since = max(made, at - OPEN)
    off = [each for each in of_place if each.cancelled and each.cancelled > since]
    return max(off, key=lambda each: each.cancelled or since, default=None)


def _cancelled(off: Meeting, request: Request) -> CancelledMeeting:
    subject = shown(off, request).subject or ""
    return CancelledMeeting(off.number, subject, grammar.say(way_back(off, request)))


def way_back(off: Meeting, request: Request) -> Again:
    """Return the command that repeats a cancelled meeting, at its time unless that has begun."""
    which = MeetingReference(off.number)
    if off.opens <= request.at:
        return Again(which=which)
    return Again(off.opens.astimezone(request.zone), off.minutes, which)


def shown(meeting: Meeting, request: Request) -> Meeting:
    """Return a meeting with only what readers of the answer may know of it."""
    return meeting if request.in_private else request.installation.public_view(meeting)


def _own(record: MeetingRecord, request: Request) -> OwnMeeting:
    """Return what readers of the answer may know of a meeting."""
    meeting = shown(record.meeting, request)
    opens = meeting.opens.astimezone(request.zone)
    clock = f"{opens:%H:%M}" if meeting.planned else ""
    subject = meeting.subject or ""
    return OwnMeeting(meeting.number, subject, record.invited, clock, opens, meeting.made)
