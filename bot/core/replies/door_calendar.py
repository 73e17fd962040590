"""The calendar entry that guests download from their page."""

from __future__ import annotations

from dataclasses import replace

from bot.core.domain.links import GuestLink
from bot.core.domain.meetings import Meeting
from bot.core.replies.mail_texts import calendar_sequence
from bot.core.steps.mail_steps import CalendarInvitation, calendar_uid
from bot.core.wording.languages import Language
from bot.core.wording.texts import LINK, filled_in, unlinked


def calendar_entry(t: Language, meeting: Meeting, link: GuestLink) -> CalendarInvitation:
    """Return the entry for a guest's own calendar, the same one that an email brings."""
    how = t("Join here, no account needed: {link}", link=LINK)
    return replace(linkless_entry(t, meeting, filled_in(how, link)), link=filled_in(LINK, link))


def linkless_entry(t: Language, meeting: Meeting, description: str) -> CalendarInvitation:
    """Return the entry that a meeting has in every calendar, with this description."""
    subject = unlinked(meeting.subject or "")
    what = t("Video meeting about “{subject}”", subject=subject) if subject else t("Video meeting")
    return CalendarInvitation(
        uid=calendar_uid(meeting),
        sequence=calendar_sequence(meeting),
        begins=meeting.opens,
        ends=meeting.expires,
        summary=what,
        description=description,
        host=meeting.organizer or meeting.host,
        host_name="" if meeting.organizer else unlinked(meeting.host_in_full),
        guest="",
    )
