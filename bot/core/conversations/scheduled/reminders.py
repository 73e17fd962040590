"""Reminds the people of a later meeting, each with a fresh link."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from bot.core import replies
from bot.core.conversations.delivery.guest_messages import OutgoingMessage
from bot.core.conversations.delivery.guest_news import GuestNews
from bot.core.conversations.delivery.message_removal import withdrawal_steps
from bot.core.conversations.delivery.minting import (
    DoorUse,
    Recipient,
    admitted_hosts,
    direct_chat_of,
    host_recipient,
    mint,
    with_doors,
)
from bot.core.conversations.requests.installation import Installation
from bot.core.conversations.requests.reader_languages import Readers
from bot.core.domain.commands import Guest
from bot.core.domain.errors import LinkLost, Trouble
from bot.core.domain.links import GuestLink, HostLink, Links
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Delivery, Meeting, Role, Way
from bot.core.steps.ledger_steps import MentionMeeting, RecordNewLinks
from bot.core.steps.mail_steps import SendReminder
from bot.core.steps.preference_steps import StoredPreferences
from bot.core.steps.sms_steps import SendText
from bot.core.steps.step import Conversation, Outcome, Posted, Send, Step, Together
from bot.core.steps.webex_steps import Place, Say, Space, TellHost
from bot.core.wording.times import Times


@dataclass(frozen=True)
class Reminder:
    """What the messages of one reminder have in common.

    Args:
        record: the meeting and its deliveries.
        installation: the settings.
        readers: the languages of its people.
        times: how its times are said.
    """

    record: MeetingRecord
    installation: Installation
    readers: Readers
    times: Times

    @property
    def shown(self) -> Meeting:
        """The meeting as its guests may see it."""
        return self.installation.public_view(self.record.meeting)


def remind(
    record: MeetingRecord, installation: Installation, recalled: StoredPreferences, now: datetime
) -> Conversation:
    """Remind everybody who has a link; without a fresh one if there are none to be had."""
    preferences = recalled.for_person(record.host_id)
    zone = ZoneInfo(preferences.with_fallback(installation.defaults).zone or "UTC")
    times = Times(zone, installation.open_early_minutes, record.meeting.minutes_since_start(now))
    reminder = Reminder(record, installation, Readers(installation.languages, preferences), times)
    recipients = list(_recipients(record, installation))
    if not recipients:
        return
    links = yield from _links(record, installation, recipients)
    messages = list(_messages(reminder, recipients, links))
    if links and links.lost:
        messages = [_if_lost(each, links) for each in messages]
    outcomes: tuple[Outcome, ...] = yield Together(tuple(each.step for each in messages))
    plain = zip(_messages(reminder, recipients, None), outcomes, strict=True)
    if again := [each.step for each, failure in plain if isinstance(failure, LinkLost)]:
        yield Together(tuple(again))  # the earlier link still works
    if links:
        deliveries = [_delivery(*each) for each in zip(messages, outcomes, strict=True)]
        fresh = [
            each for each in deliveries if each and (links.hosts or each.role is not Role.HOST)
        ]
        yield from _record(reminder, fresh)
    yield MentionMeeting(record.meeting.number, now)


def _links(
    record: MeetingRecord, installation: Installation, recipients: Sequence[Recipient]
) -> Generator[Step, Any, Links | None]:
    """Return fresh links; without any for hosts, guests' doors are still there."""
    how = DoorUse("reminder")
    try:
        return (yield from mint(record.meeting, installation, recipients, how))
    except Trouble:
        none = Links((), ())
    links = yield from with_doors(none, record.meeting, installation, recipients, how)
    return links if links.doors else None


def _if_lost(message: OutgoingMessage, links: Links) -> OutgoingMessage:
    """Return a message as it is sent after its link was lost in a crash; doors are not lost."""
    is_there = links.doors and message.recipient.role is not Role.HOST
    return message if is_there else message.without_link()


def _recipients(record: MeetingRecord, installation: Installation) -> Iterator[Recipient]:
    """Yield whom to remind, and how: in each way that reached them, but once in writing."""
    yield from (host_recipient(each) for each in admitted_hosts(record, installation))
    for who in record.invited:
        ways = [*record.ways_to(who)]
        if Way.DIRECT in ways and Way.MAIL in ways:
            ways.remove(Way.MAIL)
        if ways:
            places = (direct_chat_of(who),) if Way.DIRECT in ways else ()
            yield Recipient(Role.GUEST, who, places, tuple(ways))
    spaces = {each.room_id: each.guest for each in record.link_messages if each.way is Way.SPACE}
    for room_id, nobody in spaces.items():
        yield Recipient(Role.SPARE, nobody, _in_space(str(room_id), record.meeting), (Way.SPACE,))


def _in_space(room_id: str, meeting: Meeting) -> tuple[Place, ...]:
    thread = meeting.thread if meeting.room_id == room_id else None
    return (Space(room_id, thread), Space(room_id)) if thread else (Space(room_id),)


def _messages(
    reminder: Reminder, recipients: Sequence[Recipient], links: Links | None
) -> Iterator[OutgoingMessage]:
    hosts, guests = iter(links.hosts if links else ()), iter(links.guests if links else ())
    for to in recipients:
        if to.role is Role.HOST:
            yield OutgoingMessage(to, Way.DIRECT, _for_host(reminder, to.guest, next(hosts, None)))
        else:
            theirs = tuple(islice(guests, 1))
            for way in to.ways:
                step = _for_others(way, reminder, to, next(iter(theirs), None))
                yield OutgoingMessage(to, way, step, theirs)


def _for_host(reminder: Reminder, who: Guest, link: HostLink | None) -> Send:
    t, meeting, times = reminder.readers.host, reminder.record.meeting, reminder.times
    if link is None:
        return Say(replies.reminder_for_host(t, meeting, times), (direct_chat_of(who),))
    return TellHost(replies.reminder_with_host_link(t, meeting, link, times), who.person_id)


def _for_others(way: Way, reminder: Reminder, to: Recipient, link: GuestLink | None) -> Send:
    t, meeting, times = reminder.readers.guest(to.guest), reminder.record.meeting, reminder.times
    who, shown = to.guest, reminder.shown
    say = replies.reminder_in_space if way is Way.SPACE else replies.reminder_for_guest
    news = GuestNews(
        "remind",
        mail=lambda why: SendReminder(replies.reminder_mail(t, shown, who, link, why), meeting),
        text=lambda empty: SendText(replies.reminder_text(t, shown, link, times, empty), meeting),
        chat=lambda: Say(say(t, shown, link, times), to.places),
    )
    return news.by(way, who, reminder.record, reminder.installation, times)


def _delivery(message: OutgoingMessage, outcome: Outcome) -> Delivery | None:
    """Return the delivery of a fresh link; without one, the earlier link still works."""
    if not isinstance(outcome, Posted):
        return None
    to, is_host = message.recipient, message.recipient.role is Role.HOST
    return Delivery(
        to.role, to.guest, message.way, outcome.message_id, outcome.room_id, card=is_host
    )


def _record(reminder: Reminder, deliveries: Sequence[Delivery]) -> Conversation:
    """Record the deliveries; one link for everybody stays in each space, the fresh one."""
    record, readers = reminder.record, reminder.readers
    spaces = {each.room_id for each in deliveries if each.way is Way.SPACE}
    new = {each.message_id for each in deliveries}  # a replay may find these in the record
    earlier = [each for each in record.link_messages if each.message_id not in new]
    stale = [each for each in earlier if each.way is Way.SPACE and each.room_id in spaces]
    yield Together(
        withdrawal_steps(stale, lambda each: replies.replaced_by_newer(readers.of(each)))
    )
    ids = tuple(str(each.message_id) for each in stale)
    meeting = record.meeting
    is_on: bool = yield RecordNewLinks(meeting.number, meeting.expires, tuple(deliveries), ids)
    if not is_on:  # cancelled while the reminder went out
        fresh = MeetingRecord(meeting, tuple(deliveries)).link_messages
        yield Together(withdrawal_steps(fresh, lambda each: replies.withdrawn(readers.of(each))))
