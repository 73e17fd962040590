"""Reads what a host says to guests who have just come: `coming`, `in 5 min`, `let her in`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache

from bot.core.composing.courtesies import without_courtesies
from bot.core.composing.evidence import Evidence
from bot.core.composing.names import AtDoor, OwnMeeting
from bot.core.composing.spoken_meetings import MentionableMeetings
from bot.core.composing.tokens import tokens
from bot.core.domain.commands import Unclear
from bot.core.domain.hints import OF_TIMES, OPEN, Hint
from bot.core.parsing.grammar import SentenceParser
from bot.core.parsing.slots.slot import say_people
from bot.core.suggesting.examples.door_examples import EXAMPLES
from bot.core.suggesting.readings import Suggested
from bot.core.templates.template_syntax import trees
from bot.core.templates.whole_sentences import WholeSentences

MOST = 3
"""The most guests that are offered one by one."""

LET_IN = "let in"

_SAID = {"wait": "coming", "soon": "in 5"}
_MESSAGES = frozenset({"coming", "in 5", "in 15"})
"""What is passed on if nobody is at the door; `wait` and `5 min` may be for the bot itself."""

_SOON = timedelta(minutes=15)
"""How long before its beginning a host is on the way to a meeting."""


_ASKED_ANYWAY = OPEN | OF_TIMES | {Hint.NOT_WANTED, Hint.INSIDE}
"""Hints after which a sentence may still be for a guest at the door."""

_PRONOUNS = frozenset(
    tokens("her him she he sie ihn ihr ihm la le lo lui elle il ella él the patient guest")
    + tokens("patientin patienten gast invité paciente invitado dem der die den")
    + tokens("other one second andere anderen zweite zweiten autre otro otra")
)


def means_who_waits(names: Sequence[str]) -> bool:
    """Return whether words only point to a guest without naming one: `let her in`."""
    return bool(names) and {word for each in names for word in tokens(each)} <= _PRONOUNS


def to_guests(
    unclear: Unclear, found: Evidence, spoken: MentionableMeetings, by: SentenceParser
) -> Suggested | None:
    """Return what to suggest for an answer to guests who have just come; None for others.

    Args:
        unclear: the grammar's result.
        found: what the sentence mentions.
        spoken: the meetings that the speaker may mention, with who came to them.
        by: parses the suggested sentences.
    """
    if unclear.hint not in _ASKED_ANYWAY:
        return None
    read = [by.command(each) for each in _sentences(found, spoken, by.now)]
    commands = [each for each in read if each]
    meant = [unclear.meant] if unclear.meant and commands else []
    opened = Unclear(unclear.said, Hint.UNKNOWN)
    return Suggested(tuple([*commands, *meant][:MOST]), opened) if commands else None


def _sentences(found: Evidence, spoken: MentionableMeetings, now: datetime) -> list[str]:
    answer = _answer(found)
    if answer == LET_IN:
        return _let_in(_named(found, [each for each in spoken.at_door if each.waits]))
    if not answer:
        return []
    if here := _named(found, spoken.at_door):
        return _replies(_SAID.get(answer, answer), here)
    if found.people:
        return []
    is_message = answer in _MESSAGES and not spoken.invitations
    return _told(found, spoken, now) if is_message else []


def _answer(found: Evidence) -> str:
    """Return what a whole sentence says to guests; empty for none."""
    said = found.sentence.replace("{time}", found.times).replace("{length}", found.length)
    if len(said) > _LONGEST:
        return ""
    meant = _known().commands(tokens(without_courtesies(said)))
    return next(iter(meant)) if len(meant) == 1 else ""


_LONGEST = 120
"""The most characters of an answer."""


@cache
def _known() -> WholeSentences:
    """Return the examples, which are parsed when first needed."""
    return WholeSentences(trees(EXAMPLES), ())


def _named(found: Evidence, here: Sequence[AtDoor]) -> list[AtDoor]:
    """Return those of the guests whom a sentence names; all if it names nobody."""
    called = {say_people([each]) for each in found.people}
    return [each for each in here if not called or each.called in called]


def _let_in(waiting: Sequence[AtDoor]) -> list[str]:
    return [f"{LET_IN} {each.called} of #{each.number}" for each in waiting[:MOST]]


def _replies(answer: str, here: Sequence[AtDoor]) -> list[str]:
    """Return the answer to the guests of each meeting."""
    of: dict[int, list[str]] = {}
    for each in here:
        of.setdefault(each.number, []).append(each.called)
    whom = {number: them[0] if len(them) == 1 else "all" for number, them in of.items()}
    return [f"reply {who} of #{number} {answer}" for number, who in whom.items()][:MOST]


def _told(found: Evidence, spoken: MentionableMeetings, now: datetime) -> list[str]:
    """Return sentences that send the words to guests of a meeting that is on or begins soon."""
    begun = [each for each in spoken.likely("tell") if each.guests and _is_near(each, now)]
    return [f"tell {_guests_of(each)} of #{each.number}: {found.text.strip()}" for each in begun]


def _is_near(meeting: OwnMeeting, now: datetime) -> bool:
    return meeting.opens is not None and meeting.opens <= now + _SOON


def _guests_of(meeting: OwnMeeting) -> str:
    return say_people(meeting.guests) if len(meeting.guests) == 1 else "all"
