"""Suggests up to three commands, or an answer, for a sentence that the grammar can't parse.

It compares the sentence with examples and fills in what the sentence mentions. The grammar then
decides whether the result is a command. Nothing is done before the person agrees; only what
just shows something is answered at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import islice
from typing import TypeGuard

from bot.core.composing import evidence
from bot.core.composing.evidence import Evidence
from bot.core.composing.grammar_sentences import TELL_HOST, compose
from bot.core.composing.spoken_meetings import UNDO, Spoken
from bot.core.composing.tokens import negates, tokens
from bot.core.domain.commands import (
    About,
    Defaults,
    Devices,
    Experts,
    Help,
    Meetings,
    Nothing,
    Plan,
    Sayable,
    Status,
    Thanks,
    Unclear,
)
from bot.core.domain.hints import OF_TIMES, OPEN, Hint
from bot.core.parsing import grammar
from bot.core.parsing.grammar import SentenceParser, acts
from bot.core.parsing.text.mentions import Said
from bot.core.parsing.text.words import split
from bot.core.suggesting import clearer_times, possible_subjects, slips
from bot.core.suggesting.faq import NAMED
from bot.core.suggesting.first_names import are_sure, without_roles
from bot.core.suggesting.free_replies import told_instead
from bot.core.suggesting.ranking import index, likeliest
from bot.core.suggesting.readings import Question, Suggested
from bot.core.suggesting.same_time import moved_to_day
from bot.core.suggesting.suggested_sentences import is_said, why_none, with_whole_subject, write
from bot.core.suggesting.two_requests import requests_in
from bot.core.suggesting.which_meeting import with_meetings_marked
from bot.core.templates import template_reader

NEAR, VERY_NEAR = 0.28, 0.5
"""The scores from which a command is suggested, and from which a lookup is answered at once."""

NEAR_ALONE = 0.34
"""The score from which a lookup is answered at once if nothing else is likely."""

NEAR_WITH_PEOPLE = 0.1
"""The score from which a command is suggested that takes the people whom the sentence names."""

_ALSO = 0.72
"""The share of the best score from which another command is suggested too."""

LONGEST = 500
"""The most characters of a sentence to read; in a longer one, a request is hard to find."""

_NEARLY_BEST = 0.9
"""The share of the best score from which somebody who is invited speaks as a guest."""

_SHORT = 120
"""The most characters of a sentence that is tried in several forms by templates."""

MOST = 3
"""The most suggestions in one answer."""

Shown = About | Defaults | Devices | Experts | Help | Meetings | Plan | Status
"""Commands that only show something; if the score is high, they run without asking."""

Guess = Suggested | Question | Unclear | Shown
"""What the second reader makes of a sentence: nothing that changes anything."""

_MAY_BE_SEVERAL = OPEN | OF_TIMES | {Hint.TWO_REQUESTS, Hint.SUBJECT}
"""Hints that two requests in one sentence may lead to."""

_TIMED = frozenset({"meet", "extend", "move", "again", "plan"})
_SAYS_LITTLE = frozenset({Hint.UNKNOWN, Hint.WHAT, Hint.PURPOSE, Hint.WORDS, Hint.WHICH, Hint.LEAD})
"""Hints that leave open what is wanted; then people are reason enough to suggest something."""


def read(
    unclear: Unclear,
    sentence: str,
    spoken: Spoken,
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
    if passed_on := _passed_on(unclear, sentence, spoken, by):
        return passed_on
    if several := _requests(unclear, sentence, spoken, by):
        return several
    return _suggest(unclear, sentence, spoken, by, whole)


def _requests(
    unclear: Unclear, sentence: str, spoken: Spoken, by: SentenceParser
) -> Suggested | None:
    """Return each of the requests that a sentence makes, if it makes several that are clear."""
    said = requests_in(sentence) if unclear.hint in _MAY_BE_SEVERAL else []
    read = [_likeliest_command(each, spoken, by) for each in said]
    commands = [each for each in read if each and acts(each)]
    if not read or len(commands) < len(read):
        return None
    if not spoken.meetings and any(hasattr(each, "which") for each in commands):
        return None
    whole = [unclear.meant] if unclear.meant and unclear.hint is Hint.TWO_REQUESTS else []
    because = Unclear(said[1][:100], Hint.TWO_REQUESTS)
    return Suggested(_once([*commands, *whole]), because)


def _likeliest_command(said: str, spoken: Spoken, by: SentenceParser) -> Sayable | None:
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
    spoken: Spoken,
    by: SentenceParser,
    whole: Evidence | None = None,
) -> Guess:
    """Return what to suggest for a sentence, or the answer to it."""
    if evidence.is_whose(unclear):
        unclear = Unclear(unclear.said, Hint.WORDS, unclear.meant)
    if unclear.hint is Hint.SUBJECT and unclear.meant is None:
        return _of_sentences(with_whole_subject(sentence), unclear, by, doubtless=False)
    if unclear.hint is Hint.SLIP and unclear.meant and _only_shows(unclear.meant):
        return unclear.meant
    if said := _more_clearly(unclear, sentence, spoken, by):
        return said
    if unclear.hint not in OPEN | OF_TIMES | {Hint.NO_TOPIC, Hint.EXCEPT}:
        return _suggested([unclear.meant] if unclear.meant else [], unclear)
    found = whole or _found(sentence, spoken, by)
    if spoken.called:
        return _of_names(unclear, found, sentence, spoken, by)
    reading = _of_examples(unclear, found, sentence, spoken, by)
    is_about_help = unclear.hint is Hint.NO_TOPIC and not isinstance(reading, Question)
    return unclear if is_about_help else reading


def _passed_on(unclear: Unclear, sentence: str, spoken: Spoken, by: SentenceParser) -> Guess | None:
    """Return the words to pass on, to a host or to a guest; None for anything else."""
    if unclear.hint is Hint.MISSING and (told := told_instead(sentence, spoken, by)):
        return _of_sentences(told, Unclear("", Hint.UNKNOWN), by, doubtless=False)
    return _to_host(sentence, spoken, by)


def _found(sentence: str, spoken: Spoken, by: SentenceParser) -> Evidence:
    return evidence.find(sentence, spoken.meetings, by.devices, by.region, spoken.called)


def _to_host(sentence: str, spoken: Spoken, by: SentenceParser) -> Guess | None:
    """Return what to suggest to somebody who probably speaks as a guest; None for others."""
    if not spoken.invitations:
        return None
    found = _found(sentence, spoken, by)
    likely = dict(likeliest(found, spoken))
    best, to_host = max(likely.values(), default=0.0), likely.pop(TELL_HOST, 0.0)
    if to_host < max(NEAR, _NEARLY_BEST * best):
        return None
    least = {"tell": NEAR}
    also = [each for each, value in likely.items() if value >= least.get(each, _ALSO * best)]
    near = [TELL_HOST, *also][:MOST]
    said = [text for each in near for text in compose(each, found, spoken, sentence)]
    return _of_sentences(said, Unclear(sentence[:100], Hint.UNKNOWN), by, doubtless=False)


def _more_clearly(
    unclear: Unclear, sentence: str, spoken: Spoken, by: SentenceParser
) -> Suggested | None:
    """Return what a sentence says with a clear time, or with its slips corrected."""
    if unclear.hint in clearer_times.UNCLEAR_TIMES and len(sentence) <= LONGEST // 2:
        said = islice(clearer_times.sentences(sentence, unclear.hint), 2 * MOST)
        if timed := _of_clearer(said, unclear, spoken, by):
            return timed
    if unclear.hint is Hint.WHAT_HOUR and (moved := moved_to_day(sentence, spoken, by)):
        return Suggested((moved,), unclear)
    if unclear.meant or unclear.hint not in OPEN | OF_TIMES | clearer_times.UNCLEAR_TIMES:
        return None
    return _of_clearer(islice(slips.corrected(sentence), MOST), unclear, spoken, by)


def _of_clearer(
    said: Iterable[str], unclear: Unclear, spoken: Spoken, by: SentenceParser
) -> Suggested | None:
    """Return the commands that sentences say by the grammar, or short ones by a template."""
    opened = Unclear(unclear.said, Hint.UNKNOWN)
    commands: list[Sayable] = []
    for each in said:
        command = by.command(each)
        if command is None and len(each) <= _SHORT:
            command = template_reader.read(opened, each, spoken, by)
        commands += [command] if command else []
    meant = [unclear.meant] if unclear.meant else []
    return Suggested(_once([*meant, *commands]), unclear) if commands else None


def _of_examples(
    unclear: Unclear, found: Evidence, sentence: str, spoken: Spoken, by: SentenceParser
) -> Guess:
    """Return what the nearest examples mean."""
    found = without_roles(with_meetings_marked(found))
    likely = likeliest(found, spoken)
    nearest, score = likely[0] if likely else ("", 0.0)
    if unclear.hint is Hint.WHICH_TIME and not found.subject:
        found = replace(found, subject=possible_subjects.behind_on(unclear.said))
    if not found.subject and _says_all(unclear, found, nearest):
        return unclear
    is_open = unclear.hint in _SAYS_LITTLE and _is_about_people(nearest, found)
    least = NEAR_WITH_PEOPLE if is_open else NEAR
    if score < least or nearest == "nothing":
        return _of_nothing(unclear, nearest, sentence)
    if nearest in _ANSWERED:
        return _ANSWERED[nearest](unclear)
    if why := why_none(nearest, found, spoken, by):
        return Unclear(unclear.said, why)
    near = [each for each, value in likely if value >= max(least, _ALSO * score)][:MOST]
    written = write(near, unclear, found, spoken, by)
    if written.unknown and not written.said:
        return Unclear(written.unknown[:100], Hint.WHICH)
    if nearest == UNDO and spoken.cancelled:
        unclear = replace(unclear, hint=Hint.CANCELLED, meant=None)
    doubtless = score >= (NEAR_ALONE if len(near) == 1 else VERY_NEAR)
    return _of_sentences(written.said, unclear, by, doubtless=doubtless)


def _of_names(
    unclear: Unclear, found: Evidence, sentence: str, spoken: Spoken, by: SentenceParser
) -> Guess:
    """Return what to suggest for a sentence that calls somebody by name who is no guest."""
    opened = _of_somebody_called(unclear, found, spoken)
    reading = _of_examples(opened, found, sentence, spoken, by)
    is_none = isinstance(reading, Unclear) and reading.hint is opened.hint
    return unclear if is_none else reading


def _of_somebody_called(unclear: Unclear, found: Evidence, spoken: Spoken) -> Unclear:
    """Return what is unclear if somebody is called by name: what to do, and no longer who it is."""
    is_name_alone = unclear.hint is Hint.UNKNOWN and not are_sure(found, spoken.called)
    words = {word.key for word in split(unclear.said)}
    if is_name_alone or (unclear.hint in _OF_NAMES and words & spoken.called.keys()):
        return replace(unclear, said="", hint=Hint.NO_VERB)
    return unclear


_OF_NAMES = frozenset({Hint.WHO, Hint.WHAT, Hint.WORDS})
"""Hints about words that may be names."""


_OF_PEOPLE = frozenset({"meet", "add", "resend", "remove", "handover", "cohost", "tell"})


def _is_about_people(command: str, found: Evidence) -> bool:
    """Return whether a command takes the people of a sentence that says nothing else unread."""
    unread = re.search(r"(?<![\w#])\d", found.sentence)
    return command in _OF_PEOPLE and bool(found.people) and not unread


def _says_all(unclear: Unclear, found: Evidence, nearest: str) -> bool:
    """Return whether the grammar's own question is the better one."""
    if unclear.hint is Hint.WHO and not found.people and not found.left_out:
        return not index().knows(tokens(unclear.said))  # a name, and not `a patient`
    if unclear.hint not in OF_TIMES or nearest not in _TIMED:
        return False
    numbers = set(re.findall(r"\d+", unclear.said))
    named = f"{found.length} {found.options} {found.times}"
    return not (numbers and numbers <= set(re.findall(r"\d+", named)))


def _of_nothing(unclear: Unclear, nearest: str, sentence: str) -> Guess:
    """Return the answer if no command is similar, or if none is wanted."""
    if nearest == "nothing":
        negated = negates(tokens(sentence))
        return Unclear(unclear.said, Hint.NOT_WANTED) if negated else unclear
    return _suggested([unclear.meant] if unclear.meant else [], unclear)


def _of_sentences(
    said: Sequence[str], unclear: Unclear, by: SentenceParser, *, doubtless: bool
) -> Guess:
    """Return the commands that some sentences say, the likeliest first."""
    read = [grammar.parse(Said(each), by.now, by.devices, by.region) for each in said]
    commands = [each for each in read if not isinstance(each, Unclear | Nothing | Thanks)]
    meant = [unclear.meant] if unclear.meant and not is_said(unclear.meant, commands) else []
    if not meant and unclear.hint is not Hint.LEAD:
        shown = _shown_at_once(commands, doubtless=doubtless)
        if shown:
            return shown
    asks = [each for each in read if isinstance(each, Unclear)]
    if asks and not commands and not meant:
        beyond = asks[0].hint in (Hint.UNKNOWN, Hint.NO_TOPIC)
        return Unclear(unclear.said, Hint.BEYOND) if beyond else asks[0]
    return _suggested([*meant, *commands], unclear)


def _shown_at_once(commands: Sequence[Sayable], *, doubtless: bool) -> Shown | None:
    """Return a lookup that needs no question: nothing else is likely, nor another meeting."""
    kinds = [type(each) for each in commands]
    if not commands or len(set(kinds)) < len(kinds):
        return None
    is_alone = len(commands) == 1 or isinstance(commands[0], Status)
    is_sure = doubtless or (is_alone and all(map(_only_shows, commands)))
    return commands[0] if is_sure and _only_shows(commands[0]) else None


def _only_shows(command: Sayable) -> TypeGuard[Shown]:
    """Return whether a command changes nothing; `defaults` without values shows them."""
    return isinstance(command, Shown) and (
        not isinstance(command, Defaults) or command == Defaults()
    )


def _suggested(commands: Sequence[Sayable], unclear: Unclear) -> Guess:
    once = _once(commands)
    return Suggested(once, unclear) if once else unclear


def _once(commands: Sequence[Sayable]) -> tuple[Sayable, ...]:
    return tuple({grammar.say(each): each for each in commands}.values())[:MOST]


def _is_asked(name: str) -> Callable[[Unclear], Guess]:
    return lambda _: Question(name)


_ANSWERED: dict[str, Callable[[Unclear], Guess]] = {
    **{f"? {name}": _is_asked(name) for name in NAMED},
    "inside": lambda unclear: Unclear(unclear.said, Hint.INSIDE),
}
"""Requests that are answered in words, without a command."""
