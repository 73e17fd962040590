"""The `extend` and `cancel` commands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core import replies
from bot.core.conversations.delivery.cancellation import withdraw_and_tell
from bot.core.conversations.delivery.waiting_list import clear_waiting_list
from bot.core.conversations.expert_calls.desk_cancelling import cancel_call, find_free_call
from bot.core.conversations.expert_calls.expert_closing import close_request, spaces_with_cards
from bot.core.conversations.meetings.changed_times import renew_all
from bot.core.conversations.requests.ask import ask
from bot.core.conversations.requests.clarify import suggest_for
from bot.core.conversations.requests.event_publishing import publish_change
from bot.core.conversations.requests.meeting_choice import of_one_meeting
from bot.core.conversations.requests.meeting_questions import ask_for_zone
from bot.core.conversations.requests.request import Request
from bot.core.domain.commands import Cancel, Extend, MeetingReference
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Delivery, Meeting
from bot.core.domain.open_questions import GAP
from bot.core.domain.program_events import EventType
from bot.core.replies import question_cards
from bot.core.steps.last_word import LastWord
from bot.core.steps.ledger_steps import CancelMeeting
from bot.core.steps.step import Conversation
from bot.core.suggesting.remarks import (
    may_be_for_a_day,
    may_delete_a_thing,
    may_end_a_thing,
    speaks_of_lasting,
)
from bot.core.wording.texts import Text


@of_one_meeting
def extend(command: Extend, record: MeetingRecord, request: Request) -> Conversation:
    """Send everybody a new link that works for longer."""
    ends = _end(command, record.meeting)
    if command.zone_assumed:
        named = replace(command, which=MeetingReference(record.meeting.number))
        yield from ask_for_zone(request, ends, lambda zone: _in_zone(named, zone))
        return
    if _may_say_when(record.meeting, request):
        named = replace(command, which=MeetingReference(record.meeting.number))
        yield from suggest_for(record.meeting, [named], request)
        return
    if command.minutes == 0:
        request = request.in_zone_of(ends)
    if _is_no_later(ends, command, record.meeting):
        number = record.meeting.number
        text = replies.lasts_until(request.language, record.meeting, request.zone)
        yield from ask(request, text, sentence=f"extend #{number} until {GAP}")
        return
    longer = record.meeting.with_end(ends.astimezone(UTC))
    if longer.minutes > request.installation.most_minutes:
        yield LastWord(
            replies.too_long(request.language, request.installation.most_minutes), request.places
        )
        return
    yield from _renew(longer, record, request)


def _may_say_when(meeting: Meeting, request: Request) -> bool:
    """Return whether `30 more minutes` may tell when a meeting begins, which hasn't yet."""
    is_to_come = request.at < meeting.opens and bool(request.own_words)
    return is_to_come and not speaks_of_lasting(request.own_words)


def _renew(longer: Meeting, record: MeetingRecord, request: Request) -> Conversation:
    def pages(deliveries: Sequence[Delivery]) -> tuple[Text, ...]:
        return replies.extended(request.language, longer, deliveries, request.zone)

    yield from renew_all(longer, record, request, replies.replaced_by_longer, pages)


def _end(command: Extend, meeting: Meeting) -> datetime:
    """Return when the meeting is to end; a time without a day is the first after its end."""
    if command.until:
        return command.until
    if command.clock is None:
        return meeting.expires + timedelta(minutes=command.minutes)
    day = meeting.expires.astimezone(command.clock.tzinfo).date()
    ends = datetime.combine(day, command.clock)
    return ends if ends > meeting.expires else datetime.combine(day + _DAY, command.clock)


def _is_no_later(ends: datetime, command: Extend, meeting: Meeting) -> bool:
    """Return whether it does not last longer then, or only on the next day, by a guess."""
    longer = ends - meeting.expires
    is_next_day = ends.date() > meeting.expires.astimezone(ends.tzinfo).date()
    guessed = command.clock is not None and is_next_day
    return longer <= timedelta() or (guessed and longer > _LONGEST_GUESS)


_DAY = timedelta(days=1)
_LONGEST_GUESS = timedelta(hours=12)
"""How much longer a meeting may last if its new end is on the next day and that isn't said."""


def _in_zone(command: Extend, zone: ZoneInfo) -> Extend:
    until = command.until and command.until.replace(tzinfo=zone)
    clock = command.clock and command.clock.replace(tzinfo=zone)
    return replace(command, until=until, clock=clock, zone_assumed=False)


def cancel(command: Cancel, request: Request) -> Conversation:
    """Cancel a meeting of the requester's, or a call to their group that nobody has taken."""
    call = yield from find_free_call(command, request)
    if call:
        yield from cancel_call(command, call, request)
    else:
        yield from _cancel_own(command, request)


@of_one_meeting
def _cancel_own(command: Cancel, record: MeetingRecord, request: Request) -> Conversation:
    """Cancel a meeting. Messages still being sent are taken back when they are recorded."""
    guests = sum(map(record.may_have_link, record.invited))
    if guests and (command.ask_first or _may_be_remark(record.meeting, request)):
        t, whose = request.language, request.asked_person
        card = question_cards.may_cancel(t, record.meeting, guests, whose)
        text, sentence = replies.may_cancel(t, record.meeting), f"cancel #{record.meeting.number}"
        yield from ask(request, text, card, choices=[sentence])
        return
    off: MeetingRecord = yield CancelMeeting(record.meeting.number, request.at)
    yield from publish_change(EventType.MEETING_CANCELLED, off.meeting, request)
    request = request.with_name(record.name_of_host(request.requester.person_id))
    cards_in = yield from spaces_with_cards(off.meeting)
    yield from withdraw_and_tell(off, request, request.requester.called, cards_in)
    yield from clear_waiting_list(off)
    yield from close_request(off.meeting, request.installation.languages)


def _may_be_remark(meeting: Meeting, request: Request) -> bool:
    """Return whether the words may be about a thing, or for another day, than to cancel it now."""
    said = request.own_words
    may_be_thing = may_end_a_thing(said) or may_delete_a_thing(said)
    return (request.at < meeting.opens and may_be_thing) or may_be_for_a_day(said)
