"""Takes back what was sent for a cancelled meeting, and tells its people."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import Any

from bot.core import replies
from bot.core.conversations.guest_messages import follow_up
from bot.core.conversations.message_removal import withdrawal_steps
from bot.core.conversations.minting import direct_chat_of
from bot.core.conversations.no_shows import who_came
from bot.core.conversations.notifications import Notification, notify
from bot.core.conversations.request import Request
from bot.core.domain.commands import Guest
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Delivery, Meeting, Way
from bot.core.replies.attendance_rows import doors_closed, links_closed
from bot.core.steps.ledger_steps import RecordDeliveries
from bot.core.steps.mail_steps import Mail, SendMail
from bot.core.steps.sms_steps import PhoneMessage, SendText, empty_message
from bot.core.steps.step import Conversation, Step, Together
from bot.core.steps.webex_steps import Say
from bot.core.wording.times import moment


def record_deliveries(
    request: Request, meeting: Meeting, deliveries: Sequence[Delivery]
) -> Generator[Step, Any, bool]:
    """Record deliveries; take them back and return False if the meeting was cancelled meanwhile.

    The cancellation couldn't know about them.
    """
    is_on: bool = yield RecordDeliveries(meeting.number, tuple(deliveries))
    if not is_on:
        yield from withdraw_and_tell(
            MeetingRecord(meeting, tuple(deliveries)), request, meeting.host_called
        )
    return is_on


def withdraw_and_tell(record: MeetingRecord, request: Request, requester: str) -> Conversation:
    """Withdraw messages with links, tell the people, and say who couldn't be told.

    Args:
        record: the meeting and its deliveries.
        request: the cancellation, or the request that came too late.
        requester: the name of the person who cancelled.
    """
    readers = request.readers
    yield Together(
        withdrawal_steps(record.link_messages, lambda each: replies.withdrawn(readers.of(each)))
    )
    informed = yield from notify(_in_chat(record, request, requester))
    reached = sum(map(record.has_link, record.invited))
    t, to_forward = request.language, len(record.messages_to_forward)
    came = yield from who_came(record.meeting, request.installation)
    inside = [each for each in came if each.has_link(request.at)]
    until = moment(t, record.meeting.last_link_ends, request.zone)
    is_host = record.may_host(request.requester.person_id)
    say_closed = doors_closed if is_host else links_closed
    closed = say_closed(t, inside, until) if came else ""
    said = replies.cancelled(t, record.meeting, reached, to_forward, request.zone, closed=closed)
    yield Say(said, request.places)
    # Last, since these services may be down for long.
    informed |= yield from notify([*_by_mail(record, request), *_by_phone(record, request)])
    missed = [
        who for who in record.invited if record.may_have_link(who) and who.identity not in informed
    ]
    if missed:
        yield Say(
            replies.tell_them(request.readers.host, record.meeting, missed), request.direct_chat
        )


def _in_chat(record: MeetingRecord, request: Request, requester: str) -> list[Notification]:
    readers, shown = request.readers, request.installation.public_view(record.meeting)
    guests = [each for each in record.invited if record.last_delivery(Way.DIRECT, each)]
    people = {each.identity: (each, readers.guest(each)) for each in guests}
    hosts = [each for each in record.hosts if each.person_id != request.requester.person_id]
    people |= {each.identity: (each, readers.host) for each in (*record.former_hosts, *hosts)}
    return [
        (
            who,
            Say(
                replies.cancelled_for_others(t, shown, requester, request.zone),
                (direct_chat_of(who),),
            ),
        )
        for who, t in people.values()
    ]


def _by_mail(record: MeetingRecord, request: Request) -> list[Notification]:
    return [
        (each, SendMail(_cancellation(record, each, request)))
        for each in record.invited
        if record.last_delivery(Way.MAIL, each)
    ]


def _by_phone(record: MeetingRecord, request: Request) -> list[Notification]:
    return [
        (each, SendText(_cancelling_text(record, each, request)))
        for each in record.invited
        if record.last_delivery(Way.PHONE, each)
    ]


def _cancelling_text(record: MeetingRecord, who: Guest, request: Request) -> PhoneMessage:
    empty = empty_message(record.meeting, who.phone, "cancel")
    shown = request.installation.public_view(record.meeting)
    return replies.cancellation_text(request.readers.guest(who), shown, request.zone, empty)


def _cancellation(record: MeetingRecord, who: Guest, request: Request) -> Mail:
    occasion = follow_up(record, who, request.installation, request.times(record.meeting), "cancel")
    shown = request.installation.public_view(record.meeting)
    return replies.cancellation_mail(request.readers.guest(who), shown, who, occasion)
