"""Writes an invitation as iCalendar.

RFC 5545 is the format; RFC 5546 says what a request, an update and a cancellation are.
https://icalendar.readthedocs.io/
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from bot.core.steps.mail_steps import CalendarInvitation

YEAR = timedelta(days=366)
"""For so long around the meeting its zone's clock changes are told; all of them take 3 kB."""


def method_of(invitation: CalendarInvitation) -> str:
    """Return the iTIP method: ``REQUEST`` for a new or changed meeting, or ``CANCEL``."""
    return "CANCEL" if invitation.cancelled else "REQUEST"


def as_calendar(invitation: CalendarInvitation) -> str:
    """Return a calendar object with this one event."""
    from icalendar import Calendar  # noqa: PLC0415 - takes 0.1 s to import, and is seldom needed

    calendar = Calendar()
    calendar.add("prodid", "-//Instant Connect bot//EN")
    calendar.add("version", "2.0")
    calendar.add("method", method_of(invitation))
    calendar.add_component(_event(invitation))
    days = (invitation.begins - YEAR).date(), (invitation.ends + YEAR).date()
    calendar.add_missing_timezones(*days)
    return str(calendar.to_ical().decode())


def _event(invitation: CalendarInvitation) -> Any:
    from icalendar import Event  # noqa: PLC0415 - slow to import

    event = Event()
    fields = {
        "uid": invitation.uid,
        "sequence": invitation.sequence,
        "dtstamp": datetime.now(UTC),
        "dtstart": invitation.begins.astimezone(invitation.zone),
        "dtend": invitation.ends.astimezone(invitation.zone),
        "summary": invitation.summary,
        "description": invitation.description,
        "status": "CANCELLED" if invitation.cancelled else "CONFIRMED",
        "transp": "TRANSPARENT" if invitation.cancelled else "OPAQUE",
        "organizer": _address(invitation.host),
        "attendee": _address(invitation.guest, rsvp="FALSE", role="REQ-PARTICIPANT"),
    }
    for name, value in fields.items():
        event.add(name, value)
    if not invitation.cancelled:
        event.add_component(_reminder(invitation))
    return event


def _address(email: str, **parameters: str) -> Any:
    from icalendar import vCalAddress  # noqa: PLC0415 - slow to import

    address = vCalAddress(f"mailto:{email}")
    for name, value in parameters.items():
        address.params[name] = value
    return address


def _reminder(invitation: CalendarInvitation) -> Any:
    from icalendar import Alarm  # noqa: PLC0415 - slow to import

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", invitation.summary)
    alarm.add("trigger", -invitation.remind)
    return alarm
