"""An email and its calendar invitation as plain data, and the steps that send it.

It can hold guests' links and no host's: `filled_in` takes no other. It prints nothing of it all.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import ClassVar

from bot.core.domain.commands import Guest
from bot.core.domain.meetings import Meeting
from bot.core.steps.step import Send
from bot.core.wording.times import Times


@dataclass(frozen=True)
class CalendarInvitation:
    """What a calendar is told of a meeting; RFC 5545 has the terms, RFC 5546 the messages.

    Args:
        uid: of the meeting, the same in all that is said of it; says nothing to anybody.
        sequence: which telling; a calendar follows the highest.
        begins: aware.
        ends: aware.
        summary: one line.
        description: several lines, with the guest's link.
        link: the guest's link alone, or empty.
        host: the organizer's address.
        host_name: the organizer's name, as shown to people.
        guest: the address of who is invited; empty in the host's own entry.
        remind: how long before the calendar reminds.
        cancelled: the meeting is off.
    """

    uid: str
    sequence: int
    begins: datetime
    ends: datetime
    summary: str = field(repr=False)
    description: str = field(repr=False)
    host: str = field(repr=False)
    host_name: str = field(repr=False)
    guest: str = field(repr=False)
    link: str = field(default="", repr=False)
    remind: timedelta = timedelta(minutes=10)
    cancelled: bool = False


@dataclass(frozen=True)
class Mail:
    """One mail to one person.

    Args:
        id: the part of its Message-ID before the ``@``: the same mail again has the same one.
        to: the guest's address.
        reply_to: the host's address.
        subject: one line.
        text: plain.
        html: the same, as a whole page.
        about: the id of an earlier mail that it belongs to; None for none.
        invitation: for a calendar; None where there is nothing to put into one.
        automatic: whether no person just asked for it, so that robots don't answer it.
    """

    id: str
    to: str = field(repr=False)
    reply_to: str = field(repr=False)
    subject: str = field(repr=False)
    text: str = field(repr=False)
    html: str = field(repr=False)
    about: str | None = None
    invitation: CalendarInvitation | None = None
    automatic: bool = False


@dataclass(frozen=True)
class Occasion:
    """What a mail depends on beside the meeting and the guest.

    Args:
        id: of the mail.
        times: how the meeting's are said, in the host's zone.
        remind: how long before a later meeting a calendar reminds.
        logo_url: the address of the organisation's logo; empty for none.
        again: its link takes the place of an earlier one.
        about: the id of an earlier mail that it belongs to; None for none.
    """

    id: str
    times: Times
    remind: timedelta = timedelta(minutes=10)
    logo_url: str = ""
    again: bool = False
    about: str | None = None


@dataclass(frozen=True)
class SendMail(Send):
    """-> Posted, by the mail's id. Send `mail`, however long the server is away within reason.

    Args:
        mail: what is sent.
        meeting: what the mail is about, as it was when the mail was written. If it was cancelled
            or changed since, the mail is not sent and `Overtaken` is raised. None: always sent.
    """

    mail: Mail
    meeting: Meeting | None = None


@dataclass(frozen=True)
class TryMail(SendMail):
    """-> Posted, by the mail's id. Send `mail` if that works soon, so that others can go on.

    It is soon enough not to look whether the meeting is still on.
    """

    patience: ClassVar[float] = 10.0

    def with_more_patience(self) -> SendMail:
        """Return the same with more patience."""
        return SendMail(self.mail, self.meeting)


@dataclass(frozen=True)
class SendReminder(SendMail):
    """-> Posted, by the mail's id. Send `mail`, which is of no use later."""

    patience: ClassVar[float] = 600.0


def mail_id(meeting: Meeting, who: Guest, occasion: str) -> str:
    """Return the name of the mail to a guest on an occasion, such as a request.

    It is made of what a replay finds again, so that a mail that went out twice, because the bot
    was killed before it noted the first, is known as one by servers and readers that look.
    """
    return _hidden("mail", meeting.sub, who.identity, occasion)


def calendar_uid(meeting: Meeting) -> str:
    """Return the name of a meeting in calendars; it leads nobody to the meeting."""
    return _hidden("calendar", meeting.sub)


def _hidden(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]
