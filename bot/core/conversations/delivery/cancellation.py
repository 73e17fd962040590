"""Takes back what was sent for a cancelled meeting, and tells its people."""

from __future__ import annotations

from collections.abc import Container, Generator, Sequence
from dataclasses import replace
from typing import Any

from bot.core import replies
from bot.core.conversations.delivery.guest_news import GuestNews
from bot.core.conversations.delivery.message_removal import withdrawal_steps
from bot.core.conversations.delivery.minting import direct_chat_of
from bot.core.conversations.delivery.notifications import Notification, notify
from bot.core.conversations.delivery.who_came import who_came
from bot.core.conversations.requests.request import Request
from bot.core.domain.commands import Guest
from bot.core.domain.desks import desk_of
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Delivery, Meeting, Way
from bot.core.replies.attendance_rows import doors_closed, links_closed
from bot.core.steps.ledger_steps import RecordDeliveries
from bot.core.steps.mail_steps import SendMail
from bot.core.steps.sms_steps import SendText
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


def withdraw_and_tell(
    record: MeetingRecord, request: Request, requester: str, cards_in: Container[str] = ()
) -> Conversation:
    """Withdraw messages with links, tell the people, and say who couldn't be told.

    Args:
        record: the meeting and its deliveries.
        request: the cancellation, or the request that came too late.
        requester: the name of the person who cancelled.
        cards_in: the ids of spaces with a card of an expert request, where it is said anyway.
    """
    readers = request.readers
    yield Together(
        withdrawal_steps(record.link_messages, lambda each: replies.withdrawn(readers.of(each)))
    )
    informed = yield from notify(_in_chat(record, request, requester, cards_in))
    yield from _answer(record, request)
    # Last, since these services may be down for long.
    informed |= yield from notify(
        [each for way in (Way.MAIL, Way.PHONE) for each in _by(way, record, request, requester)]
    )
    missed = [
        who for who in record.invited if record.may_have_link(who) and who.identity not in informed
    ]
    if missed:
        yield Say(
            replies.tell_them(request.readers.host, record.meeting, missed), request.direct_chat
        )


def _answer(record: MeetingRecord, request: Request) -> Conversation:
    """Say that the meeting is cancelled, and which links still work."""
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


def _in_chat(
    record: MeetingRecord, request: Request, requester: str, cards_in: Container[str]
) -> list[Notification]:
    """Return what tells guests and the other hosts; who is both is told as a host."""
    told = {who.identity: (who, step) for who, step in _by(Way.DIRECT, record, request, requester)}
    hosts = [each for each in record.hosts if each.person_id != request.requester.person_id]
    shown = request.installation.public_view(record.meeting)
    said = replies.cancelled_for_others(request.readers.host, shown, requester, request.zone)
    former = [each for each in record.former_hosts if record.chat_with(each) not in cards_in]
    for each in (*former, *hosts, *_who_asked(record, request)):
        told[each.identity] = (each, Say(said, (direct_chat_of(each),)))
    return list(told.values())


def _who_asked(record: MeetingRecord, request: Request) -> list[Guest]:
    """Return who asked for the expert who cancels: they are no host."""
    meeting = record.meeting
    asked = Guest(meeting.host_id, meeting.host, meeting.host_name)
    by_somebody = meeting.expert_group and not (desk_of(meeting) or meeting.program)
    is_told = record.is_host(asked.person_id) or asked.person_id == request.requester.person_id
    return [asked] if by_somebody and not is_told else []


def _by(way: Way, record: MeetingRecord, request: Request, requester: str) -> list[Notification]:
    """Return what tells the guests who were invited by one way."""
    installation, times = request.installation, request.times(record.meeting)
    return [
        (who, _news(record, who, request, requester).by(way, who, record, installation, times))
        for who in record.invited
        if record.last_delivery(way, who)
    ]


def _news(record: MeetingRecord, who: Guest, request: Request, requester: str) -> GuestNews:
    t, zone = request.readers.guest(who), request.zone
    shown = request.installation.public_view(record.meeting)
    by_them = replace(shown, host_name=requester)
    return GuestNews(
        "cancel",
        mail=lambda occasion: SendMail(
            replies.cancellation_mail(t, shown, who, occasion, requester)
        ),
        text=lambda empty: SendText(replies.cancellation_text(t, by_them, zone, empty)),
        chat=lambda: Say(
            replies.cancelled_for_others(t, shown, requester, zone), (direct_chat_of(who),)
        ),
    )
