"""Writes an invitation as iCalendar.

RFC 5545 is the format; RFC 5546 says what a request, an update and a cancellation are; RFC 7986
adds CONFERENCE. Times are in UTC: calendars show them in their own zone, and some misread the
time zones that come with an invitation. https://icalendar.readthedocs.io/
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from bot.core.steps.mail_steps import CalendarInvitation


def method_of(invitation: CalendarInvitation) -> str:
    """Return the iTIP method: ``CANCEL``, ``REQUEST`` to a guest, or ``PUBLISH`` to the host."""
    if invitation.cancelled:
        return "CANCEL"
    return "REQUEST" if invitation.guest else "PUBLISH"


def as_calendar(invitation: CalendarInvitation) -> str:
    """Return a calendar object with this one event."""
    from icalendar import Calendar  # noqa: PLC0415 - takes 0.1 s to import, and is seldom needed

    calendar = Calendar()
    calendar.add("prodid", "-//Instant Connect bot//EN")
    calendar.add("version", "2.0")
    calendar.add("method", method_of(invitation))
    calendar.add_component(_event(invitation))
    return str(calendar.to_ical().decode())


def _event(invitation: CalendarInvitation) -> Any:
    from icalendar import Event  # noqa: PLC0415 - slow to import

    event = Event()
    fields = {
        "uid": invitation.uid,
        "sequence": invitation.sequence,
        "dtstamp": datetime.now(UTC),
        "dtstart": invitation.begins.astimezone(UTC),
        "dtend": invitation.ends.astimezone(UTC),
        "summary": invitation.summary,
        "description": invitation.description,
        "status": "CANCELLED" if invitation.cancelled else "CONFIRMED",
        "transp": "TRANSPARENT" if invitation.cancelled else "OPAQUE",
        "organizer": _address(invitation.host, CN=invitation.host_name),
    }
    if invitation.guest:
        fields["attendee"] = _address(invitation.guest, rsvp="FALSE", role="REQ-PARTICIPANT")
    for name, value in fields.items():
        event.add(name, value)
    if invitation.link:
        _add_link(event, invitation.link)
    if not invitation.cancelled:
        event.add_component(_reminder(invitation))
    return event


def _add_link(event: Any, link: str) -> None:
    """Add the link where calendars look for a Join button; each looks elsewhere."""
    event.add("location", link)
    event.add("url", link)
    event.add("conference", link, parameters={"VALUE": "URI", "FEATURE": ["AUDIO", "VIDEO"]})


def _address(email: str, **parameters: str) -> Any:
    from icalendar import vCalAddress  # noqa: PLC0415 - slow to import

    address = vCalAddress(f"mailto:{email}")
    for name, value in parameters.items():
        if value:
            address.params[name] = value
    return address


def _reminder(invitation: CalendarInvitation) -> Any:
    from icalendar import Alarm  # noqa: PLC0415 - slow to import

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", invitation.summary)
    alarm.add("trigger", -invitation.remind)
    return alarm
