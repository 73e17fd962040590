"""Tells guests what is new about their meeting, the way they were invited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from bot.core.conversations.requests.installation import Installation
from bot.core.domain.commands import Guest
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Way
from bot.core.steps.mail_steps import Occasion, SendMail, mail_id
from bot.core.steps.sms_steps import PhoneMessage, SendText, empty_message
from bot.core.steps.step import Send
from bot.core.wording.times import Times


@dataclass(frozen=True)
class GuestNews:
    """A piece of news for a guest, as each way of reaching them sends it.

    Args:
        occasion: why; the same in a replay.
        mail: returns the step that sends a mail.
        text: returns the step that sends a text message; gets an empty one.
        chat: returns the step that says it in a chat.
    """

    occasion: str
    mail: Callable[[Occasion], SendMail]
    text: Callable[[PhoneMessage], SendText]
    chat: Callable[[], Send]

    def by(
        self, way: Way, who: Guest, record: MeetingRecord, installation: Installation, times: Times
    ) -> Send:
        """Return the step that tells a guest by one way."""
        if way is Way.MAIL:
            return self.mail(_follow_up(record, who, installation, times, self.occasion))
        if way is Way.PHONE:
            return self.text(empty_message(record.meeting, who.phone, self.occasion))
        return self.chat()


def _follow_up(
    record: MeetingRecord, who: Guest, installation: Installation, times: Times, occasion: str
) -> Occasion:
    """Return the occasion of an email that follows an earlier one to the same guest."""
    earlier = record.last_delivery(Way.MAIL, who)
    return Occasion(
        mail_id(record.meeting, who, occasion),
        times,
        timedelta(minutes=installation.remind_minutes),
        installation.logo_url,
        about=earlier.message_id if earlier else None,
    )
