"""The `extend` and `cancel` commands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.core import replies
from bot.core.conversations.ask import ask
from bot.core.conversations.cancellation import withdraw_and_tell
from bot.core.conversations.event_publishing import publish_change
from bot.core.conversations.link_renewal import (
    ReplacedMessages,
    everyone_with_a_link,
    replace_links,
    replaceable_messages,
)
from bot.core.conversations.meeting_choice import choose_meeting
from bot.core.conversations.meeting_tasks import tasks_for
from bot.core.conversations.receipts import send_receipt
from bot.core.conversations.request import Request
from bot.core.conversations.waiting_list import clear_waiting_list
from bot.core.domain.commands import Cancel, Extend
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Delivery
from bot.core.domain.program_events import EventType
from bot.core.replies import question_cards
from bot.core.steps.last_word import LastWord
from bot.core.steps.ledger_steps import CancelMeeting
from bot.core.steps.step import Conversation
from bot.core.wording.texts import Text


def extend(command: Extend, request: Request) -> Conversation:
    """Send everybody a new link that works for longer."""
    record = yield from choose_meeting(command, request)
    if record is None:
        return
    request = request.for_meeting(record.meeting)
    longer = record.meeting.with_end(record.meeting.expires + timedelta(minutes=command.minutes))
    if longer.minutes > request.installation.most_minutes:
        yield LastWord(
            replies.too_long(request.language, request.installation.most_minutes), request.places
        )
        return
    earlier = ReplacedMessages(replaceable_messages(record), replies.replaced_by_longer)
    due = tuple(tasks_for(longer, request))

    def pages(deliveries: Sequence[Delivery]) -> tuple[Text, ...]:
        return replies.extended(request.language, longer, deliveries, request.zone)

    everyone = everyone_with_a_link(record, request)
    sent = yield from replace_links(longer, request, everyone, earlier, pages, due=due)
    if sent is not None:
        yield from publish_change(EventType.MEETING_MOVED, longer, request)
        yield from send_receipt(request, longer, sent, pages)


def cancel(command: Cancel, request: Request) -> Conversation:
    """Cancel a meeting. Messages still being sent are taken back when they are recorded."""
    record = yield from choose_meeting(command, request)
    if record is None:
        return
    request = request.for_meeting(record.meeting)
    guests = sum(map(record.may_have_link, record.invited))
    if command.ask_first and guests:
        t, whose = request.language, request.asked_person
        card = question_cards.may_cancel(t, record.meeting, guests, whose)
        text, sentence = replies.may_cancel(t, record.meeting), f"cancel #{record.meeting.number}"
        yield from ask(request, text, card, choices=[sentence])
        return
    off: MeetingRecord = yield CancelMeeting(record.meeting.number)
    yield from publish_change(EventType.MEETING_CANCELLED, off.meeting, request)
    request = request.with_name(record.name_of_host(request.requester.person_id))
    yield from withdraw_and_tell(off, request, request.requester.called)
    yield from clear_waiting_list(off)
