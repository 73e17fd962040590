"""Asks before the same guests are invited again for the very time of a meeting they have."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import Any

from bot.core.conversations.requests.ask import ask
from bot.core.conversations.requests.request import Request
from bot.core.conversations.requests.rereading import parser_of
from bot.core.conversations.requests.spoken_of import shown
from bot.core.domain.commands import Meet
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Meeting
from bot.core.parsing import grammar
from bot.core.replies import meeting_lists, suggestions
from bot.core.steps.find_steps import ListMeetings, ReadMeeting
from bot.core.steps.step import Conversation, Step, Together
from bot.core.suggesting.readings import suggested


def ask_if_invited_twice(command: Meet, request: Request) -> Generator[Step, Any, bool]:
    """Ask whether to make another meeting with the same guests at the same time.

    A press is sure, and so is the answer to this question.

    Returns:
        whether it was asked.
    """
    is_typed = request.said and not request.program and not _is_answer(command, request)
    if not (is_typed and command.opens and command.guests):
        return False
    same = yield from _with_them_then(command, request)
    if same is None:
        return False
    yield from _ask(command, same, request)
    return True


def _is_answer(command: Meet, request: Request) -> bool:
    """Return whether a command was chosen by an answer such as `yes`, and not said anew."""
    asked = request.question.choices if request.question else ()
    said = parser_of(request).command(request.said)
    return grammar.say(command) in asked and not isinstance(said, Meet)


def _with_them_then(command: Meet, request: Request) -> Generator[Step, Any, MeetingRecord | None]:
    """Return the meeting that the guests of a new one have with the requester at its time."""
    mine: tuple[Meeting, ...] = yield ListMeetings(request.requester.person_id, request.at)
    then = [each for each in mine if each.opens == command.opens and not each.is_over(request.at)]
    here = [each for each in then if request.room_id in (None, each.room_id)]
    wanted = tuple(ReadMeeting(each.number) for each in here)
    read: Sequence[Any] = (yield Together(wanted)) if wanted else ()
    records = [each for each in read if isinstance(each, MeetingRecord)]
    return next((each for each in records if _invites_all(each, command)), None)


def _invites_all(record: MeetingRecord, command: Meet) -> bool:
    return all(any(each.is_same(who) for who in record.invited) for each in command.guests)


def _ask(command: Meet, same: MeetingRecord, request: Request) -> Conversation:
    t, another = request.language, suggested(command)
    text = meeting_lists.invited_already(t, shown(same.meeting, request))
    card = suggestions.buttons(t, another, request.zone, whose=request.asked_person)
    yield from ask(request, text, card, choices=[grammar.say(command)])
