"""The `let in` and `reply` commands, for guests who are at the door."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import Any

from bot.core.composing.names import AtDoor
from bot.core.conversations.delivery.waiting_list import update_waiting_list
from bot.core.conversations.requests.at_door_now import at_door_of, guests_at_door
from bot.core.conversations.requests.clarify import suggest
from bot.core.conversations.requests.event_publishing import at_door, publish
from bot.core.conversations.requests.meeting_choice import of_one_meeting
from bot.core.conversations.requests.request import Request
from bot.core.conversations.requests.who_is_meant import fits, is_named
from bot.core.domain.attendance import Attendance
from bot.core.domain.commands import Guest, LetIn, ReplyAtDoor
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.program_events import EventType
from bot.core.parsing import grammar
from bot.core.parsing.grammar import SentenceParser
from bot.core.replies import arrival_replies, waiting_replies
from bot.core.steps.door_steps import AdmitVisitors, ReadAttendances, ReplyToVisitors
from bot.core.steps.last_word import LastWord
from bot.core.steps.step import Conversation, Step
from bot.core.steps.webex_steps import Say
from bot.core.suggesting.door_answers import MOST, means_who_waits
from bot.core.suggesting.readings import suggested


@of_one_meeting
def let_in(command: LetIn, record: MeetingRecord, request: Request) -> Conversation:
    """Let waiting guests in, and bring the hosts' lists of who waits up to date."""
    meant = yield from _meant(command, record)
    waiting = [each for each in meant if record.meeting.admit_first and each.joined is None]
    if not waiting:
        yield from _nobody_waits(command, record, request)
        return
    if len(waiting) > 1 and not (command.everybody or _names_each(command, waiting)):
        called = [at_door_of(record, each).called for each in waiting]
        whom = called[:MOST] if _names_somebody(command) else [*called[: MOST - 1], "all"]
        yield from _ask_whom(_LET_IN, whom, record, request)
        return
    ids = tuple(each.id for each in waiting)
    yield AdmitVisitors(record.meeting.number, ids, request.at)
    meeting, guests, admitted = record.meeting, record.invited, EventType.GUEST_ADMITTED
    events = [at_door(admitted, meeting, each, request.at, guests) for each in waiting]
    yield from publish(meeting, events)
    said = waiting_replies.let_in(request.language, record.meeting, waiting)
    yield Say(said, request.places)
    yield from update_waiting_list(record, request.installation)


def _nobody_waits(command: LetIn, record: MeetingRecord, request: Request) -> Conversation:
    """Say why nobody is let in; after `let her in`, ask who of those that wait is meant."""
    waiting = yield from _who_waits(record, request)
    if not (waiting and means_who_waits(command.names)):
        said = waiting_replies.nobody_waits(request.language, record.meeting)
        yield LastWord(said, request.places)
        return
    yield from _ask_whom(_LET_IN, waiting[:MOST], record, request)


def _who_waits(record: MeetingRecord, request: Request) -> Generator[Step, Any, list[str]]:
    """Return what a sentence calls those who wait."""
    here: Sequence[AtDoor] = yield from guests_at_door([record], request)
    return [each.called for each in here if each.waits]


_LET_IN = "let in {} of #{}"


def _ask_whom(
    form: str, called: Sequence[str], record: MeetingRecord, request: Request
) -> Conversation:
    """Ask which of the guests is meant.

    Args:
        form: the command, with a gap for a guest, and for the number of their meeting.
        called: what a sentence calls the guests.
        record: their meeting.
        request: the request.
    """
    by, number = SentenceParser(request.at), record.meeting.number
    choices = [by.command(form.format(each, number)) for each in called]
    yield from suggest(suggested(*(each for each in choices if each)), request)


@of_one_meeting
def reply_at_door(command: ReplyAtDoor, record: MeetingRecord, request: Request) -> Conversation:
    """Show an answer on the pages of guests who are here."""
    here = yield from _meant(command, record)
    if _names_somebody(command) and not _names_each(command, here):
        called = [at_door_of(record, each).called for each in here[:MOST]]
        yield from _ask_whom(_reply_to_each(command), called, record, request)
        return
    if not here:
        said = arrival_replies.nobody_here(request.language, record.meeting)
        yield LastWord(said, request.places)
        return
    ids = tuple(each.id for each in here)
    yield ReplyToVisitors(record.meeting.number, ids, command.reply)
    said = arrival_replies.replied(request.language, record.meeting, here, command.reply)
    yield Say(said, request.places)


def _reply_to_each(command: ReplyAtDoor) -> str:
    """Return the same reply with a gap for a guest."""
    return grammar.say(ReplyAtDoor(command.reply)).replace(" all ", " {} of #{} ", 1)


def _meant(
    command: LetIn | ReplyAtDoor, record: MeetingRecord
) -> Generator[Step, Any, list[Attendance]]:
    """Return who of those that came is meant; all if nobody is named.

    Words that name nobody may be a condition, as in `let in alice once bob has left`: then nobody
    is meant.
    """
    came: Sequence[Attendance] = yield ReadAttendances(record.meeting.number)
    here = [each for each in came if each.since]
    if not _names_somebody(command):
        return here
    people = [*record.invited, *(Guest(name=each.name) for each in here)]
    if not all(any(fits(name, who) for who in people) for name in command.names):
        return []
    return [each for each in here if is_named(each, command)]


def _names_each(command: LetIn | ReplyAtDoor, here: Sequence[Attendance]) -> bool:
    """Return whether guests are named, and by no name that several of those here have."""
    each_once = all(
        sum(fits(name, Guest(name=who.name)) for who in here) <= 1 for name in command.names
    )
    return _names_somebody(command) and each_once


def _names_somebody(command: LetIn | ReplyAtDoor) -> bool:
    return bool(command.guests or command.names or command.visitors)
