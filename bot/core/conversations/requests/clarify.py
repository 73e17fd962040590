"""Asks what was meant by a sentence that the grammar can't parse."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeGuard

from bot.core import replies
from bot.core.composing import evidence
from bot.core.composing.evidence import Evidence
from bot.core.composing.spoken_meetings import MentionableMeetings
from bot.core.conversations.requests.ask import ask
from bot.core.conversations.requests.colleagues import colleagues
from bot.core.conversations.requests.request import Request
from bot.core.conversations.requests.spoken_of import spoken_of
from bot.core.domain.commands import (
    Command,
    Expert,
    Guest,
    HangPoster,
    Meet,
    Meetings,
    Nothing,
    Sayable,
    Status,
    Thanks,
    Unclear,
)
from bot.core.domain.experts import ExpertGroup
from bot.core.domain.hints import Hint
from bot.core.domain.open_questions import GAP
from bot.core.parsing import grammar
from bot.core.parsing.expert_rules import EXAMPLE_GROUP
from bot.core.parsing.grammar import SentenceParser
from bot.core.replies import group_lists, plan_card, suggestions
from bot.core.steps.expert_steps import ReadGroups
from bot.core.steps.last_word import LastWord
from bot.core.steps.step import Conversation, Step
from bot.core.steps.webex_steps import Say
from bot.core.suggesting import answers, first_names, second_reader
from bot.core.suggesting.answers import Answered
from bot.core.suggesting.guesses import Shown, of_known_meetings
from bot.core.suggesting.meetings_over import over_meeting, without_others
from bot.core.suggesting.readings import (
    Completed,
    Declined,
    NothingAsked,
    Question,
    Reading,
    Suggested,
    WhatHour,
    WhichOne,
)
from bot.core.templates import template_reader


def answered(command: Command, request: Request) -> Answered:
    """Return the answer that a message gives to the last question, or None."""
    if not request.said or not isinstance(command, Unclear | Thanks | Nothing):
        return None
    if isinstance(command, Unclear) and command.hint is Hint.MISSING:
        return None  # it begins another command
    asked = request.question
    question = asked if asked and asked.is_open(request.written) else None
    reply = answers.answer(question, request.said, _parser(request))
    return None if isinstance(reply, NothingAsked) and isinstance(command, Thanks) else reply


def completed(reply: Completed, request: Request) -> tuple[Command, Request]:
    """Return the sentence that an answer completed, as if it had been said at once."""
    whole = replace(request, said=reply.sentence)
    return _parser(request).parse(reply.sentence), whole


def reread(command: Unclear, request: Request) -> Generator[Step, Any, Reading]:
    """Return what a sentence is by a template, or else what it was probably meant for."""
    if len(request.said) > second_reader.LONGEST:
        return command
    spoken = yield from spoken_of(request)
    by = _parser(request)
    whole = evidence.find(request.said, spoken.meetings, by.devices, by.region)
    over = over_meeting(request.said, spoken)
    said = template_reader.read(command, request.said, spoken, by, whole)
    if said is not None:
        return without_others(said, over, request.said, by) if over else said
    called = yield from _called(whole, spoken.guests, request)
    known = None if called else whole
    guess = second_reader.read(command, request.said, replace(spoken, called=called), by, known)
    reading: Reading = of_known_meetings(guess, spoken)
    if over:
        reading = without_others(reading, over, request.said, by)
    return _with_names(reading, spoken)


def _with_names(reading: Reading, spoken: MentionableMeetings) -> Reading:
    """Return suggestions with the subjects and the hosts of the meetings that they may be for."""
    if not isinstance(reading, Suggested):
        return reading
    over = {each.number: each.subject for each in spoken.over}
    subjects = over | {each.number: each.subject for each in spoken.meetings}
    if spoken.cancelled:
        subjects[spoken.cancelled.number] = spoken.cancelled.subject
    hosts = {each.number: each.host for each in spoken.invitations}
    return replace(reading, subjects=subjects, hosts=hosts)


def _called(
    found: Evidence, guests: Sequence[Guest], request: Request
) -> Generator[Step, Any, Mapping[str, Guest]]:
    """Return those whom a sentence calls by name and who are no guests, by these names."""
    if phone := first_names.called_phone(found, guests):
        return phone
    if not first_names.may_name_somebody(found):
        return {}
    known = yield from colleagues(request)
    return first_names.called(found, known)


def _parser(request: Request) -> SentenceParser:
    installation = request.installation
    return SentenceParser(request.at, tuple(installation.devices), installation.region)


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


class ReadInstead(Exception):
    """A sentence turned out to say another command, which is carried out instead."""

    def __init__(self, command: Sayable) -> None:
        super().__init__()
        self.command = command


def suggest_instead(first: str, request: Request) -> Generator[Step, Any, bool]:
    """Suggest what else may be meant by a command that can't be carried out.

    Args:
        first: why it can't be, which is said first.
        request: the request.

    Returns:
        whether something was suggested; if not, nothing was said.

    Raises:
        ReadInstead: the sentence clearly says another command.
    """
    if not request.said:
        return False
    unclear = Unclear(request.said[:100], Hint.UNKNOWN)
    reading = yield from reread(unclear, request)
    if isinstance(reading, Status | Meetings):
        reading = Suggested((reading,), unclear)
    if _is_another(reading, request):
        raise ReadInstead(reading)
    if isinstance(reading, Unclear) and reading.hint in (Hint.IS_CANCELLED, Hint.IS_OVER):
        yield LastWord(replies.unclear(request.language, reading), request.places)
        return True
    if isinstance(reading, Question) and reading.name == "condition":
        yield from answer_question(reading, request)
        return True
    if isinstance(reading, Suggested):
        yield from suggest(reading, request, first)
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
    yield Say(suggestions.answer(request.language, command.name, numbers), request.places)


def unclear(command: Unclear, request: Request) -> Conversation:
    """Ask what was meant where nothing can be suggested; often one word is the answer."""
    gap = answers.with_gap(command, request.said)
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
    return isinstance(_parser(request).parse(command.said), Expert | HangPoster)


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
    read = _parser(request)
    meetings = (read.command(gap.replace(GAP, each)) for each in _SOME_HOURS)
    return next((each for each in meetings if isinstance(each, Meet)), None)


def say_declined(_: Declined, request: Request) -> Conversation:
    """Say that nothing is done; a `cancel` right after this may mean the same."""
    yield from ask(request, replies.unclear(request.language, Unclear("", Hint.NOT_WANTED)))


def say_nothing_asked(_: NothingAsked, request: Request) -> Conversation:
    """Say that no question is open."""
    yield Say(suggestions.nothing_asked(request.language), request.places)


def ask_which_one(_: WhichOne, request: Request) -> Conversation:
    """Ask again if `yes` isn't enough to choose."""
    yield Say(suggestions.which_one(request.language), request.places)
