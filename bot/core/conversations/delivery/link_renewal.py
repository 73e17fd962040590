"""Renews links: everybody gets a new one, and the messages with the old ones are taken back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.core.conversations.delivery.cancellation import withdraw_and_tell
from bot.core.conversations.delivery.links_held_back import waiting_among
from bot.core.conversations.delivery.message_delivery import SendResult, send
from bot.core.conversations.delivery.message_removal import withdrawal_steps
from bot.core.conversations.delivery.minting import (
    Recipient,
    admitted_hosts,
    guest_recipient,
    host_recipient,
    mint_or_explain,
    recipients_to_forward,
)
from bot.core.conversations.delivery.sharing_with_hosts import ReceiptPages
from bot.core.conversations.requests.request import Request
from bot.core.domain.commands import Guest
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Delivery, HostReason, Meeting, Role, Way
from bot.core.steps.ledger_steps import RecordNewLinks, Schedule, ScheduledTask
from bot.core.steps.step import Step, Together
from bot.core.steps.webex_steps import Space
from bot.core.wording.languages import Language
from bot.core.wording.texts import Text


@dataclass(frozen=True)
class ReplacedMessages:
    """The messages whose links are replaced.

    Args:
        messages: the deliveries of these messages.
        new_text: returns the text that replaces them, in the reader's language.
    """

    messages: Iterable[Delivery]
    new_text: Callable[[Language], Text]


def replace_links(
    meeting: Meeting,
    request: Request,
    recipients: Sequence[Recipient],
    earlier: ReplacedMessages,
    receipt: ReceiptPages | None,
    *,
    due: tuple[ScheduledTask, ...] = (),
    renew: bool = False,
) -> Generator[Step, Any, SendResult | None]:
    """Send new links to `meeting`; None if that failed, and the requester was told.

    The caller finishes late messages.
    """
    links = yield from mint_or_explain(meeting, request, recipients, renew=renew)
    if links is None:
        return None
    sent = yield from send(request, meeting, recipients, links, receipt)
    ids = yield from _withdrawn(earlier, request)
    moved = meeting if meeting.moves else None
    is_on: bool = yield RecordNewLinks(meeting.number, meeting.expires, sent.deliveries, ids, moved)
    if is_on:
        yield Schedule(due)
        return sent
    yield from withdraw_and_tell(
        MeetingRecord(meeting, sent.deliveries), request, meeting.host_called
    )
    return None


def _withdrawn(
    earlier: ReplacedMessages, request: Request
) -> Generator[Step, Any, tuple[str, ...]]:
    """Take back the links of earlier messages; return the messages' ids."""
    gone, readers = list(earlier.messages), request.readers
    yield Together(withdrawal_steps(gone, lambda each: earlier.new_text(readers.of(each))))
    return tuple(str(each.message_id) for each in gone)


def everyone_with_a_link(record: MeetingRecord, request: Request) -> list[Recipient]:
    """Return a recipient for every person and place that has a link."""
    waiting = waiting_among(record.invited, record, request)
    invited = [each for each in record.invited if each not in waiting]
    guests = [_guest_again(each, record, request) for each in invited]
    return [*host_recipients(record, request), *guests, *unassigned_recipients(record, request)]


def host_recipients(record: MeetingRecord, request: Request) -> list[Recipient]:
    """Return a recipient for each host who may still use the bot."""
    hosts = admitted_hosts(record, request.installation)
    return [host_recipient(each, HostReason.AGAIN) for each in hosts]


def unassigned_recipients(record: MeetingRecord, request: Request) -> list[Recipient]:
    """Return recipients for links that belong to no single person: in spaces, and spare ones."""
    admitted = {each.identity for each in admitted_hosts(record, request.installation)}
    shared = [each for each in record.link_messages if each.way is Way.HANDED]
    handed_on = [each for each in shared if each.role is not Role.GUEST]
    counts = Counter((each.role, record.host_in(each.room_id)) for each in handed_on)
    to_hand_on = [
        recipients_to_forward(role, number, request, to if to and to.identity in admitted else None)
        for (role, to), number in counts.items()
    ]
    return [
        *(_anybody(each, record.meeting) for each in record.link_messages if _is_for_anybody(each)),
        *(each for some in to_hand_on for each in some),
    ]


def replaceable_messages(record: MeetingRecord) -> list[Delivery]:
    """Return the deliveries that renewal replaces, without people who left the meeting."""
    gone = (Role.FORMER, Role.REMOVED)
    return [each for each in record.link_messages if each.role not in gone]


def unassigned_messages(record: MeetingRecord) -> list[Delivery]:
    """Return the deliveries of links that belong to no single person."""
    return [
        each for each in record.link_messages if each.way is Way.HANDED or _is_for_anybody(each)
    ]


def _guest_again(who: Guest, record: MeetingRecord, request: Request) -> Recipient:
    """Return a guest as a recipient; their first email invites them."""
    again = any(record.last_delivery(way, who) for way in (Way.MAIL, Way.PHONE))
    return replace(guest_recipient(who, request.installation), again=again)


def _is_for_anybody(each: Delivery) -> bool:
    return each.role is Role.SPARE and each.way is not Way.HANDED and each.room_id is not None


def _anybody(carrier: Delivery, meeting: Meeting) -> Recipient:
    room_id = str(carrier.room_id)
    in_thread = meeting.thread is not None and meeting.room_id == room_id
    thread = (Space(room_id, meeting.thread),) if in_thread else ()
    return Recipient(Role.SPARE, carrier.guest, (*thread, Space(room_id)), (carrier.way,))
