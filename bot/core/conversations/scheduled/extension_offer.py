"""Offers hosts more time shortly before their meeting ends."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.core import replies
from bot.core.conversations.delivery.minting import direct_chat_of
from bot.core.conversations.requests.installation import Installation
from bot.core.conversations.requests.reader_languages import Readers
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Meeting
from bot.core.replies import meeting_cards
from bot.core.steps.ledger_steps import MentionMeeting, ScheduledTask
from bot.core.steps.preference_steps import StoredPreferences
from bot.core.steps.step import Conversation, Together
from bot.core.steps.webex_steps import Say

BEFORE_END = timedelta(minutes=10)
"""How long before the end it is offered."""

SHORTEST = timedelta(minutes=20)
"""Shorter meetings get no offer, which would come right after the invitation."""

MINUTES = 30
"""How much more time is offered."""


def offer_task(meeting: Meeting) -> list[ScheduledTask]:
    """Return the task that offers more time, for a meeting that is long enough."""
    if meeting.expires - meeting.opens < SHORTEST:
        return []
    return [ScheduledTask("warn", meeting.number, meeting.expires - BEFORE_END)]


def offer_extension(
    record: MeetingRecord, due: datetime, installation: Installation, recalled: StoredPreferences
) -> Conversation:
    """Offer the hosts more time, unless the meeting was extended, can't be, or no link was sent.

    Args:
        record: the meeting and its deliveries.
        due: when the offer was to be made.
        installation: the settings.
        recalled: the defaults of the meeting's people.
    """
    meeting = record.meeting
    possible = meeting.minutes + MINUTES <= installation.most_minutes
    if meeting.expires != due + BEFORE_END or not possible or not record.link_messages:
        return
    t = Readers(installation.languages, recalled.for_person(record.host_id)).host
    said, card = replies.ends_soon(t, meeting), meeting_cards.extend_card(t, meeting)
    yield Together(tuple(Say(said, (direct_chat_of(each),), card) for each in record.hosts))
    yield MentionMeeting(meeting.number, due)
