"""What is to be done about a meeting later: reminding, offering more time, cleaning up."""

from __future__ import annotations

from datetime import timedelta

from bot.core.conversations.requests.request import Request
from bot.core.conversations.scheduled.extension_offer import offer_task
from bot.core.conversations.scheduled.no_shows import no_show_task
from bot.core.domain.meetings import Meeting
from bot.core.steps.ledger_steps import ScheduledTask


def tasks_for(meeting: Meeting, request: Request) -> list[ScheduledTask]:
    """Return the scheduled tasks of `meeting`: reminding, and cleaning up."""
    remind_at = meeting.opens - timedelta(minutes=request.installation.remind_minutes)
    remind = ScheduledTask("remind", meeting.number, remind_at)
    tidy = ScheduledTask("tidy", meeting.number, meeting.expires)
    return [
        *[remind] * (meeting.planned and remind_at > request.at),
        *no_show_task(meeting, request.installation),
        *offer_task(meeting),
        tidy,
    ]
