"""The `move` command: the same meeting at another time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.core import replies
from bot.core.conversations.meetings.changed_times import renew_all
from bot.core.conversations.requests.clarify import suggest_for
from bot.core.conversations.requests.meeting_choice import of_one_meeting
from bot.core.conversations.requests.meeting_questions import ask_for_zone
from bot.core.conversations.requests.request import Request
from bot.core.domain.commands import MeetingReference, Move
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Delivery, HostReason, Meeting
from bot.core.steps.last_word import LastWord
from bot.core.steps.step import Conversation
from bot.core.suggesting.remarks import hours_or_minutes
from bot.core.wording.texts import Text


@of_one_meeting
def move(command: Move, record: MeetingRecord, request: Request) -> Conversation:
    """Send everybody a new link for another time."""
    opens = _beginning(command, record.meeting)
    if command.zone_assumed:
        named = replace(command, which=replace(command.which, number=record.meeting.number))
        yield from ask_for_zone(request, opens, lambda zone: _in_zone(named, zone))
        return
    if both := _meanings(command, record.meeting, request):
        yield from suggest_for(record.meeting, both, request)
        return
    request = request.in_zone_of(opens)
    moved = record.meeting.moved_to(opens, command.minutes or record.meeting.minutes)
    refusal = _refusal(moved, record.meeting, request)
    if refusal:
        yield LastWord(refusal, request.places)
        return
    yield from _renew(moved, record, request)


def _meanings(command: Move, meeting: Meeting, request: Request) -> tuple[Move, ...]:
    """Return both meanings of a move that has two: `um 10`, `half an hour back`, `de 10h`."""
    said, command = request.own_words, replace(command, which=MeetingReference(meeting.number))
    number = hours_or_minutes(said) if command.clock else None
    if number is not None:
        return command, Move(by=number, which=command.which)
    if command.by and _BACK.search(said):
        return command, replace(command, by=-command.by)
    if said and _is_an_hour(command.by):
        hour = time(command.by // 60, tzinfo=request.zone)
        return Move(clock=hour, which=command.which), command
    return ()


_BACK = re.compile(r"\bmove\b.*\bback\b", re.IGNORECASE)
"""`Move it back` is later to some and earlier to others; `push it back` is later."""


def _is_an_hour(minutes: int) -> bool:
    """Return whether a length may be an hour of the day, as in `décale le rendez-vous de 10h`."""
    return minutes % 60 == 0 and 7 * 60 <= minutes <= 20 * 60


def _renew(moved: Meeting, record: MeetingRecord, request: Request) -> Conversation:
    shared = len(record.messages_to_forward)

    def pages(deliveries: Sequence[Delivery]) -> tuple[Text, ...]:
        doors = bool(request.installation.doors_at)
        return replies.moved(request.language, moved, deliveries, shared, request.zone, doors=doors)

    replaced = replies.replaced_by_moved
    yield from renew_all(moved, record, request, replaced, pages, reason=HostReason.MOVED)


def _beginning(command: Move, meeting: Meeting) -> datetime:
    """Return when the meeting is to begin; a time without a day is on its own day."""
    if command.opens:
        return command.opens
    if command.clock:
        day = meeting.opens.astimezone(command.clock.tzinfo).date()
        return datetime.combine(day, command.clock)
    return meeting.opens + timedelta(minutes=command.by)


def _in_zone(command: Move, zone: ZoneInfo) -> Move:
    opens = command.opens and command.opens.replace(tzinfo=zone)
    clock = command.clock and command.clock.replace(tzinfo=zone)
    return replace(command, opens=opens, clock=clock, zone_assumed=False)


def _refusal(moved: Meeting, meeting: Meeting, request: Request) -> Text | None:
    """Return why the meeting is not moved, or None."""
    t, installation = request.language, request.installation
    if moved.minutes > installation.most_minutes:
        return replies.too_long(t, installation.most_minutes)
    if moved.opens > request.at + timedelta(days=installation.horizon_days):
        return replies.too_far(t, installation.horizon_days)
    if moved.opens < request.at.astimezone(UTC).replace(second=0, microsecond=0):
        return replies.too_early(t, moved, request.zone)
    if (moved.opens, moved.expires) == (meeting.opens, meeting.expires):
        return replies.not_moved(t, meeting, request.zone)
    return None
