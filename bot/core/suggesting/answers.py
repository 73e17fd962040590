"""Understands answers to the bot's own questions: `yes`, `the second`, `3pm`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile

from bot.core.composing.tokens import NOT, tokens
from bot.core.domain.commands import Sayable, TakeRequest, Unclear
from bot.core.domain.hints import Hint
from bot.core.domain.open_questions import OpenQuestion
from bot.core.parsing.grammar import SentenceParser
from bot.core.suggesting.answer_words import (
    AROUND,
    BOTH,
    COMING,
    CONTRADICTS,
    LAST,
    NO,
    NO_AT_ALL,
    ORDINALS,
    PLACES,
    POINTING,
    YES,
)
from bot.core.suggesting.clearer_times import TIME_WORDS
from bot.core.suggesting.gap_answers import begins_like, of_gap
from bot.core.suggesting.plain_answers import is_hedged
from bot.core.suggesting.readings import (
    Completed,
    Declined,
    NothingAsked,
    Suggested,
    WhatHour,
    WhichOne,
    suggested,
)
from bot.core.suggesting.time_answers import (
    differ_in_time_only,
    first_or_last,
    of_part,
    part_said,
    retimed,
)

LONGEST = 8
"""The most words of an answer."""

MOST = 3
"""The most choices that are asked about again."""

_SHORT = 5
"""The most words of an answer that says what is not meant."""


Answered = Sayable | Suggested | NothingAsked | Declined | WhichOne | WhatHour | Completed | None
"""What an answer means; None if the message is not an answer."""


def answer(
    question: OpenQuestion | None, text: str, read: SentenceParser, *, takes_yes: bool = True
) -> Answered:
    """Return what a message means as an answer, or None if it isn't one; if it isn't sure, ask.

    Args:
        question: the open question, if any.
        text: the message's text.
        read: parses a sentence.
        takes_yes: whether `yes` can only be for this question; else it is asked again.
    """
    found = _answer(question, text, read, takes_yes=takes_yes)
    return suggested(found) if isinstance(found, Sayable) and is_hedged(text) else found


def _answer(
    question: OpenQuestion | None, text: str, read: SentenceParser, *, takes_yes: bool
) -> Answered:
    said = " ".join(_words(text))
    choices = question.choices if question else ()
    is_over = question is not None and question.answered
    which = chosen(said, len(choices))
    if which is not None:
        return _unless_asked(read.command(choices[which]), text)
    if said in YES or (said in COMING and _asks_whether_coming(choices, read)):
        said_yes = _confirmed(choices, read, answered=is_over)
        is_sure = takes_yes or is_over
        return _unless_asked(said_yes, text, is_sure=is_sure)
    if is_over:
        question = None  # other words are no answer any more
    if _declines(said):
        return Declined() if question or said in NO_AT_ALL else None
    if question and choices and 0 < len(said.split()) <= LONGEST:
        return _of_choices(question, text, said, read)
    if question and question.sentence and 0 < len(said.split()) <= LONGEST:
        return of_gap(question.sentence, text, said, read)
    return NothingAsked() if chosen(said, len(ORDINALS)) is not None else None


def _of_choices(question: OpenQuestion, text: str, said: str, read: SentenceParser) -> Answered:
    """Return what an answer other than `yes`, `no` or a place in the list chooses."""
    choices, words_of = question.choices, _words_of_choices(question)
    commands = [each for each in map(read.command, choices) if each]
    denied, rest = _without_contradiction(said)
    if denied and (which := chosen(rest, len(choices))) is not None:
        return read.command(choices[which])
    words = _names(rest)
    if words[:1] == [NOT] and len(words) <= _SHORT:
        return _all_but(words[1:], choices, words_of, read)
    if (denied or len(choices) == 1) and POINTING.issuperset(words):
        return Declined() if denied or BOTH.isdisjoint(words) else suggested(*commands[:MOST])
    part = part_said(rest)
    picked = of_part(part, commands) if part else first_or_last(rest, commands)
    picked = picked or _named(text, words, choices, words_of, read)
    if len(picked) == 1:
        return _unless_asked(picked[0], text)
    if other := retimed(text, commands, read):
        is_sure = len(other) == 1 and differ_in_time_only(commands)
        return other[0] if is_sure else suggested(*other[:MOST])
    is_said_anew = begins_like(text, choices)
    may_answer = len(choices) > 1 and not is_said_anew and _may_answer(words, words_of)
    return WhichOne() if may_answer else None


def _asks_whether_coming(choices: Sequence[str], read: SentenceParser) -> bool:
    return len(choices) == 1 and isinstance(read.command(choices[0]), TakeRequest)


def _declines(said: str) -> bool:
    """Return whether an answer says no, or `no` and no once more: `nein, doch nicht`."""
    return said in NO or _without_contradiction(said)[1] in NO


def _unless_asked(chosen: Answered, text: str, *, is_sure: bool = True) -> Answered:
    """Return what an answer chooses; as a suggestion, if it asks, such as `the first?`."""
    is_asked = text.rstrip().endswith("?") or not is_sure
    return suggested(chosen) if isinstance(chosen, Sayable) and is_asked else chosen


def _without_contradiction(said: str) -> tuple[bool, str]:
    """Return whether an answer begins with `no`, `wait` or the like, and what follows."""
    words = said.split()
    rest = [*dropwhile(lambda word: word in CONTRADICTS, words)]
    return len(rest) < len(words), " ".join(rest)


def _all_but(
    words: Sequence[str], choices: Sequence[str], words_of: Sequence[set[str]], read: SentenceParser
) -> Answered:
    """Return the choices that `not alice` leaves; declined if it leaves all, or none."""
    meant = [each for each in words if each not in POINTING]
    place = chosen(" ".join(words), len(choices))
    left = [
        each for at, each in enumerate(choices) if at != place and words_of[at].isdisjoint(meant)
    ]
    commands = [each for each in map(read.command, left) if each]
    return suggested(*commands[:MOST]) if 0 < len(commands) < len(choices) else Declined()


def _named(
    text: str,
    words: Sequence[str],
    choices: Sequence[str],
    words_of: Sequence[set[str]],
    read: SentenceParser,
) -> list[Sayable]:
    """Return the choices in which all the words stand that say something."""
    meant = {each for each in words if each not in POINTING}
    if not meant or len(choices) < 2:
        return []
    found = [each for each, known in zip(choices, words_of, strict=True) if meant <= known]
    said = read.parse(text)
    if isinstance(said, Unclear) and said.hint not in _NO_COMMAND:
        found = [each for each in found if begins_like(text, [each])]  # or it is a new command
    return [each for each in map(read.command, found) if each]


_NO_COMMAND = frozenset({Hint.UNKNOWN, Hint.NO_VERB, Hint.WHO})
"""Hints of words that begin no command of their own."""


def _words_of_choices(question: OpenQuestion) -> list[set[str]]:
    """Return the words by which an answer may name each choice."""
    labels = question.labels or [""] * len(question.choices)
    called = zip(question.choices, labels, strict=True)
    return [set(_names(f"{each} {label}".replace("_", " "))) for each, label in called]


def _names(text: str) -> list[str]:
    """Return the words to compare, in which the number of a meeting isn't a mere number."""
    return tokens(re.sub(r"#(?=\d)", "meeting_", text))


def _may_answer(words: Sequence[str], words_of: Sequence[set[str]]) -> bool:
    """Return whether a message consists of words of an answer, though it chooses nothing."""
    known = set[str]().union(POINTING, TIME_WORDS, PLACES, *words_of)
    return all(each in known or each.isdigit() for each in words)


def chosen(said: str, choices: int) -> int | None:
    """Return which of the choices an answer names: `2`, `the second`, `the last one`."""
    words = said.split() if choices else []
    if words[:1] in (["one"], ["1"]) and _place(" ".join(words[1:2]), choices) is not None:
        return None  # one second
    named = [word for word in words if _place(word, choices) is not None]
    named = [word for word in named if word not in AROUND] or named
    if len(named) != 1 or not set(words) <= AROUND | {named[0]}:
        return None
    place = _place(named[0], choices)
    return place if place is not None and place < choices else None


def _place(word: str, choices: int) -> int | None:
    if word in LAST:
        return choices - 1
    return next((at for at, called in enumerate(ORDINALS) if word in called), None)


def _confirmed(choices: Sequence[str], read: SentenceParser, *, answered: bool) -> Answered:
    if len(choices) == 1 or (choices and answered):
        return read.command(choices[0])
    return WhichOne() if choices else NothingAsked()


def _words(text: str) -> list[str]:
    plain = text.casefold().replace("’", "'").replace("-", " ")
    return re.findall(r"#?[\w']+|[👍👎✅]", plain)[: LONGEST + 1]
