"""An email and its calendar invitation as plain data, and the steps that send it.

They can hold guests' links but never a host's, because `filled_in` accepts no other. They print
nothing that tells of a person.
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
    """A calendar invitation, update or cancellation; see RFC 5545 and RFC 5546.

    Args:
        uid: the meeting's id in calendars, the same in every update; reveals nothing.
        sequence: the update's number; calendars follow the highest.
        begins: the start, aware.
        ends: the end, aware.
        summary: one line.
        description: several lines, with the guest's link.
        link: the guest's link alone, or empty.
        host: the organizer's address.
        host_name: the organizer's name, as shown to people.
        guest: the address of who is invited; empty in the host's own entry.
        remind: how long before the start the calendar reminds.
        cancelled: whether this cancels the meeting.
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
    """An email to one person.

    Args:
        id: the Message-ID's part before the ``@``; the same when the same mail is sent again.
        to: the guest's address.
        reply_to: the host's address.
        subject: one line.
        text: the plain text.
        html: the same as a complete page.
        about: the id of the earlier mail that it replies to; None for none.
        invitation: for the calendar; None for none.
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
    """What a mail depends on besides the meeting and the guest.

    Args:
        id: the mail's id.
        times: how to say the meeting's times, in the host's zone.
        remind: how long before a planned meeting the calendar reminds.
        logo_url: the address of the organisation's logo; empty for none.
        again: whether its link replaces an earlier one.
        about: the id of the earlier mail that it replies to; None for none.
        moved: whether the meeting was moved to another time.
    """

    id: str
    times: Times
    remind: timedelta = timedelta(minutes=10)
    logo_url: str = ""
    again: bool = False
    about: str | None = None
    moved: bool = False


@dataclass(frozen=True)
class SendMail(Send):
    """-> Posted, with the mail's id. Send a mail, retrying for up to an hour.

    Args:
        mail: the mail.
        meeting: what the mail is about, as it was when the mail was written. If it was cancelled
            or changed since, or the guest was removed, the mail is not sent and `Overtaken` is
            raised. None: always sent.
    """

    mail: Mail
    meeting: Meeting | None = None


@dataclass(frozen=True)
class TryMail(SendMail):
    """-> Posted, with the mail's id. Give up soon, so that nobody else has to wait.

    It ends too soon to check whether the meeting has changed.
    """

    patience: ClassVar[float] = 10.0

    def with_more_patience(self) -> SendMail:
        """Return the same step with more patience."""
        return SendMail(self.mail, self.meeting)


@dataclass(frozen=True)
class SendReminder(SendMail):
    """-> Posted, with the mail's id. Give up after ten minutes, when a reminder is useless."""

    patience: ClassVar[float] = 600.0


def mail_id(meeting: Meeting, who: Guest, occasion: str) -> str:
    """Return the id of a mail to a guest, which is the same in a replay.

    If the bot is killed before it records a mail, the mail goes out twice; mail servers and readers
    that compare Message-IDs then show it once.

    Args:
        meeting: what it is about.
        who: the guest.
        occasion: why it is sent, such as the request's seed.
    """
    return _hidden("mail", meeting.sub, who.identity, occasion)


def calendar_uid(meeting: Meeting) -> str:
    """Return a meeting's id in calendars, which doesn't lead to the meeting."""
    return _hidden("calendar", meeting.sub)


def _hidden(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]
