"""Has a sentence that the grammar did not take read again, and asks what was meant."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import replace
from typing import Any

from bot.core import replies
from bot.core.conversations.ask import ask
from bot.core.conversations.meeting_choice import find_candidates
from bot.core.conversations.request import Request
from bot.core.domain.commands import Command, Extend, Nothing, Thanks, Unclear
from bot.core.domain.hints import Hint
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Meeting
from bot.core.parsing import grammar
from bot.core.replies import suggestions
from bot.core.steps.find_steps import ListMeetings, ReadMeeting
from bot.core.steps.ledger_steps import ClaimOnce
from bot.core.steps.question_steps import DropQuestion
from bot.core.steps.step import Conversation, Step, Together
from bot.core.steps.webex_steps import Say
from bot.core.suggesting import answers, second_reader
from bot.core.suggesting.answers import (
    Answered,
    AnsweredAlready,
    Declined,
    NothingAsked,
    Read,
    WhichOne,
)
from bot.core.suggesting.names import OwnMeeting
from bot.core.suggesting.second_reader import Question, Suggested
from bot.core.suggesting.sentences import Spoken

Reading = second_reader.Reading | NothingAsked | Declined | WhichOne | AnsweredAlready
"""What a message comes to in the end."""

_MOST_MEETINGS = 10
"""Of which one sentence may speak without a number."""


def reread(command: Command, request: Request) -> Generator[Step, Any, Reading]:
    """Return what a message comes to, given what was just asked and the speaker's own meetings."""
    answered = yield from _answered(command, request)
    if answered is not None:
        return answered
    if not isinstance(command, Unclear) or not request.said:
        return command
    spoken = yield from _spoken_of(request)
    reading = second_reader.read(command, request.said, spoken, _read_by(request))
    subjects = {each.number: each.subject for each in spoken.meetings}
    return replace(reading, subjects=subjects) if isinstance(reading, Suggested) else reading


def _answered(command: Command, request: Request) -> Generator[Step, Any, Reading | None]:
    """Return what was answered to the last question; anything else is no longer asked about."""
    asked = request.question
    question = asked if asked and asked.is_open(request.written) else None
    reply: Answered = None
    if request.said and isinstance(command, Unclear | Thanks | Nothing):
        reply = answers.answer(question, request.said, _read_by(request))
    if isinstance(reply, NothingAsked):
        return None if isinstance(command, Thanks) else reply
    if asked and (reply is None or isinstance(reply, Declined)):
        person, room = request.requester.person_id, request.requester.room_id
        yield DropQuestion(person, room, asked.id)
    if reply is None or isinstance(reply, Declined | WhichOne) or question is None:
        return reply
    key = f"question {question.id} {request.requester.person_id}"
    return reply if (yield ClaimOnce(key, request.seed)) else AnsweredAlready(reply)


def _read_by(request: Request) -> Read:
    installation = request.installation
    return Read(request.at, tuple(installation.devices), installation.region)


def suggest(command: Suggested, request: Request) -> Conversation:
    """Ask which of some commands was meant; a button, or its number, does it."""
    t, whose = request.language, request.asked_person
    yield from ask(
        request,
        suggestions.question(t, command, request.zone),
        suggestions.buttons(t, command, request.zone, whose=whose),
        choices=[grammar.say(each) for each in command.choices],
    )


def answer_question(command: Question, request: Request) -> Conversation:
    """Answer a question about the bot."""
    installation = request.installation
    told = {
        "guests": installation.most_guests,
        "early": installation.open_early_minutes,
        "remind": installation.remind_minutes,
    }
    yield Say(suggestions.answer(request.language, command.name, told), request.places)


def unclear(command: Unclear, request: Request) -> Conversation:
    """Ask what was meant where nothing can be suggested; often one word is the answer."""
    text, gap = replies.unclear(request.language, command), answers.with_gap(command, request.said)
    if gap:
        yield from ask(request, text, sentence=gap)
    else:
        yield Say(text, request.places)


def say_declined(_: Declined, request: Request) -> Conversation:
    """Say that nothing is done."""
    yield Say(replies.unclear(request.language, Unclear("", Hint.NOT_WANTED)), request.places)


def say_nothing_asked(_: NothingAsked, request: Request) -> Conversation:
    """Say that no question is open."""
    yield Say(suggestions.nothing_asked(request.language), request.places)


def ask_which_one(_: WhichOne, request: Request) -> Conversation:
    """Ask once more, where `yes` does not choose."""
    yield Say(suggestions.which_one(request.language), request.places)


def say_answered_already(reply: AnsweredAlready, request: Request) -> Conversation:
    """Say that a question was answered before."""
    yield Say(replies.answered_already(request.language, reply.command), request.places)


def _spoken_of(request: Request) -> Generator[Step, Any, Spoken]:
    """Return the meetings that may be spoken of here: in a space, those of the space."""
    mine: tuple[Meeting, ...] = yield ListMeetings(request.requester.person_id, request.at)
    here = [each for each in mine if request.room_id in (None, each.room_id)]
    if not here:
        return Spoken()
    wanted = tuple(ReadMeeting(each.number) for each in here[:_MOST_MEETINGS])
    read: Sequence[Any] = yield Together(wanted)
    records = [each for each in read if isinstance(each, MeetingRecord)]
    usual = yield from find_candidates(Extend(30), request)
    known = {each.meeting.number: _own(each, request) for each in records}
    default = next((known.get(each.meeting.number) for each in usual), None)
    return Spoken(tuple(known.values()), default)


def _own(record: MeetingRecord, request: Request) -> OwnMeeting:
    """Return what may be said of a meeting where the answer is read."""
    shown = (
        record.meeting if request.in_private else request.installation.public_view(record.meeting)
    )
    return OwnMeeting(shown.number, shown.subject or "", record.invited)
