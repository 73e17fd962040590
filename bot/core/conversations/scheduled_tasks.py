"""Reminders, and cleaning up after a meeting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.core import replies
from bot.core.conversations.guest_messages import follow_up
from bot.core.conversations.message_removal import withdrawal_steps
from bot.core.conversations.minting import direct_chat_of
from bot.core.conversations.reader_languages import Readers
from bot.core.conversations.request import Installation
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Delivery, Meeting, State, Way
from bot.core.steps.find_steps import ReadMeeting
from bot.core.steps.ledger_steps import MarkWithdrawn, ScheduledTask
from bot.core.steps.mail_steps import SendReminder
from bot.core.steps.preference_steps import ReadPreferences, StoredPreferences
from bot.core.steps.sms_steps import SendText, empty_message
from bot.core.steps.step import Conversation, ReadClock, Together
from bot.core.steps.webex_steps import Place, Say, Space
from bot.core.wording.texts import Text
from bot.core.wording.times import Times


def run_scheduled_task(errand: ScheduledTask, installation: Installation) -> Conversation:
    """Run a due task, unless its meeting was extended or cancelled meanwhile."""
    record: MeetingRecord | None = yield ReadMeeting(errand.number)
    if record is None or record.meeting.state is State.CANCELLED:
        return
    if errand.kind == "remind":
        yield from _remind(record, installation)
    elif errand.kind == "tidy":
        yield from _tidy(record, errand.due, installation)


def _remind(record: MeetingRecord, installation: Installation) -> Conversation:
    """Remind the hosts, and once everybody else in Webex; links are not sent again."""
    meeting = record.meeting
    now = datetime.fromtimestamp((yield ReadClock()), UTC)
    if meeting.is_over(now):
        return  # no process ran in time
    recalled: StoredPreferences = yield ReadPreferences(meeting.room_id, record.host_id)
    usual = recalled.for_person(record.host_id)
    readers = Readers(installation.languages, usual)
    zone = ZoneInfo(usual.with_fallback(installation.defaults).zone or "UTC")
    times = Times(zone, installation.open_early_minutes, meeting.minutes_since_start(now))
    mails = [
        replies.reminder_mail(
            readers.guest(each),
            installation.public_view(meeting),
            each,
            follow_up(record, each, installation, times, "remind"),
        )
        for each in record.invited
        if record.has_link_by_mail_only(each)
    ]
    by_mail = [SendReminder(each, meeting) for each in mails]
    texts = _texts(record, readers, times)
    yield Together((*_reminders(record, readers, installation, times), *by_mail, *texts))


def _texts(record: MeetingRecord, readers: Readers, times: Times) -> Iterator[SendText]:
    meeting = record.meeting
    for who in record.invited:
        if record.last_delivery(Way.PHONE, who):
            empty = empty_message(meeting, who.phone, "remind")
            text = replies.reminder_text(readers.guest(who), meeting, times, empty)
            yield SendText(text, meeting)


def _reminders(
    record: MeetingRecord, readers: Readers, installation: Installation, times: Times
) -> Iterator[Say]:
    meeting, shown = record.meeting, installation.public_view(record.meeting)
    for_host = replies.reminder_for_host(readers.host, meeting, times)
    for who in record.hosts:
        yield Say(for_host, (direct_chat_of(who),))
    for who in record.invited:
        if record.last_delivery(Way.DIRECT, who):
            text = replies.reminder_for_guest(readers.guest(who), shown, times)
            yield Say(text, (direct_chat_of(who),))
    spaces = {each.room_id: each.guest for each in record.link_messages if each.way is Way.SPACE}
    for room_id, nobody in spaces.items():
        text = replies.reminder_in_space(readers.guest(nobody), shown, times)
        yield Say(text, _in_space(str(room_id), meeting))


def _in_space(room_id: str, meeting: Meeting) -> tuple[Place, ...]:
    thread = meeting.thread if meeting.room_id == room_id else None
    return (Space(room_id, thread), Space(room_id)) if thread else (Space(room_id),)


def _tidy(record: MeetingRecord, end: datetime, installation: Installation) -> Conversation:
    """Remove links and buttons that no longer work from messages.

    If the meeting was extended, only former hosts' links have ended: they got no new ones.
    """
    meeting, gone, formers = record.meeting, record.expired_by(end), record.former_hosts_until(end)
    hosts = record.hosts if meeting.is_over(end) else ()
    if not (hosts or gone or formers):
        return
    recalled: StoredPreferences = yield ReadPreferences(meeting.room_id, record.host_id)
    readers = Readers(installation.languages, recalled.for_person(record.host_id))
    expired = replies.expired_for_host(readers.host, meeting)
    handed_over = replies.expired_for_former_host(readers.host, meeting)
    notes = [Say(expired, (direct_chat_of(each),)) for each in hosts]
    notes += [Say(handed_over, (direct_chat_of(each),)) for each in formers]
    yield Together(tuple(notes))
    own = record.messages_to_forward  # spare links are in the host's own chat

    def told(each: Delivery) -> Text:
        return expired if each in own else replies.expired(readers.of(each), meeting)

    yield Together(withdrawal_steps(gone, told))
    yield MarkWithdrawn(tuple(str(each.message_id) for each in gone))
