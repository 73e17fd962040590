"""Tells whether a command that names no meeting means the one that was found for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.core.conversations.requests.request import Request
from bot.core.domain.commands import (
    Cancel,
    GiveBack,
    Guest,
    KeepWaiting,
    LetIn,
    NextShift,
    Remove,
    ReplyAtDoor,
    Resend,
    Sayable,
    Status,
    Tell,
    TextFor,
)
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Meeting
from bot.core.steps.find_steps import JUST_MADE


def is_certain(
    command: Sayable,
    record: MeetingRecord,
    mentioned: Sequence[MeetingRecord],
    mine: Sequence[Meeting],
    request: Request,
) -> bool:
    """Return whether a command that names no meeting can only mean this one.

    Cancelling can't be taken back, so that a meeting runs or was spoken of is no reason to cancel
    it.

    Args:
        command: the command.
        record: the meeting that was found for it.
        mentioned: the meetings that the person named or was told of just now.
        mine: all of the person's meetings in this place, even cancelled ones.
        request: the request.
    """
    others = [each for each in mine if each.number != record.meeting.number]
    if isinstance(command, Cancel) and command.ask_first:
        return False
    if isinstance(command, Cancel):
        return _is_done_last(record.meeting, others, request)
    if is_for_more(command, record, mine, request):
        return False
    if record in mentioned or _is_done_last(record.meeting, others, request):
        return True
    if is_in_doubt(others, request):
        return False
    return runs(record.meeting, request) and not any(runs(each, request) for each in others)


def is_in_doubt(mine: Sequence[Meeting], request: Request) -> bool:
    """Return whether a last sentence came to nothing, or cancelled a meeting of the person's.

    It may have been about another meeting than the one that runs.
    """
    since = request.at - JUST_MADE
    cancelled = any(each.cancelled and each.cancelled > since for each in mine)
    return cancelled or request.unclear_since is not None


_NEVER_UNCLEAR = (Status, LetIn, ReplyAtDoor, GiveBack, KeepWaiting, NextShift)
"""Commands that only show something, or are for those who wait, or for the speaker's own part."""


def may_be_another(
    command: Sayable, record: MeetingRecord, mentioned: Sequence[MeetingRecord], request: Request
) -> bool:
    """Return whether even the only meeting there is may not be the one a command is for.

    The person spoke last of something that came to nothing, or of a meeting that they cancelled
    or handed over, so nothing is done before they are asked.
    """
    if request.unclear_since is None or record in mentioned:
        return False
    is_asked = isinstance(command, Cancel) and command.ask_first
    own_link = isinstance(command, Resend) and command.me
    if is_asked or own_link or isinstance(command, _NEVER_UNCLEAR):
        return False
    guests = command.guests if isinstance(command, Remove | Resend | Tell | TextFor) else ()
    if guests and invites(record, guests):
        return False
    return not (is_of_thread(record.meeting, request) or _is_just_made(record.meeting, request))


def invites(record: MeetingRecord, guests: Sequence[Guest]) -> bool:
    """Return whether all these guests are invited to a meeting."""
    return all(any(each.is_same(who) for who in record.invited) for each in guests)


def is_for_more(
    command: Sayable, record: MeetingRecord, mine: Sequence[Meeting], request: Request
) -> bool:
    """Return whether `everybody` is told who may be of more meetings than this one of one guest."""
    if not (isinstance(command, Tell) and command.everybody) or len(record.invited) > 1:
        return False
    on = [each for each in mine if not (each.cancelled or each.is_over(request.at))]
    return any(each.number != record.meeting.number for each in on)


def _is_done_last(meeting: Meeting, others: Sequence[Meeting], request: Request) -> bool:
    """Return whether a meeting belongs to the thread, or is what the person did last.

    It is what they did last if they made it just now, and cancelled none of the others since.
    """
    return is_of_thread(meeting, request) or (
        _is_just_made(meeting, request) and not _any_cancelled_since(meeting, others)
    )


def is_of_thread(meeting: Meeting, request: Request) -> bool:
    """Return whether a meeting was asked for in the thread of a request."""
    thread = request.requester.thread
    return thread is not None and meeting.thread == thread


def _is_just_made(meeting: Meeting, request: Request) -> bool:
    """Return whether a person made a meeting just now; others may have handed it over to them.

    What they made before something came to nothing isn't what they speak of.
    """
    is_own, unclear = meeting.host_id == request.requester.person_id, request.unclear_since
    since = max(request.at - JUST_MADE, unclear or request.at - JUST_MADE)
    return is_own and meeting.made is not None and meeting.made > since


def _any_cancelled_since(meeting: Meeting, others: Sequence[Meeting]) -> bool:
    made = meeting.made
    return any(each.cancelled and made and each.cancelled >= made for each in others)


def runs(meeting: Meeting, request: Request) -> bool:
    """Return whether a meeting runs, or can be joined already."""
    early = timedelta(minutes=request.installation.open_early_minutes)
    return not meeting.is_over(request.at) and meeting.opens - early <= request.at
