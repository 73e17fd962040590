"""Starts the conversation that carries out a decision, and answers if it can't be finished.

Trouble is thrown in where it happens. Conversations don't read the clock or use chance, so that a
replay with the same decision and the recorded answers takes the same path.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from bot.core import replies
from bot.core.conversations import scheduled_tasks
from bot.core.conversations.command_table import ANSWERS
from bot.core.conversations.doors import door_events, lost_links
from bot.core.conversations.experts import desk_calls
from bot.core.conversations.meetings.pass_on import pass_on, refuse
from bot.core.conversations.program_requests import answer_program
from bot.core.conversations.requests import late_messages
from bot.core.conversations.requests.ask import noting_outcome
from bot.core.conversations.requests.clarify import ReadInstead
from bot.core.conversations.requests.decision import (
    Answer,
    AnswerDesk,
    AskWhetherStill,
    Decision,
    DeliverEvent,
    Greet,
    RunScheduledTask,
    SendLostLinks,
    TellCardWasReplaced,
    TellNotTheirQuestion,
    TellOfDoor,
    TellUnreadable,
    Trigger,
)
from bot.core.conversations.requests.installation import Installation
from bot.core.conversations.requests.overtaking import overtaking
from bot.core.conversations.requests.request import Request
from bot.core.conversations.scheduled import event_delivery
from bot.core.domain.commands import Command, Sayable
from bot.core.domain.errors import Trouble
from bot.core.incoming.received import Received
from bot.core.steps.last_word import LastWord
from bot.core.steps.ledger_steps import ClaimOnce
from bot.core.steps.question_steps import DropQuestion
from bot.core.steps.step import Conversation, Step
from bot.core.steps.webex_steps import DirectChat, Say, Space
from bot.core.suggesting.readings import (
    Declined,
    GuestSays,
    NothingAsked,
    Question,
    Suggested,
    WhatHour,
    WhichOne,
)


def converse(decision: Decision) -> Conversation:
    """Return the conversation for a decision."""
    request = decision.request if isinstance(decision, Answer) else None
    by = request.requester if request and not request.program else None
    yield from overtaking(_converse(decision), by)


def _converse(decision: Decision) -> Conversation:
    match decision:
        case Answer() if decision.request.program:
            yield from answer_program(_answer(decision), decision.request)
        case Answer():
            yield from _answer(decision)
        case Greet() | TellCardWasReplaced() | TellUnreadable() | TellNotTheirQuestion():
            yield _said_at_once(decision)
        case _:
            yield from _CONVERSATIONS[type(decision)](decision)


_CONVERSATIONS: Mapping[type, Callable[[Any], Conversation]] = {
    RunScheduledTask: scheduled_tasks.run_scheduled_task,
    TellOfDoor: door_events.tell_of_door,
    SendLostLinks: lost_links.send_lost_links,
    DeliverEvent: event_delivery.deliver_event,
    AnswerDesk: desk_calls.answer_desk,
    AskWhetherStill: late_messages.ask_if_still_wanted,
}


def apology(trigger: Trigger, installation: Installation) -> Step | None:
    """Return the apology for a conversation that a bug broke."""
    if not isinstance(trigger, Received) or trigger.notice.room_id is None:
        return None
    sorry = replies.broken(installation.languages.for_host(None))
    return Say(sorry, (Space(trigger.notice.room_id),))


def _said_at_once(
    decision: Greet | TellCardWasReplaced | TellUnreadable | TellNotTheirQuestion,
) -> Say:
    match decision:
        case Greet():
            t = decision.installation.languages.for_host(None)
            return Say(replies.greeting(t), (Space(decision.room_id),))
        case TellCardWasReplaced():
            t = decision.installation.languages.for_host(decision.language)
            return Say(replies.retired(t), (DirectChat(decision.person_id),))
        case TellUnreadable():
            t, trouble = decision.installation.languages.for_host(None), decision.trouble
            sorry = replies.not_finished if decision.pressed else replies.not_read
            return LastWord(sorry(t, trouble), (Space(decision.room_id),))
        case TellNotTheirQuestion():
            t, whose = decision.request.language, decision.whose
            question = replies.anothers_question(t, whose, decision.command)
            return Say(question, decision.request.places)


def _carry_out(command: Command | GuestSays, request: Request) -> Conversation:
    try:
        yield from noting_outcome(ANSWERS[type(command)](command, request), request)
    except ReadInstead as read:
        request = replace(request, command=read.command)
        instead = ANSWERS[type(read.command)](read.command, request)
        yield from noting_outcome(instead, request)


_TELLS_ONLY = (Suggested, Question, NothingAsked, Declined, WhichOne, WhatHour)
"""Readings that only tell or ask something, and are therefore done as often as they are read."""


def _answer(decision: Answer) -> Conversation:
    command, request = decision.command, decision.request
    request = replace(request, command=command if isinstance(command, Sayable) else None)
    try:
        if decision.drops:
            by = request.requester
            yield DropQuestion(by.person_id, by.room_id, decision.drops)
        if isinstance(command, Declined) and decision.once:
            yield ClaimOnce(decision.once, request.seed)  # its buttons do nothing any more
        if isinstance(command, _TELLS_ONLY):
            yield from ANSWERS[type(command)](command, request)
        elif decision.once and not (yield ClaimOnce(decision.once, request.seed)):
            pressed = replies.answered_already if decision.is_answer else replies.pressed_already
            yield Say(pressed(request.language, command), request.places)
        elif decision.admitted:
            yield from _carry_out(command, request)
        elif request.said:  # an invited guest's command is words for their host
            yield from pass_on(GuestSays(), request)
        else:
            yield from refuse(request)
    except Trouble as trouble:
        yield LastWord(replies.not_finished(request.language, trouble), request.places)
