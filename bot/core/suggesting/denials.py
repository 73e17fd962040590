"""Leaves out suggestions that a sentence rules out: `alice isn't coming`, `anytime but 5pm`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from bot.core.composing.evidence import Evidence
from bot.core.composing.meeting_words import NOUNS
from bot.core.composing.names import subject_pattern
from bot.core.composing.plain_messages import takes_back
from bot.core.composing.spoken_meetings import MentionableMeetings
from bot.core.composing.tokens import tokens
from bot.core.domain.commands import Guest, Meet, Sayable, Unclear
from bot.core.domain.expert_commands import Expert, OffDuty, OnDuty, Swap, TakeRequest
from bot.core.domain.hints import Hint
from bot.core.domain.meeting_commands import (
    NO_MEETING,
    Add,
    Again,
    Cancel,
    Extend,
    Move,
    Remove,
    Resend,
    Tell,
)
from bot.core.parsing.grammar import SentenceParser, acts
from bot.core.suggesting import denial_words as words
from bot.core.suggesting.guesses import Guess
from bot.core.suggesting.readings import Question, Suggested

_INVITES = (Meet, Add, Resend, Expert)
_OF_GUESTS = (Resend, Remove, Tell)
_TIMED = (Meet, Move, Again, Extend)
_KINDS: tuple[tuple[re.Pattern[str], tuple[type, ...]], ...] = (
    (words.OVER, (Extend,)),
    (words.QUIETLY, (Cancel, Remove, Move)),
    (words.SENT_OUT, (Resend, Add, Meet)),
    (words.LETS_IN, (Remove,)),
    (words.FOR_A_WHILE, (Remove,)),
    (words.CANT_AT, (Remove, Cancel)),
    (words.SHARES_A_HOST_LINK, (Meet,)),
    (words.TOO_LONG, (Extend,)),
    (words.ASKS_SOMEBODY, (Remove, Cancel, Swap)),
    (words.NOT_HERE, (OnDuty,)),
    (words.I_AM_NOT, (OnDuty, OffDuty)),
)
"""Kinds of commands that words rule out."""

_NEEDED: tuple[tuple[tuple[type, ...], re.Pattern[str]], ...] = (
    ((TakeRequest,), words.TAKES),
    ((OnDuty, OffDuty), words.OF_DUTY),
)
"""Kinds of commands that are for somebody or for a meeting only if words say so."""


def without_denied(
    guess: Guess, found: Evidence, spoken: MentionableMeetings, by: SentenceParser
) -> Guess:
    """Return a guess without what the sentence rules out.

    Args:
        guess: what the sentence was probably meant for.
        found: what the sentence mentions.
        spoken: the meetings that the speaker may mention.
        by: parses the sentence without an hour that it rules out.
    """
    text, hours = words.INSTEAD_OF_HOUR.subn("", found.text)
    if hours and isinstance(guess, Suggested | Unclear) and (timed := by.command(text)):
        return Suggested((timed,), guess.because if isinstance(guess, Suggested) else guess)
    if not isinstance(guess, Suggested):
        return guess
    if unknown := _unknown_by_title(guess, found, spoken):
        return Unclear(unknown[:100], Hint.WHO)
    out, wants_none = list(_ruled_out(found)), _wants_none(found, spoken)
    kept = (_plainly(each, out, found) for each in guess.choices)
    left = [each for each in kept if each and not _is_denied(each, guess, found, spoken)]
    if wants_none:
        left = [each for each in left if not acts(each)]
    if left:
        return replace(guess, choices=tuple(dict.fromkeys(left)))
    if any(isinstance(each, Expert) for each in guess.choices) and found.times:
        return Question("condition")
    is_denied = wants_none or bool(out) or _is_time_excluded(found.sentence)
    return Unclear(guess.because.said, Hint.NOT_WANTED) if is_denied else guess.because


def _unknown_by_title(guess: Suggested, found: Evidence, spoken: MentionableMeetings) -> str:
    """Return who is named with a title and is no guest; empty if nobody is, or may be a guest.

    Words of a message name nobody to whom something is done, and a phone has no name.
    """
    choices = [each for each in guess.choices if isinstance(each, _OF_GUESTS)]
    told = " ".join(each.text for each in choices if isinstance(each, Tell))
    titled = next((each for each in words.TITLED.finditer(found.text) if each[0] not in told), None)
    if titled is None or not choices or any(each.phone for each in spoken.guests):
        return ""
    name = titled[2].casefold()
    known = any(name in f"{each.email} {each.name}".casefold() for each in spoken.guests)
    return "" if known else titled[0]


def _wants_none(found: Evidence, spoken: MentionableMeetings) -> bool:
    """Return whether a sentence wants nothing to be done."""
    what = "|".join(map(re.escape, (*sorted(NOUNS), *spoken.groups)))
    nothing = rf"\W*{words.NOTHING_OF}(?:{what}|{words.NEED})\b"
    said = found.sentence.replace("{meeting}", "meeting")
    is_none = re.match(nothing, said, re.IGNORECASE) or words.FULL.match(said)
    return bool(is_none) or takes_back(found.text)


def _is_denied(
    command: Sayable, guess: Suggested, found: Evidence, spoken: MentionableMeetings
) -> bool:
    """Return whether a sentence rules a command out."""
    said = found.sentence
    whole = f"{said}\n{found.text}"
    if any(pattern.search(whole) and isinstance(command, kinds) for pattern, kinds in _KINDS):
        return True
    if isinstance(command, Meet) and _is_no_meeting(command, guess, found):
        return True
    if isinstance(command, Expert) and (found.names_day or found.names_clock):
        return True
    for kinds, needed in _NEEDED:
        if isinstance(command, kinds) and not needed.search(found.text):
            return bool(found.people) or not spoken.own_words.isdisjoint(tokens(found.text))
    if _has_time(command) and (_is_time_excluded(said) or words.WEEK_UNREAD.search(said)):
        return True
    return _is_of_another(command, found.text, spoken)


def _is_no_meeting(meet: Meet, guess: Suggested, found: Evidence) -> bool:
    """Return whether a new meeting isn't what a sentence asks for, or not all of it."""
    subject = meet.subject or ""
    if meet == Meet():
        return not words.OF_A_START.search(found.text)
    if words.NO_SUBJECT.fullmatch(subject):
        return True
    if words.ONLY_AT.search(found.text) and any(isinstance(each, Move) for each in guess.choices):
        return True
    if found.times and found.times in subject and words.ADDRESS.search(subject):
        return True
    clock = found.names_clock or any(map(str.isdigit, found.times))
    is_dropped = meet.opens is None and clock and found.times not in subject
    return is_dropped and (meet.minutes is None or bool(words.MOVES.search(found.text)))


def _has_time(command: Sayable) -> bool:
    of: Any = command
    values = (getattr(of, name, None) for name in ("opens", "clock", "until"))
    return isinstance(command, _TIMED) and any(values)


def _is_time_excluded(sentence: str) -> bool:
    """Return whether each time in a sentence is one that doesn't suit."""
    excluded = len(words.EXCLUDED_TIME.findall(sentence))
    return 0 < sentence.count(words.TIME) <= excluded


def _is_of_another(command: Sayable, text: str, spoken: MentionableMeetings) -> bool:
    """Return whether another meeting is meant than a command's, or what is cancelled is none."""
    if isinstance(command, Cancel) and {*tokens(text)} & words.THINGS - spoken.own_words:
        return True
    number = getattr(command, "which", NO_MEETING).number
    called = (subject_pattern(each.subject) for each in spoken.meetings if each.number == number)
    ruled_out = [words.NOT_IT, *([words.KEPT] if isinstance(command, Cancel) else [])]
    not_it = (form.format(each) for each in called if each for form in ruled_out)
    return any(re.search(each, text, re.IGNORECASE) for each in not_it)


def _ruled_out(found: Evidence) -> Iterator[Guest]:
    """Yield the people whom a sentence names without wanting to invite them."""
    people = [word.guest for word in found.words if word.guest]
    said = " ".join(words.PERSON if word.guest else word.raw for word in found.words)
    for pattern in (words.IS_OUT, words.RULED_OUT):
        for match in pattern.finditer(said):
            at = said.index(words.PERSON, match.start())
            yield people[said[:at].count(words.PERSON)]


def _plainly(command: Sayable, out: list[Guest], found: Evidence) -> Sayable | None:
    """Return a command that invites nobody who is ruled out; None if nobody is left.

    What rules them out, or an option, is no part of the subject then.
    """
    no_option = bool(words.NOT_OPTION.search(found.sentence))
    if not (out or no_option) or not isinstance(command, _INVITES):
        return command
    left = tuple(each for each in command.guests if not any(each.is_same(one) for one in out))
    if command.guests and not left:
        return None
    plain = replace(command, guests=left)
    if isinstance(plain, Meet | Expert):
        plain = replace(plain, subject=words.ASIDE.sub("", plain.subject or "") or None)
    return (
        replace(plain, language=None, here=False)
        if no_option and isinstance(plain, Meet)
        else plain
    )
