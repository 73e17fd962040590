"""Suggests up to three commands, or an answer, for a sentence that the grammar can't parse.

It compares the sentence with examples and fills in what the sentence mentions. The grammar then
decides whether the result is a command. Nothing is done before the person agrees, unless the whole
sentence is a clear example.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from bot.core.domain.commands import (
    About,
    Devices,
    Experts,
    Help,
    MeetingReference,
    Meetings,
    Nothing,
    Plan,
    Sayable,
    Status,
    Thanks,
    Unclear,
)
from bot.core.domain.hints import Hint
from bot.core.parsing import grammar
from bot.core.parsing.command_words import acts
from bot.core.parsing.slots.subjects import quoted
from bot.core.parsing.text.mentions import Said
from bot.core.suggesting import clearer_times, evidence, possible_subjects
from bot.core.suggesting.answers import Read
from bot.core.suggesting.clear_reader import read_clearly
from bot.core.suggesting.evidence import Evidence
from bot.core.suggesting.faq import NAMED
from bot.core.suggesting.ranking import index, likeliest
from bot.core.suggesting.readings import (
    Question,
    Reading,
    Suggested,
)
from bot.core.suggesting.same_time import moved_to_day
from bot.core.suggesting.sentences import UNDO, Spoken
from bot.core.suggesting.suggested_sentences import why_none, write
from bot.core.suggesting.tokens import negates, tokens
from bot.core.suggesting.two_requests import requests_in
from bot.core.suggesting.which_meeting import with_meetings_marked

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

MOST = 3
"""The most suggestions in one answer."""

SHOWS = (About, Devices, Experts, Help, Meetings, Plan, Status)
"""Commands that only show something; if the score is high, they run without asking."""

_OPEN = frozenset(
    {Hint.UNKNOWN, Hint.SLIP, Hint.NO_VERB, Hint.WHO, Hint.WHAT, Hint.WORDS, Hint.WHICH, Hint.LEAD}
    | {Hint.HOST, Hint.HOST_LINK, Hint.SEND, Hint.MISSING, Hint.EXCEPT}
    | {Hint.QUESTION, Hint.PURPOSE}
)
"""Hints after which the sentence is read again. The others already say exactly what is unclear."""


_OF_TIMES = frozenset({Hint.WHICH_TIME, Hint.HOW_LONG, Hint.PLACE, Hint.HOW_MANY})
"""Hints about a time or number; they mislead if the sentence doesn't ask for a meeting."""

_MAY_BE_SEVERAL = _OPEN | _OF_TIMES | {Hint.TWO_REQUESTS, Hint.SUBJECT}
"""Hints that two requests in one sentence may lead to."""

_TIMED = frozenset({"meet", "extend", "move", "again", "plan"})
_SAYS_LITTLE = frozenset({Hint.UNKNOWN, Hint.WHAT, Hint.PURPOSE, Hint.WORDS, Hint.WHICH, Hint.LEAD})
"""Hints that leave open what is wanted; then people are reason enough to suggest something."""


def read(
    unclear: Unclear,
    sentence: str,
    spoken: Spoken,
    by: Read,
) -> Reading:
    """Return what a sentence was probably meant for, or `unclear` if that can't be told.

    Args:
        unclear: the grammar's result.
        sentence: the sentence, of at most `LONGEST` characters.
        spoken: the meetings that the speaker may mention.
        by: parses the suggested sentences.
    """
    if several := _requests(unclear, sentence, spoken, by):
        return several
    if unclear.hint in _OPEN | _OF_TIMES and (clear := read_clearly(sentence, spoken, by)):
        return clear
    return _suggest(unclear, sentence, spoken, by)


def _requests(unclear: Unclear, sentence: str, spoken: Spoken, by: Read) -> Reading | None:
    """Return each of the requests that a sentence makes, if it makes several that are clear."""
    said = requests_in(sentence) if unclear.hint in _MAY_BE_SEVERAL else []
    read = [_likeliest_command(each, spoken, by) for each in said]
    commands = [each for each in read if each and acts(each)]
    if not read or len(commands) < len(read):
        return None
    if not spoken.meetings and any(hasattr(each, "which") for each in commands):
        return None
    whole = [unclear.meant] if unclear.meant and unclear.hint is Hint.TWO_REQUESTS else []
    return _suggested([*commands, *whole], Unclear(said[1][:100], Hint.TWO_REQUESTS))


def _likeliest_command(said: str, spoken: Spoken, by: Read) -> Sayable | None:
    """Return the command that a part of a sentence says, or that is likeliest meant by it."""
    read = grammar.parse(Said(said), by.now, by.devices, by.region)
    if not isinstance(read, Unclear):
        return read
    reading = _suggest(read, said, spoken, by)
    return reading.choices[0] if isinstance(reading, Suggested) else None


def _suggest(unclear: Unclear, sentence: str, spoken: Spoken, by: Read) -> Reading:
    """Return what to suggest for a sentence, or the answer to it."""
    if unclear.hint is Hint.SUBJECT and unclear.meant is None:
        return _of_sentences(_with_whole_subject(sentence), unclear, by, doubtless=False)
    if unclear.hint is Hint.SLIP and isinstance(unclear.meant, SHOWS):
        return unclear.meant
    if timed := _with_clear_time(unclear, sentence, by):
        return timed
    if unclear.hint is Hint.WHAT_HOUR and (moved := moved_to_day(sentence, spoken, by)):
        return Suggested((moved,), unclear)
    if unclear.hint not in _OPEN | _OF_TIMES | {Hint.NO_TOPIC}:
        return _suggested([unclear.meant] if unclear.meant else [], unclear)
    reading = _of_examples(unclear, sentence, spoken, by)
    is_about_help = unclear.hint is Hint.NO_TOPIC and not isinstance(reading, Question)
    return unclear if is_about_help else reading


def _with_clear_time(unclear: Unclear, sentence: str, by: Read) -> Suggested | None:
    if unclear.hint not in clearer_times.UNCLEAR_TIMES or len(sentence) > LONGEST // 2:
        return None
    said = [*islice(clearer_times.sentences(sentence, unclear.hint), 2 * MOST)]
    timed = _of_sentences(said, unclear, by, doubtless=False)
    return timed if isinstance(timed, Suggested) else None


def _of_examples(unclear: Unclear, sentence: str, spoken: Spoken, by: Read) -> Reading:
    """Return what the nearest examples mean."""
    found = evidence.find(sentence, spoken.meetings, by.devices, by.region)
    found = with_meetings_marked(found)
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


_OF_PEOPLE = frozenset({"meet", "add", "resend", "remove", "handover", "cohost", "tell"})


def _is_about_people(command: str, found: Evidence) -> bool:
    """Return whether a command takes the people of a sentence that says nothing else unread."""
    unread = re.search(r"(?<![\w#])\d", found.sentence)
    return command in _OF_PEOPLE and bool(found.people) and not unread


_ABOUT = re.compile(r"\b(?:about|re:?|regarding|wegen|concernant|sobre)\s+", re.IGNORECASE)


def _with_whole_subject(sentence: str) -> list[str]:
    """Return a sentence in which all that follows `about` is the subject, whoever is in it."""
    before, *after = _ABOUT.split(sentence, maxsplit=1)
    return [f"{before} about {quoted(after[0].strip())}"] if after and "<@" not in after[0] else []


def _says_all(unclear: Unclear, found: Evidence, nearest: str) -> bool:
    """Return whether the grammar's own question is the better one."""
    if unclear.hint is Hint.WHO and not found.people and not found.left_out:
        return not index().knows(tokens(unclear.said))  # a name, and not `a patient`
    if unclear.hint not in _OF_TIMES or nearest not in _TIMED:
        return False
    numbers = set(re.findall(r"\d+", unclear.said))
    named = f"{found.length} {found.options} {found.times}"
    return not (numbers and numbers <= set(re.findall(r"\d+", named)))


def _of_nothing(unclear: Unclear, nearest: str, sentence: str) -> Reading:
    """Return the answer if no command is similar, or if none is wanted."""
    if nearest == "nothing":
        negated = negates(tokens(sentence))
        return Unclear(unclear.said, Hint.NOT_WANTED) if negated else unclear
    return _suggested([unclear.meant] if unclear.meant else [], unclear)


def _of_sentences(said: Sequence[str], unclear: Unclear, by: Read, *, doubtless: bool) -> Reading:
    """Return the commands that some sentences say, the likeliest first."""
    read = [grammar.parse(Said(each), by.now, by.devices, by.region) for each in said]
    commands = [each for each in read if not isinstance(each, Unclear | Nothing | Thanks)]
    meant = [unclear.meant] if unclear.meant and not _is_said(unclear.meant, commands) else []
    if not meant and _is_shown_at_once(commands, doubtless=doubtless):
        return commands[0]
    asks = [each for each in read if isinstance(each, Unclear)]
    if asks and not commands and not meant:
        beyond = asks[0].hint in (Hint.UNKNOWN, Hint.NO_TOPIC)
        return Unclear(unclear.said, Hint.BEYOND) if beyond else asks[0]
    return _suggested([*meant, *commands], unclear)


def _is_shown_at_once(commands: Sequence[Sayable], *, doubtless: bool) -> bool:
    """Return whether a lookup needs no question: nothing else is likely, nor another meeting."""
    kinds = [type(each) for each in commands]
    is_lookup = bool(commands) and isinstance(commands[0], SHOWS)
    is_of_one = len(set(kinds)) == len(kinds)
    return is_lookup and is_of_one and (doubtless or all(each in SHOWS for each in kinds))


def _is_said(meant: Sayable, commands: Sequence[Sayable]) -> bool:
    """Return whether one of the commands is the same, and gives the number of its meeting."""
    which = getattr(meant, "which", None)
    if which is None or which.number is not None:
        return False
    return any(_anywhere(each) == _anywhere(meant) for each in commands)


def _anywhere(command: Sayable) -> Sayable:
    """Return a command without its meeting."""
    of: Any = command
    anew: Sayable = replace(of, which=MeetingReference()) if hasattr(of, "which") else command
    return anew


def _suggested(commands: Sequence[Sayable], unclear: Unclear) -> Reading:
    once = {grammar.say(each): each for each in commands}
    return Suggested(tuple(once.values())[:MOST], unclear) if once else unclear


def _is_asked(name: str) -> Callable[[Unclear], Reading]:
    return lambda _: Question(name)


_ANSWERED: dict[str, Callable[[Unclear], Reading]] = {
    **{f"? {name}": _is_asked(name) for name in NAMED},
    "inside": lambda unclear: Unclear(unclear.said, Hint.INSIDE),
}
"""Requests that are answered in words, without a command."""
