"""The calendar entry that guests download from their page."""

from __future__ import annotations

from bot.core.domain.links import GuestLink
from bot.core.domain.meetings import Meeting
from bot.core.replies.mail_texts import calendar_sequence
from bot.core.steps.mail_steps import CalendarInvitation, calendar_uid
from bot.core.wording.languages import Language
from bot.core.wording.texts import LINK, filled_in, unlinked


def calendar_entry(t: Language, meeting: Meeting, link: GuestLink) -> CalendarInvitation:
    """Return the entry for a guest's own calendar, the same one that an email brings."""
    subject = unlinked(meeting.subject or "")
    what = t("Video meeting about “{subject}”", subject=subject) if subject else t("Video meeting")
    how = t("Join here, no account needed: {link}", link=LINK)
    return CalendarInvitation(
        uid=calendar_uid(meeting),
        sequence=calendar_sequence(meeting),
        begins=meeting.opens,
        ends=meeting.expires,
        summary=what,
        description=filled_in(how, link),
        host=meeting.organizer or meeting.host,
        host_name="" if meeting.organizer else unlinked(meeting.host_in_full),
        guest="",
        link=filled_in(LINK, link),
    )
