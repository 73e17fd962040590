"""Reminders, and cleaning up after a meeting."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.core import replies
from bot.core.conversations.extension_offer import offer_extension
from bot.core.conversations.message_removal import withdrawal_steps
from bot.core.conversations.minting import direct_chat_of
from bot.core.conversations.reader_languages import Readers
from bot.core.conversations.reminders import remind
from bot.core.conversations.request import Installation
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Delivery, State
from bot.core.steps.find_steps import ReadMeeting
from bot.core.steps.ledger_steps import MarkWithdrawn, ScheduledTask
from bot.core.steps.preference_steps import ReadPreferences, StoredPreferences
from bot.core.steps.step import Conversation, ReadClock, Together
from bot.core.steps.webex_steps import Say
from bot.core.wording.texts import Text


def run_scheduled_task(errand: ScheduledTask, installation: Installation) -> Conversation:
    """Run a due task, unless its meeting was extended or cancelled meanwhile."""
    record: MeetingRecord | None = yield ReadMeeting(errand.number)
    if record is None or record.meeting.state is State.CANCELLED:
        return
    if errand.kind in ("remind", "warn"):
        yield from _before(record, errand, installation)
    elif errand.kind == "tidy":
        yield from _tidy(record, errand.due, installation)


def _before(
    record: MeetingRecord, errand: ScheduledTask, installation: Installation
) -> Conversation:
    """Write to the people before the meeting begins or ends, unless no process ran in time."""
    now = datetime.fromtimestamp((yield ReadClock()), UTC)
    if record.meeting.is_over(now):
        return
    recalled: StoredPreferences = yield ReadPreferences(record.meeting.room_id, record.host_id)
    if errand.kind == "remind":
        yield from remind(record, installation, recalled, now)
    else:
        yield from offer_extension(record, errand.due, installation, recalled)


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
