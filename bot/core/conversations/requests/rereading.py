"""Reads a sentence that the grammar can't parse: as an answer, by a template, or as a guess."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.core.composing import evidence
from bot.core.composing.evidence import Evidence
from bot.core.composing.names import OverMeeting
from bot.core.composing.spoken_meetings import MentionableMeetings
from bot.core.conversations.requests.colleagues import colleagues
from bot.core.conversations.requests.request import Request
from bot.core.conversations.requests.spoken_of import spoken_of
from bot.core.domain.commands import (
    Cohost,
    Command,
    Guest,
    Handover,
    Nothing,
    Sayable,
    Swap,
    Thanks,
    Unclear,
)
from bot.core.domain.hints import Hint
from bot.core.parsing.grammar import SentenceParser
from bot.core.steps.step import Step
from bot.core.suggesting import answers, first_names, second_reader
from bot.core.suggesting.answers import Answered
from bot.core.suggesting.denials import without_denied
from bot.core.suggesting.guesses import of_known_meetings
from bot.core.suggesting.meetings_over import over_meeting, without_others
from bot.core.suggesting.named_by_day import read_named_by_day
from bot.core.suggesting.readings import (
    Completed,
    NothingAsked,
    Reading,
    Suggested,
)
from bot.core.suggesting.unknown_meetings import named_as_nobody, says_something
from bot.core.suggesting.wishes import is_only_wished
from bot.core.templates import template_reader


def answered(command: Command, request: Request) -> Answered:
    """Return the answer that a message gives to the last question, or None."""
    if not request.said or not isinstance(command, Unclear | Thanks | Nothing):
        return None
    if isinstance(command, Unclear) and command.hint is Hint.MISSING:
        return None  # it begins another command
    asked = request.question
    question = asked if asked and asked.is_open(request.written) else None
    thread = request.requester.thread
    takes_yes = question is None or question.takes_yes(thread, request.message_id)
    reply = answers.answer(question, request.said, parser_of(request), takes_yes=takes_yes)
    return None if isinstance(reply, NothingAsked) and isinstance(command, Thanks) else reply


def completed(reply: Completed, request: Request) -> tuple[Command, Request]:
    """Return the sentence that an answer completed, as if it had been said at once."""
    whole = replace(request, said=reply.sentence)
    return parser_of(request).parse(reply.sentence), whole


def reread(command: Unclear, request: Request, unknown: str = "") -> Generator[Step, Any, Reading]:
    """Return what a sentence is by a template, or else what it was probably meant for.

    Args:
        command: the grammar's result.
        request: the request.
        unknown: words that name no meeting of the speaker's; empty for none.
    """
    if len(request.said) > second_reader.LONGEST:
        return command
    spoken = yield from spoken_of(request)
    spoken = _with_unknown(spoken, unknown or named_as_nobody(command, request.said))
    by = parser_of(request)
    whole = evidence.find(request.said, spoken.meetings, by.devices, by.region)
    over = over_meeting(request.said, spoken)
    named = read_named_by_day(command, whole, spoken, by)
    if named.is_sure:
        return named.commands[0]
    said = template_reader.read(command, request.said, spoken, by, whole)
    if said is not None and is_only_wished(said, whole.sentence):
        return _with_names(Suggested((said,), Unclear(request.said[:100], Hint.UNKNOWN)), spoken)
    if said is not None:
        return without_others(said, over, request.said, by) if over else said
    return (yield from _guessed(command, request, spoken, whole, over))


def _with_unknown(spoken: MentionableMeetings, name: str) -> MentionableMeetings:
    """Return the meetings, of which none has this name if it says something."""
    return replace(spoken, unknown=name) if says_something(name) else spoken


def _guessed(
    command: Unclear,
    request: Request,
    spoken: MentionableMeetings,
    whole: Evidence,
    over: OverMeeting | None,
) -> Generator[Step, Any, Reading]:
    """Return what a sentence that no template reads was probably meant for."""
    by = parser_of(request)
    called = yield from _called(whole, spoken.guests, request)
    known = None if called else whole
    guess = second_reader.read(command, request.said, replace(spoken, called=called), by, known)
    known_only = of_known_meetings(guess, spoken)
    reading: Reading = without_denied(known_only, whole, spoken, by)
    if command.hint is Hint.WHO and spoken.unknown and isinstance(reading, Unclear):
        reading = Unclear(spoken.unknown[:100], Hint.WHICH)
    if over:
        reading = without_others(reading, over, request.said, by)
    if isinstance(reading, Suggested):
        reading = _without_outsiders(reading, request)
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


def _without_outsiders(reading: Suggested, request: Request) -> Suggested | Sayable:
    """Return a reading that makes no host of somebody who may not be one.

    If nothing else was meant, the command itself says why it does nothing.
    """
    out = [each for each in reading.choices if _is_for_outsider(each, request)]
    left = tuple(each for each in reading.choices if each not in out)
    return replace(reading, choices=left) if left else out[0]


def _is_for_outsider(command: Command, request: Request) -> bool:
    host = command.to.email if isinstance(command, Handover | Cohost | Swap) else ""
    return bool(host) and not request.installation.access.admits(host)


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


def parser_of(request: Request) -> SentenceParser:
    """Return the parser of sentences said as in a request."""
    installation = request.installation
    return SentenceParser(request.at, tuple(installation.devices), installation.region)
