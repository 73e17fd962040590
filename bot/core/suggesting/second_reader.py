"""Suggests up to three commands, or an answer, for a sentence that the grammar can't parse.

It compares the sentence with examples and fills in what the sentence mentions. The grammar then
decides whether the result is a command. What just shows something is answered at once.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.core.composing import evidence
from bot.core.composing.evidence import Evidence
from bot.core.composing.spoken_meetings import MentionableMeetings
from bot.core.domain.commands import Meet, Sayable, Unclear
from bot.core.domain.hints import OF_TIMES, OPEN, Hint
from bot.core.parsing.grammar import SentenceParser
from bot.core.parsing.rules import PHRASES
from bot.core.suggesting import duty_meant
from bot.core.suggesting.clauses import command_in
from bot.core.suggesting.clearer_readings import more_clearly
from bot.core.suggesting.colleague_invited import said_as_guest, to_host
from bot.core.suggesting.conditions import is_for_later
from bot.core.suggesting.contrary_words import keeps_a_secret
from bot.core.suggesting.corrected_times import retimed_just_made
from bot.core.suggesting.door_answers import to_guests
from bot.core.suggesting.free_replies import of_named_meeting, told_instead
from bot.core.suggesting.guesses import MOST, Guess, of_sentences, only_shows, suggested
from bot.core.suggesting.named_by_day import read_named_by_day
from bot.core.suggesting.namesakes import of_namesakes
from bot.core.suggesting.nearest_examples import of_examples, of_names
from bot.core.suggesting.possible_subjects import with_a_time_in_it
from bot.core.suggesting.readings import Question, Suggested
from bot.core.suggesting.several_requests import several_requests, told_but_not_to
from bot.core.suggesting.subjects_in_doubt import (
    second_request,
    with_a_subject,
    with_and_without_aside,
)
from bot.core.templates import template_reader

LONGEST = 500
"""The most characters of a sentence to read; in a longer one, a request is hard to find."""

_OF_SUBJECTS = frozenset({Hint.WHAT, Hint.PURPOSE, Hint.WHICH_TIME})
"""Hints about words that may be a subject with a time in it."""

_NUMBER = re.compile(r"\d+[.!?]*")
_MAY_BE_FOR_LATER = OPEN | OF_TIMES | {Hint.INSIDE, Hint.TWO_REQUESTS, Hint.SUBJECT, Hint.EXCEPT}
"""Hints that `if …` may lead to."""


def read(
    unclear: Unclear,
    sentence: str,
    spoken: MentionableMeetings,
    by: SentenceParser,
    whole: Evidence | None = None,
) -> Guess:
    """Return what a sentence was probably meant for, or `unclear` if that can't be told.

    Args:
        unclear: the grammar's result.
        sentence: the sentence, of at most `LONGEST` characters.
        spoken: the meetings that the speaker may mention.
        by: parses the suggested sentences.
        whole: what the sentence mentions, if that is known.
    """
    found = whole or _found(sentence, spoken, by)

    def likeliest_command(said: str) -> Sayable | None:
        return _likeliest_command(said, spoken, by)

    return (
        _of_form(unclear, sentence, spoken, by, found)
        or to_guests(unclear, found, spoken, by)
        or _passed_on(unclear, found, sentence, spoken, by)
        or of_namesakes(unclear, sentence, spoken, likeliest_command)
        or told_but_not_to(unclear, sentence, likeliest_command)
        or several_requests(unclear, sentence, spoken, likeliest_command)
        or _of_one_request(unclear, sentence, spoken, by, found)
    )


def _of_form(
    unclear: Unclear,
    sentence: str,
    spoken: MentionableMeetings,
    by: SentenceParser,
    found: Evidence,
) -> Guess | None:
    """Return what the form of a sentence already says, whatever it requests; None for nothing."""
    if _is_for_later(unclear, sentence, found):
        return Question("condition")
    if _NUMBER.fullmatch(sentence.strip()) or keeps_a_secret(found):
        return unclear  # a number answers nothing, and asks for nothing
    if unclear.hint in OPEN and (moved := retimed_just_made(sentence, spoken, by)):
        return Suggested((moved,), Unclear(sentence[:100], Hint.UNKNOWN))
    if named := read_named_by_day(unclear, found, spoken, by).commands:
        return Suggested(named, unclear)
    return unclear if unclear.hint is Hint.MISSING and _is_bare(found) else None


def _is_for_later(unclear: Unclear, sentence: str, found: Evidence) -> bool:
    is_condition = unclear.hint in _MAY_BE_FOR_LATER and is_for_later(sentence)
    return is_condition or duty_meant.is_for_later("", found)


def _of_one_request(
    unclear: Unclear,
    sentence: str,
    spoken: MentionableMeetings,
    by: SentenceParser,
    found: Evidence,
) -> Guess:
    """Return what a sentence that makes one request was probably meant for."""
    if unclear.hint is Hint.SUBJECT and unclear.meant:
        return suggested(with_and_without_aside(unclear.meant, unclear.said), unclear)
    reading = _suggest(unclear, sentence, spoken, by, found)
    if isinstance(reading, Unclear) and reading.hint in OPEN | OF_TIMES:
        command = command_in(sentence, spoken, by)
        return Suggested((command,), unclear) if command else reading
    is_start = unclear.meant == Meet()
    return _with_host_link_first(reading, spoken, by) if is_start else reading


def _with_host_link_first(reading: Guess, spoken: MentionableMeetings, by: SentenceParser) -> Guess:
    """Return the host's link before a new meeting, if `start the meeting` may mean an open one."""
    if not (isinstance(reading, Suggested) and reading.choices[0] == Meet()):
        return reading
    opened = [each for each in spoken.likely("resend me") if each.opens and each.opens <= by.now]
    links = [by.command(f"resend me of #{each.number}") for each in opened[:1]]
    first = tuple(each for each in links if each)
    others = [each for each in reading.choices if each not in first]
    return replace(reading, choices=(*first, *others)[:MOST]) if first else reading


def _is_bare(found: Evidence) -> bool:
    """Return whether a sentence is only a command's name, and perhaps for whom it is.

    A bare `join` or `host` is for a meeting of one's own rather than for a classic one.
    """
    said = re.sub(r"\{(?:person|meeting)\}|[.,:;!?]", " ", found.sentence.casefold())
    rule = PHRASES.get(tuple(said.split()))
    return rule is not None and rule.name not in ("join", "host")


def _likeliest_command(
    said: str, spoken: MentionableMeetings, by: SentenceParser
) -> Sayable | None:
    """Return the command that a part of a sentence says, or that is likeliest meant by it."""
    read = by.parse(said)
    if not isinstance(read, Unclear):
        return read
    if clear := template_reader.read(read, said, spoken, by):
        return clear
    reading = _suggest(read, said, spoken, by)
    return reading.choices[0] if isinstance(reading, Suggested) else None


def _suggest(
    unclear: Unclear,
    sentence: str,
    spoken: MentionableMeetings,
    by: SentenceParser,
    whole: Evidence | None = None,
) -> Guess:
    """Return what to suggest for a sentence, or the answer to it."""
    if evidence.is_whose(unclear):
        unclear = Unclear(unclear.said, Hint.WORDS, unclear.meant)
    if subjects := _with_subjects(unclear, sentence, by):
        other = second_request(sentence, unclear.said)
        why = Unclear(other[:100], Hint.TWO_REQUESTS) if other else unclear
        return of_sentences(subjects, why, by, doubtless=False)
    if unclear.hint is Hint.SLIP and unclear.meant and only_shows(unclear.meant):
        return unclear.meant
    if said := more_clearly(unclear, sentence, spoken, by):
        return said
    if unclear.hint not in OPEN | OF_TIMES | {Hint.NO_TOPIC, Hint.EXCEPT}:
        return suggested([unclear.meant] if unclear.meant else [], unclear)
    found = whole or _found(sentence, spoken, by)
    if spoken.called:
        return of_names(unclear, found, sentence, spoken, by)
    reading = of_examples(unclear, found, sentence, spoken, by)
    is_about_help = unclear.hint is Hint.NO_TOPIC and not isinstance(reading, Question)
    return unclear if is_about_help else reading


def _with_subjects(unclear: Unclear, sentence: str, by: SentenceParser) -> list[str]:
    """Return a sentence with each subject that it may have, where one is in doubt."""
    if unclear.hint is Hint.SUBJECT and unclear.meant is None:
        return with_a_subject(sentence, unclear.said)
    timed = with_a_time_in_it(sentence, by) if unclear.hint in _OF_SUBJECTS else ""
    return [timed] if timed else []


def _passed_on(
    unclear: Unclear,
    found: Evidence,
    sentence: str,
    spoken: MentionableMeetings,
    by: SentenceParser,
) -> Guess | None:
    """Return the words to pass on, to a host or to a guest; None for anything else."""
    if unclear.hint is Hint.MISSING and (told := told_instead(sentence, spoken, by)):
        return of_sentences(told, Unclear("", Hint.UNKNOWN), by, doubtless=False)
    if unclear.hint in OPEN | OF_TIMES and (of_meeting := of_named_meeting(sentence, spoken, by)):
        return of_meeting
    said = said_as_guest(unclear, sentence, spoken, by)
    return said or to_host(found, spoken, by)


def _found(sentence: str, spoken: MentionableMeetings, by: SentenceParser) -> Evidence:
    return evidence.find(sentence, spoken.meetings, by.devices, by.region, spoken.called)
