"""What people can say: one table of commands, and the parser that is made from it.

A command is known by its first words, after courtesies; never by a word somewhere inside. What
is not understood, or only nearly, is asked about and not done: a link sent to the wrong person
cannot be taken back.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import takewhile
from typing import Any

from bot.core.commands import (
    Add,
    Command,
    Extend,
    Help,
    Meet,
    Nothing,
    Plan,
    Sayable,
    Thanks,
    Unclear,
    Which,
)
from bot.core.hints import Hint
from bot.core.parsing import phones, rooms, topics
from bot.core.parsing.frames import framed
from bot.core.parsing.heads import (
    LONGEST,
    after_courtesies,
    beginning,
    begun_with,
    mended,
    thanks,
)
from bot.core.parsing.leftovers import unread
from bot.core.parsing.mentions import Said
from bot.core.parsing.rule import Rule
from bot.core.parsing.rules import PHRASES, PLANNING, RULES, VISITS
from bot.core.parsing.slots import with_names
from bot.core.parsing.whens import placed
from bot.core.parsing.words import MOST_WORDS, Kind, Word, Words, joined, split

__all__ = ["RULES", "Rule", "parse", "rule_named", "say"]

_MEET = RULES[0]
_EXTEND = next(rule for rule in RULES if rule.command is Extend)
_MOST_TOLD = 60
"""Words that are read once more, for what else they could mean."""
_OF_MEET = frozenset(word for word in _MEET.synonyms if word.isalpha()) | {"meet", "a", "the"}


@dataclass(frozen=True)
class Told:
    """What a sentence is read by, beside its words; see `parse`."""

    now: datetime
    region: str


def rule_named(name: str) -> Rule | None:
    """Return the rule called `name`, if there is one."""
    return next((rule for rule in RULES if rule.name == name), None)


def near(said: str) -> tuple[str, ...]:
    """Return the names of what `said` may be meant for, the nearest first."""
    named = {" ".join(words): rule.name for words, rule in PHRASES.items()}
    named |= {" ".join(words): topic.name for words, topic in topics.BY_NAME.items()}
    from difflib import get_close_matches  # noqa: PLC0415 - for whom asks for help amiss

    close = get_close_matches(said.casefold()[:40], named, n=8, cutoff=0.6)
    return tuple(dict.fromkeys(named[each] for each in close))[:3]


def parse(said: Said, now: datetime, devices: Iterable[str] = (), region: str = "") -> Command:
    """Return what was asked for; never raises, in time linear in the text.

    Args:
        said: by a person, see `mentions.read`.
        now: when it was said, with a time zone.
        devices: the names of those that can be dialled.
        region: the country of phone numbers without a country's code, as two letters.
    """
    words: Words = split(said.text)
    if len(words) > MOST_WORDS:
        return Unclear("", Hint.LONG)
    thanked, words = thanks(words), rooms.told(after_courtesies(words), devices)
    if not any(word.guest or word.key or word.tells or word.inside for word in words):
        return Thanks() if thanked else Nothing()
    told = Told(now, region)
    for reading in (_matched, _after_time, _slipped, _without_verb):
        command: Command | None = reading(words, told)
        if command:
            return command
    return _unknown(words)


def say(command: Sayable) -> str:
    """Return the canonical sentence of `command`: `parse` reads it back as the same command."""
    for rule in RULES:
        if isinstance(command, rule.command):
            said = (slot.say(*(getattr(command, f) for f in slot.fields)) for slot in rule.slots)
            return " ".join([rule.name, *filter(None, said)])
    return "thanks" if command == Thanks() else ""


def _matched(words: Words, told: Told) -> Command | None:
    found = beginning(words)
    if found is None:
        return None
    rule, rest = found
    if isinstance(rule, Hint):
        return Unclear(joined(words)[:100], rule)
    command = _filled(rule, rest, told)
    meant = _meant(command, rest, told) if rule.command in {Add, Plan} else None
    if meant:
        return Unclear(joined(words)[:100], Hint.SLIP, meant)
    return _at_leisure(words) if command == Meet() else command


def _at_leisure(words: Words) -> Command:
    """Return a meeting with nobody; or what asks first, where it is hardly to begin at once."""
    first = begun_with(words)[0].key
    if first in PLANNING:
        return Plan()
    return Unclear(joined(words)[:100], Hint.SLIP, Meet()) if first in VISITS else Meet()


def _meant(command: Command, words: Words, told: Told) -> Sayable | None:
    """Return what is meant by adding to a meeting that is still to be made, or adding minutes."""
    understood = isinstance(command, Add) and not command.which.words
    if understood or len(words) > _MOST_TOLD:
        return None
    meeting = _filled(_MEET, [word for word in words if word.key not in _OF_MEET], told)
    if isinstance(meeting, Meet) and meeting.guests and (meeting.opens or command == Plan()):
        return meeting
    longer = _longer(words, told)
    return longer if isinstance(command, Unclear) else None


def _longer(words: Words, told: Told) -> Extend | None:
    """Return what `words` extend the last meeting by, if they say so."""
    said = any(word.tells == "length" for word in _told(words, _EXTEND) or [])
    longer = _filled(_EXTEND, words, told) if said else None
    return longer if isinstance(longer, Extend) and longer.which == Which() else None


def _after_time(words: Words, told: Told) -> Command | None:
    """Return the meeting of a sentence that begins with its time: `tomorrow at 3pm call …`."""
    if not _times_first(words[: 2 * LONGEST]):
        return None
    read = _told(words, _MEET) or []
    times = _times_first(read)
    found = beginning(after_courtesies(read[len(times) :]))
    if found is None or found[0] is not _MEET:
        return None
    return _filled(_MEET, [*found[1], *times], told)


def _times_first(words: Words) -> Words:
    told = _told(words, _MEET) or []
    return list(takewhile(lambda word: word.tells or word.kind is Kind.MARK, told))


def _filled(rule: Rule, words: Words, told: Told) -> Command:
    if [word.key for word in words if word.key] == ["help"]:
        return Help(rule.name)
    values: dict[str, Any] = {}
    numbered = phones.numbered(words, told.region) if rule.names_people else words
    if isinstance(numbered, Unclear):
        return numbered
    rest: Words | None = _told(with_names(numbered), rule)
    if rest is None:
        return _unknown(words)
    for slot in reversed(rule.slots):
        taken = slot.take(rest, told.now)
        if isinstance(taken, Unclear):
            missing = taken.hint is Hint.MISSING
            return replace(taken, said=rule.examples[0]) if missing else taken
        values |= taken[0]
        rest = taken[1]
    left = None if rule.takes_anything else unread(rest, rule.unread, rule.tells_times)
    if left and left.hint is Hint.WHO and rule.tells_times and values["guests"]:
        return replace(left, hint=Hint.WHAT)
    return left or rule.command(**values)


def _told(words: Words, rule: Rule) -> list[Word] | None:
    """Return `words` in which those that tell one thing have become one; None for too many."""
    found = framed(words, rule.searched)
    return placed(found) if found else found


def _slipped(words: Words, told: Told) -> Unclear | None:
    """Return a question where a known command lies a slip of the finger away."""
    nearest, *alike = (_matched(each, told) for each in mended(words))
    for command in (nearest, *alike):
        if command and not isinstance(command, Unclear):
            return Unclear(joined(begun_with(words))[:100], Hint.SLIP, command)
    return nearest if isinstance(nearest, Unclear) else None


def _without_verb(words: Words, told: Told) -> Unclear | None:
    """Return a question where people or a time stand first, and nothing is left but a verb."""
    times = _times_first(words[: 2 * LONGEST])
    if not (words[0].guest or words[0].tells or times):
        return None
    meeting = _filled(_MEET, [word for word in words if word.key not in _OF_MEET], told)
    if isinstance(meeting, Meet) and (meeting.guests or meeting.devices):
        return Unclear(joined(words)[:100], Hint.NO_VERB, meeting)
    longer = _longer(words, told) if {word.tells for word in times} == {"length"} else None
    return Unclear(joined(words)[:100], Hint.NO_VERB, longer) if longer else None


def _unknown(words: Words) -> Unclear:
    return Unclear(joined(words)[:100], Hint.UNKNOWN)
