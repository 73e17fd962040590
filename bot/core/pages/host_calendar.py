"""The calendar entry that hosts download from their page."""

from __future__ import annotations

from dataclasses import replace

from bot.core.domain.meetings import Meeting, State
from bot.core.pages.calendar_entries import linkless_entry
from bot.core.steps.mail_steps import CalendarInvitation
from bot.core.wording.languages import Language

CALENDAR = "meeting.ics"
"""The name of the calendar entry below a host's page."""


def host_calendar_entry(t: Language, meeting: Meeting) -> CalendarInvitation:
    """Return the entry for a host's own calendar, which others may see: it has no link.

    It takes a cancelled meeting off the calendar.
    """
    how = t(
        "Your host link is in your direct chat with me in Webex. For a new one, say there:"
        " resend me of #{number}",
        number=meeting.number,
    )
    entry = linkless_entry(t, meeting, how)
    if meeting.state is not State.CANCELLED:
        return entry
    return replace(entry, cancelled=True, sequence=entry.sequence + 1)
