"""The `rename` and `again` commands."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from typing import Any

from bot.core import replies
from bot.core.conversations.meetings.meet import meet
from bot.core.conversations.requests.ask import ask
from bot.core.conversations.requests.clarify import suggest_for
from bot.core.conversations.requests.meeting_candidates import asks_for
from bot.core.conversations.requests.meeting_choice import choose_meeting
from bot.core.conversations.requests.own_meetings import still_on
from bot.core.conversations.requests.request import Request
from bot.core.conversations.requests.spoken_of import cancelled_just_now, way_back
from bot.core.domain.commands import Again, Meet, MeetingReference, Rename
from bot.core.domain.hints import Hint
from bot.core.domain.meeting_commands import NO_MEETING
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Meeting, Way
from bot.core.domain.open_questions import GAP
from bot.core.steps.ledger_steps import RenameMeeting
from bot.core.steps.step import Conversation, Step
from bot.core.steps.webex_steps import Say
from bot.core.suggesting.remarks import is_groan, may_repeat_a_thing


def rename(command: Rename, request: Request) -> Conversation:
    """Give a meeting another subject, for lists and for what is sent from now on."""
    named = yield from _called_so(command, request)
    if named:
        request = request.for_meeting(named)
        text = replies.called_what(request.language, named)
        yield from ask(request, text, sentence=f"rename #{named.number} to {GAP}")
        return
    record = yield from choose_meeting(command, request)
    if record is None:
        return
    request = request.for_meeting(record.meeting)
    yield RenameMeeting(record.meeting.number, command.subject)
    renamed = replace(record.meeting, subject=command.subject)
    yield Say(replies.renamed(request.language, renamed), request.places)


def _called_so(command: Rename, request: Request) -> Generator[Step, Any, Meeting | None]:
    """Return a meeting that has the new subject already: `rename the cellar` lacks a new name."""
    if command.which != NO_MEETING:
        return None
    others = yield from still_on(asks_for(command, request))
    return next((each for each in others if _same_words(each.subject, command.subject)), None)


def _same_words(one: str | None, other: str) -> bool:
    return (one or "").casefold().split() == other.casefold().split()


def again(command: Again, request: Request) -> Conversation:
    """Start a new meeting with the guests of an earlier one."""
    off = (yield from cancelled_just_now(request)) if command.which == NO_MEETING else None
    if off:
        yield from _offer_cancelled(command, off, request)
        return
    record = yield from choose_meeting(command, request)
    if record and _may_be_remark(command, record.meeting, request):
        anew = replace(command, which=MeetingReference(record.meeting.number))
        yield from suggest_for(record.meeting, [anew], request.for_meeting(record.meeting))
    elif record:
        yield from meet(_same(command, record), request.for_meeting(record.meeting))


def _may_be_remark(command: Again, meeting: Meeting, request: Request) -> bool:
    """Return whether the words may be about a thing, or only groan; nobody repeats what is to come.

    A repeated prescription needs no meeting, least of all now.
    """
    said = request.own_words
    if not said or command.opens:
        return is_groan(said)
    return request.at < meeting.opens or may_repeat_a_thing(said) or is_groan(said)


def _offer_cancelled(command: Again, off: Meeting, request: Request) -> Conversation:
    """Offer to invite the guests of a cancelled meeting again: the last one open has others."""
    anew = replace(command, which=MeetingReference(off.number))
    choice = anew if command.opens else way_back(off, request)
    yield from suggest_for(off, [choice], request, Hint.CANCELLED)


def _same(command: Again, record: MeetingRecord) -> Meet:
    """Return the command for a meeting like an earlier one."""
    earlier = record.meeting
    return Meet(
        guests=record.invited,
        subject=earlier.subject,
        here=any(each.way is Way.SPACE for each in record.deliveries),
        opens=command.opens,
        minutes=command.minutes or earlier.minutes,
        vertical=earlier.vertical,
        zone_assumed=command.zone_assumed,
        admit_first=earlier.admit_first or None,
    )
