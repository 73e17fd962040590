"""Suggests what the examples mean that are nearest to a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.core.composing.evidence import Evidence
from bot.core.composing.first_verbs import begins_to_move
from bot.core.composing.group_names import with_group_nearly_named
from bot.core.composing.moving import unread_time
from bot.core.composing.spoken_meetings import UNDO, MentionableMeetings
from bot.core.composing.tokens import negates, tokens
from bot.core.domain.commands import Unclear
from bot.core.domain.hints import OF_TIMES, Hint
from bot.core.parsing.grammar import SentenceParser
from bot.core.parsing.text.words import split
from bot.core.suggesting import duty_meant, possible_subjects
from bot.core.suggesting.faq import NAMED
from bot.core.suggesting.first_names import (
    are_sure,
    unknown_addressee,
    unknown_meant,
    unknown_namesake,
    unknown_taker,
    without_roles,
)
from bot.core.suggesting.guesses import MOST, Guess, of_sentences, suggested
from bot.core.suggesting.meeting_marks import with_meetings_marked
from bot.core.suggesting.ranking import index, likeliest
from bot.core.suggesting.readings import Question
from bot.core.suggesting.suggested_sentences import why_none, write

NEAR, VERY_NEAR = 0.28, 0.5
"""The scores from which a command is suggested, and from which a lookup is answered at once."""

NEAR_ALONE = 0.34
"""The score from which a lookup is answered at once if nothing else is likely."""

NEAR_WITH_PEOPLE = 0.1
"""The score from which a command is suggested that takes the people whom the sentence names."""

ALSO = 0.72
"""The share of the best score from which another command is suggested too."""

_TIMED = frozenset({"meet", "extend", "move", "again", "plan"})
_SAYS_LITTLE = frozenset({Hint.UNKNOWN, Hint.WHAT, Hint.PURPOSE, Hint.WORDS, Hint.WHICH, Hint.LEAD})
"""Hints that leave open what is wanted; then people are reason enough to suggest something."""


def of_examples(
    unclear: Unclear,
    found: Evidence,
    sentence: str,
    spoken: MentionableMeetings,
    by: SentenceParser,
) -> Guess:
    """Return what the nearest examples mean."""
    found = with_group_nearly_named(found, spoken.groups) or found
    found = without_roles(with_meetings_marked(found, spoken))
    likely = likeliest(found, spoken)
    nearest, score = likely[0] if likely else ("", 0.0)
    found = _with_subject(found, unclear)
    if not found.subject and _says_all(unclear, found, nearest):
        return unclear
    is_open = unclear.hint in _SAYS_LITTLE and _is_about_people(nearest, found)
    least = NEAR_WITH_PEOPLE if is_open else NEAR
    if score < least or nearest == "nothing":
        return _of_nothing(unclear, nearest, sentence)
    if nearest in _ANSWERED:
        return _ANSWERED[nearest](unclear)
    if why := _why_nothing(nearest, unclear, found, spoken, by):
        return why
    near = _near(likely, max(least, ALSO * score), found)
    if nearest == UNDO and spoken.cancelled:
        unclear = replace(unclear, hint=Hint.CANCELLED, meant=None)
    doubtless = score >= (NEAR_ALONE if len(near) == 1 else VERY_NEAR)
    return _written(near, unclear, found, spoken, by, doubtless=doubtless)


def _near(likely: Sequence[tuple[str, float]], least: float, found: Evidence) -> list[str]:
    """Return the commands that are near enough, and can be carried out now."""
    near = [each for each, value in likely if value >= least]
    return [each for each in near[:MOST] if not duty_meant.is_for_later(each, found)]


def _written(
    near: Sequence[str],
    unclear: Unclear,
    found: Evidence,
    spoken: MentionableMeetings,
    by: SentenceParser,
    *,
    doubtless: bool,
) -> Guess:
    """Return the suggestion of commands that are near, filled in with what was mentioned."""
    written = write(near, unclear, found, spoken, by)
    if written.unknown and not written.said:
        return Unclear(written.unknown[:100], Hint.WHICH)
    return of_sentences(written.said, unclear, by, doubtless=doubtless)


def _why_nothing(
    nearest: str, unclear: Unclear, found: Evidence, spoken: MentionableMeetings, by: SentenceParser
) -> Unclear | Question | None:
    """Return why nothing can be suggested; None if it can."""
    if duty_meant.is_for_later(nearest, found):
        return Question("condition")
    if whom := _unknown(found, spoken):
        return Unclear(whom, Hint.WHO)
    if nearest == "move" and begins_to_move(found.text) and (time := unread_time(found)):
        return Unclear(time[:100], Hint.WHICH_TIME)
    if nearest == UNDO and (whom := unknown_meant(found.text, spoken)):
        return Unclear(whom, Hint.WHO)
    why = why_none(nearest, found, spoken, by)
    return Unclear(unclear.said, why) if why else None


def _unknown(found: Evidence, spoken: MentionableMeetings) -> str:
    """Return the name of somebody unknown for whom a sentence is; empty for none."""
    return (
        unknown_addressee(found.text, spoken)
        or unknown_taker(found.text, spoken)
        or unknown_namesake(found, spoken)
    )


def _with_subject(found: Evidence, unclear: Unclear) -> Evidence:
    """Return the evidence with what may be a subject behind `on`, where no time could be read."""
    if unclear.hint is Hint.WHICH_TIME and not found.subject:
        return replace(found, subject=possible_subjects.behind_on(unclear.said))
    return found


def of_names(
    unclear: Unclear,
    found: Evidence,
    sentence: str,
    spoken: MentionableMeetings,
    by: SentenceParser,
) -> Guess:
    """Return what to suggest for a sentence that calls somebody by name who is no guest."""
    opened = _of_somebody_called(unclear, found, spoken)
    reading = of_examples(opened, found, sentence, spoken, by)
    is_none = isinstance(reading, Unclear) and reading.hint is opened.hint
    return unclear if is_none else reading


def _of_somebody_called(unclear: Unclear, found: Evidence, spoken: MentionableMeetings) -> Unclear:
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
    if nearest == "extend" and found.length and found.length in unclear.said:
        return False
    numbers = set(re.findall(r"\d+", unclear.said))
    named = f"{found.length} {found.options} {found.times}"
    return not (numbers and numbers <= set(re.findall(r"\d+", named)))


def _of_nothing(unclear: Unclear, nearest: str, sentence: str) -> Guess:
    """Return the answer if no command is similar, or if none is wanted."""
    if nearest == "nothing":
        negated = negates(tokens(sentence))
        return Unclear(unclear.said, Hint.NOT_WANTED) if negated else unclear
    return suggested([unclear.meant] if unclear.meant else [], unclear)


def _is_asked(name: str) -> Callable[[Unclear], Guess]:
    return lambda _: Question(name)


_ANSWERED: dict[str, Callable[[Unclear], Guess]] = {
    **{f"? {name}": _is_asked(name) for name in NAMED},
    "inside": lambda unclear: Unclear(unclear.said, Hint.INSIDE),
}
"""Requests that are answered in words, without a command."""
