"""The calendar entry of a meeting: in an email, and to download from a guest's page."""

from __future__ import annotations

from dataclasses import replace

from bot.core.domain.commands import Guest
from bot.core.domain.links import GuestLink
from bot.core.domain.meetings import Meeting
from bot.core.steps.mail_steps import CalendarInvitation, Occasion, calendar_uid
from bot.core.wording.inert_text import unlinked
from bot.core.wording.languages import Language
from bot.core.wording.texts import LINK, filled_in

_LENGTHS = 1_000_000
"""More than any meeting's minutes."""


def calendar_invitation(
    t: Language, meeting: Meeting, guest: Guest, occasion: Occasion, description: str
) -> CalendarInvitation | None:
    """Return what an email to a guest brings; a meeting that starts now needs no invitation."""
    if not meeting.planned:
        return None
    entry = linkless_entry(t, meeting, description)
    return replace(entry, guest=guest.email, remind=occasion.remind)


def calendar_entry(t: Language, meeting: Meeting, link: GuestLink) -> CalendarInvitation:
    """Return the entry that a guest downloads: the same one that an email brings."""
    how = t("Join here, no account needed: {link}", link=LINK)
    return replace(linkless_entry(t, meeting, filled_in(how, link)), link=filled_in(LINK, link))


def linkless_entry(t: Language, meeting: Meeting, description: str) -> CalendarInvitation:
    """Return the entry that a meeting has in every calendar, with this description."""
    subject = unlinked(meeting.subject or "")
    what = t("Video meeting about “{subject}”", subject=subject) if subject else t("Video meeting")
    return CalendarInvitation(
        uid=calendar_uid(meeting),
        sequence=_sequence(meeting),
        begins=meeting.opens,
        ends=meeting.expires,
        summary=what,
        description=description,
        host=meeting.organizer or meeting.host,
        # After a handover the organizer stays, whose name is not kept.
        host_name="" if meeting.organizer else unlinked(meeting.host_in_full),
        guest="",
    )


def _sequence(meeting: Meeting) -> int:
    """Return the number of a meeting's update; calendars follow the highest.

    Between two moves a meeting is only ever extended or cancelled, so its length grows.
    """
    return meeting.moves * _LENGTHS + meeting.minutes
