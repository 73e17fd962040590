"""Puts later meetings into their hosts' calendars, by email."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.core import replies
from bot.core.conversations.request import Request
from bot.core.domain.commands import Guest
from bot.core.domain.meetings import Meeting
from bot.core.steps.mail_steps import Occasion, TryMail, mail_id
from bot.core.steps.step import Conversation, Together


def enter_in_calendars(request: Request, meeting: Meeting, hosts: Sequence[Guest]) -> Conversation:
    """Email the meeting to its hosts, or its change; it comes last, and is given up soon."""
    mails = [
        TryMail(
            replies.calendar_entry_mail(
                request.readers.host,
                request.installation.public_view(meeting),
                who,
                _occasion(request, meeting, who),
            ),
            meeting,
        )
        for who in _with_calendar(request, meeting, hosts)
    ]
    if mails:
        yield Together(tuple(mails))


def remove_from_calendars(
    request: Request, meeting: Meeting, hosts: Sequence[Guest]
) -> Conversation:
    """Email the cancellation to the hosts."""
    mails = [
        TryMail(
            replies.calendar_removal_mail(
                request.readers.host,
                request.installation.public_view(meeting),
                who,
                _occasion(request, meeting, who),
            )
        )
        for who in _with_calendar(request, meeting, hosts)
    ]
    if mails:
        yield Together(tuple(mails))


def _with_calendar(request: Request, meeting: Meeting, hosts: Sequence[Guest]) -> list[Guest]:
    """Return the hosts to email: none of a meeting that starts now, or without a mail server."""
    if not (meeting.planned and request.installation.ways.mail):
        return []
    return [each for each in hosts if each.email]


def _occasion(request: Request, meeting: Meeting, who: Guest) -> Occasion:
    installation = request.installation
    return Occasion(
        mail_id(meeting, who, f"host {request.seed}"),
        request.times(meeting),
        timedelta(minutes=installation.remind_minutes),
        installation.logo_url,
    )
