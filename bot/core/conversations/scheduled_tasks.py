"""Reminders, and cleaning up after a meeting."""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from bot.core import replies
from bot.core.conversations.decision import RunErrand
from bot.core.conversations.guest_messages import follow_up
from bot.core.conversations.message_removal import retirements
from bot.core.conversations.minting import place_of
from bot.core.conversations.reader_languages import Readers
from bot.core.conversations.request import Installation
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Delivery, Meeting, Way
from bot.core.steps.ledger_steps import Forget
from bot.core.steps.mail_steps import SendReminder
from bot.core.steps.sms_steps import SendText, empty_message
from bot.core.steps.webex_steps import Conversation, Place, Say, Space, Together
from bot.core.wording.texts import Text
from bot.core.wording.times import Times


def run(due: RunErrand) -> Conversation:
    """Run a task that is due."""
    if due.errand.kind == "remind":
        yield from _remind(due)
    elif due.errand.kind == "tidy":
        yield from _tidy(due)


def _remind(due: RunErrand) -> Conversation:
    """Remind the hosts, and once everybody else in Webex; links are not sent again."""
    record, installation = due.record, due.installation
    meeting = record.meeting
    if meeting.over(due.now):
        return  # no process ran in time
    usual = due.recalled.of(record.host_id)
    readers = Readers(installation.languages, usual)
    zone = ZoneInfo(usual.over(installation.usual).zone or "UTC")
    times = Times(zone, installation.open_early, meeting.ago(due.now))
    mails = [
        replies.reminder_mail(
            readers.guest(each),
            installation.outside(meeting),
            each,
            follow_up(record, each, installation, times, "remind"),
        )
        for each in record.invited
        if record.by_mail_alone(each)
    ]
    by_mail = [SendReminder(each, meeting) for each in mails]
    texts = _texts(record, readers, times)
    yield Together((*_reminders(record, readers, installation, times), *by_mail, *texts))


def _texts(record: MeetingRecord, readers: Readers, times: Times) -> Iterator[SendText]:
    meeting = record.meeting
    for who in record.invited:
        if record.last_by(Way.PHONE, who):
            empty = empty_message(meeting, who.phone, "remind")
            text = replies.reminder_text(readers.guest(who), meeting, times, empty)
            yield SendText(text, meeting)


def _reminders(
    record: MeetingRecord, readers: Readers, installation: Installation, times: Times
) -> Iterator[Say]:
    meeting, shown = record.meeting, installation.outside(record.meeting)
    for_host = replies.reminder_for_host(readers.host, meeting, times)
    for who in record.hosts:
        yield Say(for_host, (place_of(who),))
    for who in record.invited:
        if record.last_by(Way.DIRECT, who):
            text = replies.reminder_for_guest(readers.guest(who), shown, times)
            yield Say(text, (place_of(who),))
    spaces = {each.room_id: each.guest for each in record.carriers if each.way is Way.SPACE}
    for room_id, nobody in spaces.items():
        text = replies.reminder_in_space(readers.guest(nobody), shown, times)
        yield Say(text, _in_space(str(room_id), meeting))


def _in_space(room_id: str, meeting: Meeting) -> tuple[Place, ...]:
    thread = meeting.thread if meeting.room_id == room_id else None
    return (Space(room_id, thread), Space(room_id)) if thread else (Space(room_id),)


def _tidy(due: RunErrand) -> Conversation:
    """Remove links and buttons that no longer work from messages.

    If the meeting was extended, only former hosts' links have ended: they got no new ones.
    """
    record, end = due.record, due.errand.due
    meeting, gone, formers = record.meeting, record.run_out(end), record.formers_until(end)
    hosts = record.hosts if meeting.over(end) else ()
    if not (hosts or gone or formers):
        return
    readers = Readers(due.installation.languages, due.recalled.of(record.host_id))
    expired = replies.expired_for_host(readers.host, meeting)
    handed_over = replies.expired_for_former_host(readers.host, meeting)
    notes = [Say(expired, (place_of(each),)) for each in hosts]
    notes += [Say(handed_over, (place_of(each),)) for each in formers]
    yield Together(tuple(notes))
    own = record.handed_on  # spare links are in the host's own chat

    def told(each: Delivery) -> Text:
        return expired if each in own else replies.expired(readers.of(each), meeting)

    yield Together(retirements(gone, told))
    yield Forget(tuple(str(each.message_id) for each in gone))
