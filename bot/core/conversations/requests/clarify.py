"""Asks what was meant by a sentence that the grammar can't parse."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import Any, TypeGuard

from bot.core import replies
from bot.core.conversations.requests.ask import ask, doubt_what_follows
from bot.core.conversations.requests.request import Request
from bot.core.conversations.requests.rereading import parser_of, reread
from bot.core.conversations.requests.spoken_of import shown
from bot.core.domain.commands import (
    Expert,
    HangPoster,
    Meet,
    Meetings,
    Sayable,
    Status,
    Unclear,
)
from bot.core.domain.experts import ExpertGroup
from bot.core.domain.hints import Hint
from bot.core.domain.meetings import Meeting
from bot.core.domain.open_questions import GAP
from bot.core.parsing import grammar
from bot.core.parsing.expert_rules import EXAMPLE_GROUP
from bot.core.replies import group_lists, plan_card, suggestions
from bot.core.steps.expert_steps import ReadGroups
from bot.core.steps.last_word import LastWord
from bot.core.steps.step import Conversation, Step
from bot.core.steps.webex_steps import Say
from bot.core.suggesting.gap_answers import with_gap
from bot.core.suggesting.guesses import Shown
from bot.core.suggesting.readings import (
    Declined,
    NothingAsked,
    Question,
    Reading,
    Suggested,
    WhatHour,
    WhichOne,
)


def suggest(command: Suggested, request: Request, first: str = "") -> Conversation:
    """Ask which of some commands was meant; a button, or its number, does it.

    Args:
        command: the commands.
        request: the request.
        first: what is said before the question.
    """
    t, whose = request.language, request.asked_person
    yield from ask(
        request,
        suggestions.question(t, command, request.zone, first),
        suggestions.buttons(t, command, request.zone, whose=whose),
        choices=[grammar.say(each) for each in command.choices],
    )


def suggest_for(
    meeting: Meeting, commands: Sequence[Sayable], request: Request, why: Hint = Hint.UNKNOWN
) -> Conversation:
    """Ask which of some commands for a meeting was meant, with what readers may know of it."""
    subjects = {meeting.number: shown(meeting, request).subject or ""}
    because = Unclear(request.said[:100] if why is Hint.UNKNOWN else "", why)
    yield from suggest(Suggested(tuple(commands), because, subjects), request)


_SAYS_MORE = frozenset({Hint.IS_CANCELLED, Hint.IS_OVER, Hint.WHICH_TIME})
"""Hints that say more plainly why a command can't be carried out than that no meeting fits."""


class ReadInstead(Exception):
    """A sentence turned out to say another command, which is carried out instead."""

    def __init__(self, command: Sayable) -> None:
        super().__init__()
        self.command = command


def suggest_instead(first: str, request: Request, named: str = "") -> Generator[Step, Any, bool]:
    """Suggest what else may be meant by a command that can't be carried out.

    Args:
        first: why it can't be, which is said first.
        request: the request.
        named: words that name no meeting of the speaker's; empty for none.

    Returns:
        whether something was suggested; if not, nothing was said.

    Raises:
        ReadInstead: the sentence clearly says another command.
    """
    if not request.said:
        return False
    unclear = Unclear(request.said[:100], Hint.UNKNOWN)
    reading = yield from reread(unclear, request, named)
    if isinstance(reading, Status | Meetings):
        reading = Suggested((reading,), unclear)
    if _is_another(reading, request):
        raise ReadInstead(reading)
    return (yield from _say_instead(reading, first, request))


def _say_instead(reading: Reading, first: str, request: Request) -> Generator[Step, Any, bool]:
    """Say what a sentence may mean instead, or why nothing; return whether something was said."""
    if isinstance(reading, Unclear) and reading.hint in _SAYS_MORE:
        yield LastWord(replies.unclear(request.language, reading), request.places)
        return True
    if isinstance(reading, Question) and reading.name == "condition":
        yield from answer_question(reading, request)
        return True
    if isinstance(reading, Suggested):
        is_one_of_two = reading.because.hint is Hint.TWO_REQUESTS
        yield from suggest(reading, request, "" if is_one_of_two else first)
        return True
    return False


def _is_another(reading: Reading, request: Request) -> TypeGuard[Sayable]:
    """Return whether a sentence clearly says another command than it was first taken for."""
    is_shown = isinstance(reading, Shown)
    return isinstance(reading, Sayable) and not is_shown and reading != request.command


def answer_question(command: Question, request: Request) -> Conversation:
    """Answer a question about the bot."""
    installation = request.installation
    numbers = {
        "guests": installation.most_guests,
        "early": installation.open_early_minutes,
        "remind": installation.remind_minutes,
    }
    yield from doubt_what_follows(request, of_none=True)
    yield Say(suggestions.answer(request.language, command.name, numbers), request.places)


def unclear(command: Unclear, request: Request) -> Conversation:
    """Ask what was meant where nothing can be suggested; often one word is the answer."""
    gap = with_gap(command, request.said)
    draft = _draft(command, gap, request)
    if draft is None and _names_a_group(command, request):
        yield from _ask_with_a_group(command, gap, request)
    elif draft is None:
        yield from ask(request, replies.unclear(request.language, command), sentence=gap)
    else:
        yield from _ask_hour(draft, gap, request)


def _names_a_group(command: Unclear, request: Request) -> bool:
    """Return whether a question has an example that only works with a group that there is."""
    if command.hint is not Hint.MISSING or not command.said:
        return False
    return isinstance(parser_of(request).parse(command.said), Expert | HangPoster)


def _ask_with_a_group(command: Unclear, gap: str, request: Request) -> Conversation:
    """Ask what is missing, with a group that there is in the example."""
    t = request.language
    groups: tuple[ExpertGroup, ...] = yield ReadGroups()
    names = [each.name for each in groups]
    if not names:
        yield LastWord(group_lists.no_groups(t), request.places)
        return
    group = EXAMPLE_GROUP if EXAMPLE_GROUP in names else names[0]
    yield from ask(request, replies.unclear(t, command, group), sentence=gap)


def ask_hour(command: WhatHour, request: Request) -> Conversation:
    """Ask for the hour in a part of the day."""
    draft = _draft(Unclear("", Hint.WHAT_HOUR), command.sentence, request)
    if draft is None:
        question = replies.what_hour(request.language)
        yield from ask(request, question, sentence=command.sentence)
    else:
        yield from _ask_hour(draft, command.sentence, request)


def _ask_hour(draft: Meet, gap: str, request: Request) -> Conversation:
    """Ask for the hour of a meeting, beside its form."""
    t = request.language
    form = plan_card.plan_form(
        t,
        request.installation.devices,
        request.preferences,
        direct=request.in_private,
        draft=draft,
    )
    yield from ask(request, replies.what_time(t), form, sentence=gap)


_SOME_HOURS = ("9:00", "14:00", "20:00", "23:30", "12:00")


def _draft(command: Unclear, gap: str, request: Request) -> Meet | None:
    """Return the meeting of a sentence that lacks only the time of day, at any of some hours."""
    if command.hint is not Hint.WHAT_HOUR or not gap:
        return None
    read = parser_of(request)
    meetings = (read.command(gap.replace(GAP, each)) for each in _SOME_HOURS)
    return next((each for each in meetings if isinstance(each, Meet)), None)


def say_declined(_: Declined, request: Request) -> Conversation:
    """Say that nothing is done; a `cancel` right after this may mean the same."""
    yield from ask(request, replies.unclear(request.language, Unclear("", Hint.NOT_WANTED)))


def say_nothing_asked(_: NothingAsked, request: Request) -> Conversation:
    """Say that no question is open; a `cancel` right after this may mean something else."""
    yield from ask(request, suggestions.nothing_asked(request.language))


def ask_which_one(_: WhichOne, request: Request) -> Conversation:
    """Ask again if `yes` isn't enough to choose."""
    yield Say(suggestions.which_one(request.language), request.places)
