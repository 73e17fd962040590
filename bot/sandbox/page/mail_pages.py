"""Parses an email as a mail reader with a calendar would."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from bot.sandbox.webex.model import Mail


@dataclass(frozen=True)
class Entry:
    """A calendar entry.

    Args:
        method: ``REQUEST`` or ``CANCEL``.
        summary: its title.
        begins: in the invitation's time zone.
        ends: in the invitation's time zone.
        zone: the name of that zone.
        host: who invites.
        remind_minutes: minutes before the beginning; None for no reminder.
    """

    method: str
    summary: str = field(repr=False)
    begins: datetime
    ends: datetime
    zone: str
    host: str = field(repr=False)
    remind_minutes: int | None


@dataclass(frozen=True)
class Opened:
    """An opened email. It doesn't print its text, which may contain links."""

    id: str
    to: str = field(repr=False)
    sender: str
    answers_to: str = field(repr=False)
    subject: str = field(repr=False)
    received: datetime
    text: str = field(repr=False)
    html: str = field(repr=False)
    entry: Entry | None


def opened(mail: Mail) -> Opened:
    """Parse `mail`."""
    message = message_from_bytes(mail.data, policy=default)
    assert isinstance(message, EmailMessage)  # noqa: S101 - the policy makes no other
    return Opened(
        id=mail.id,
        to=mail.to,
        sender=str(message["From"]),
        answers_to=str(message["Reply-To"]),
        subject=str(message["Subject"]),
        received=mail.received,
        text=_body(message, "plain"),
        html=_body(message, "html"),
        entry=_entry(message),
    )


def _body(message: EmailMessage, kind: str) -> str:
    body = message.get_body((kind,))
    return str(body.get_content()) if isinstance(body, EmailMessage) else ""


def _entry(message: EmailMessage) -> Entry | None:
    from icalendar import Calendar  # noqa: PLC0415 - takes a tenth of a second

    parts = [each for each in message.walk() if each.get_content_subtype() == "calendar"]
    if not parts or not isinstance(parts[0], EmailMessage):
        return None
    calendar = Calendar.from_ical(parts[0].get_content())
    [event] = calendar.walk("VEVENT")
    begins = event.decoded("DTSTART")
    return Entry(
        method=str(calendar["METHOD"]),
        summary=str(event["SUMMARY"]),
        begins=begins,
        ends=event.decoded("DTEND"),
        zone=str(begins.tzinfo),
        host=str(event["ORGANIZER"]).removeprefix("mailto:"),
        remind_minutes=_reminder(event),
    )


def _reminder(event: Any) -> int | None:
    alarms = event.walk("VALARM")
    return int(-alarms[0].decoded("TRIGGER").total_seconds() // 60) if alarms else None
