"""Decides what a message means: an answer to the last question, or a command of its own."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import suppress
from dataclasses import replace
from typing import Any

from bot.core.conversations.requests import rereading
from bot.core.conversations.requests.decision import Answer
from bot.core.conversations.requests.request import Request
from bot.core.conversations.requests.rereading import parser_of
from bot.core.domain.commands import (
    About,
    Cancel,
    Check,
    Command,
    Defaults,
    DeskToday,
    Devices,
    Experts,
    Help,
    Meet,
    Meetings,
    MyLink,
    Nothing,
    Plan,
    Sayable,
    Status,
    Tell,
    TellInviter,
    Thanks,
    Unclear,
    WhoIsOn,
)
from bot.core.domain.errors import Trouble
from bot.core.domain.meeting_commands import NO_MEETING
from bot.core.domain.open_questions import OpenQuestion, answer_key
from bot.core.parsing.grammar import acts
from bot.core.steps.step import Step
from bot.core.suggesting.doubtful_commands import is_doubtful, may_be_ones_own, names_meeting
from bot.core.suggesting.doubtful_messages import asked_about, told_to_all_named
from bot.core.suggesting.gap_answers import begins_like, worded
from bot.core.suggesting.guest_reader import read_guest
from bot.core.suggesting.readings import (
    Completed,
    Declined,
    GuestSays,
    NothingAsked,
    Reading,
    Suggested,
    WhatHour,
    WhichOne,
    suggested,
)

REPEATABLE = (
    About,
    Check,
    DeskToday,
    Devices,
    Experts,
    Help,
    Meetings,
    Nothing,
    Plan,
    Status,
    Thanks,
    Unclear,
    WhoIsOn,
)
"""Commands whose buttons may be pressed again and again: they only show something."""


def may_ask(command: Reading, request: Request) -> bool:
    """A guest from elsewhere may have their own link again, and have words passed on."""
    return isinstance(command, MyLink | GuestSays) or _is_colleague(request)


def _is_colleague(request: Request) -> bool:
    return request.installation.access.admits(request.requester.email)


def answer_by_button(command: Command, request: Request) -> Reading:
    """Return what the button of a question comes to: of a guest, which host they mean."""
    return command if _is_colleague(request) else read_guest(command, "")


def understand(command: Command, request: Request) -> Generator[Step, Any, Answer]:
    """Decide what a message comes to: an answer to the last question, or what it says itself."""
    admitted, asked = may_ask(command, request), request.question
    if not _is_colleague(request):
        return _of_guest(command, request)
    reply = rereading.answered(command, request)
    if isinstance(reply, Completed):
        command, request = rereading.completed(reply, request)
        reply = None
    if reply is None or isinstance(reply, Declined | Suggested | WhatHour):
        reading = reply or (yield from _reread(command, request, admitted))
        if isinstance(reading, WhichOne):
            return Answer(reading, request, admitted)
        over = _once(asked, request) if asked and isinstance(reply, Declined) else ""
        return Answer(reading, request, admitted, over, drops=asked.id if asked else "")
    if asked is None or isinstance(reply, (NothingAsked, WhichOne, *REPEATABLE)):
        return Answer(reply, request, admitted)
    # Almost any words fill a gap, so the next ones are no answer any more.
    drops = asked.id if asked.sentence and not asked.choices else ""
    once, request = _once(asked, request), replace(request, answers=True)
    return Answer(reply, request, admitted, once, is_answer=True, drops=drops)


def _asked_first(command: Reading, request: Request) -> Reading:
    """Return a command, as a question where what went before gives it another meaning.

    `cancel` may be an answer to the last question, and `and bob too` may ask to tell Bob as well.
    """
    asked, follows = request.question, request.follows_address
    is_open = bool(asked and asked.is_open(request.written))
    if asked and is_open and not asked.answered and isinstance(command, Sayable):
        command = _unless_answer(command, asked, request)
    in_space = not request.requester.direct
    if isinstance(command, Defaults) and in_space and may_be_ones_own(request.said):
        return suggested(command)
    if isinstance(command, Sayable) and is_doubtful(command, request.said, follows_address=follows):
        return suggested(command)
    is_bare = isinstance(command, Cancel) and command.which == NO_MEETING
    return Cancel(ask_first=True) if is_bare and is_open else command


def _unless_answer(command: Sayable, asked: OpenQuestion, request: Request) -> Reading:
    """Return a command, or a question if its words may be the answer to the last one.

    `the meeting with bob@x.com` says which meeting, and asks for no other.
    """
    said, names_one = request.said, isinstance(command, Meet) and names_meeting(request.said)
    if asked.choices:
        return WhichOne() if names_one and len(asked.choices) > 1 else command
    words = worded(asked.sentence, said, parser_of(request)) if acts(command) else None
    if words and not begins_like(said, [asked.sentence]):
        return suggested(words, command)
    return suggested(command) if names_one else command


def _of_guest(command: Command, request: Request) -> Answer:
    """Decide what a guest's message comes to; a question to them is which host they mean."""
    asked, reply = request.question, rereading.answered(command, request)
    if asked and isinstance(reply, Tell | TellInviter):
        said, once = read_guest(reply, ""), _once(asked, request)
        return Answer(said, request, may_ask(said, request), once, is_answer=True)
    said = read_guest(command, request.said)
    return Answer(said, request, may_ask(said, request), drops=asked.id if asked else "")


def understand_correction(
    command: Command, request: Request
) -> Generator[Step, Any, Answer | None]:
    """Decide what a message comes to that was edited after a question about it.

    Like an answer to the question, it is carried out only once.
    """
    asked, admitted = request.question, may_ask(command, request)
    if asked is None or not _is_colleague(request):
        return None
    request = replace(request, question=None)
    reading = yield from _reread(command, request, admitted)
    once = "" if isinstance(reading, REPEATABLE) else _once(asked, request)
    return Answer(reading, request, admitted, once, is_answer=True, drops=asked.id)


def _once(asked: OpenQuestion, request: Request) -> str:
    return answer_key(asked.id, request.requester.person_id)


def _reread(command: Command, request: Request, admitted: bool) -> Generator[Step, Any, Reading]:
    """Read a sentence again if the grammar didn't understand it; keep its reading on trouble."""
    reading: Reading = command
    if admitted and request.said and isinstance(command, Unclear):
        with suppress(Trouble):
            reading = yield from rereading.reread(command, request)
    if isinstance(reading, Suggested):
        return told_to_all_named(reading)
    asked = isinstance(reading, Tell) and asked_about(reading, request.said, parser_of(request))
    return asked or _asked_first(reading, request)
