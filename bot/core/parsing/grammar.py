"""Parses a sentence into a command, with the rules of one table.

The first words, after polite ones, decide the command. What is not fully understood is asked about.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise, takewhile
from typing import Any

from bot.core.domain.commands import (
    Add,
    Command,
    Extend,
    GiveBack,
    Help,
    Meet,
    MeetingReference,
    Nothing,
    Plan,
    Sayable,
    Tell,
    Thanks,
    Unclear,
)
from bot.core.domain.hints import Hint
from bot.core.parsing.command_words import (
    LONGEST,
    acts,
    first_words,
    is_question,
    match_command,
    skip_courtesies,
    spelling_fixes,
    thanks,
)
from bot.core.parsing.rule import Rule
from bot.core.parsing.rules import MEETS_SOMEBODY, PLANNING, RULES, THEMSELVES, VISITS
from bot.core.parsing.slots import meeting_options
from bot.core.parsing.slots.people_slots import EXCEPTIONS, attach_names, unread
from bot.core.parsing.slots.slot import FILLERS
from bot.core.parsing.slots.subjects import split_text
from bot.core.parsing.text import doubtful_addresses, phone_numbers
from bot.core.parsing.text.mentions import Said
from bot.core.parsing.text.phrases import merge_phrases
from bot.core.parsing.text.words import MOST_WORDS, Kind, Word, Words, joined, split
from bot.core.parsing.times.time_phrases import mark_places


@dataclass(frozen=True)
class Context:
    """What the meaning of a sentence depends on, besides its words; see `parse`."""

    now: datetime
    region: str


def filled(rule: Rule, words: Words, context: Context) -> Command:
    """Return the command of a rule with the values in its words, or a question about them."""
    if [word.key for word in words if word.key] == ["help"]:
        return Help(rule.name)
    if not (rule.takes_text or rule.takes_note):
        return _with_values(rule, words, context, {})
    own, text = split_text(words)
    if rule.takes_note:
        return _with_values(rule, own, context, {"note": text or None})
    if not text:
        return Unclear(rule.examples[0], Hint.MISSING)
    return _with_values(rule, own, context, {"text": text})


def _with_values(rule: Rule, words: Words, context: Context, values: dict[str, Any]) -> Command:
    """Return the command, with some values that are known already."""
    marked = _with_people(words, rule, context)
    if isinstance(marked, Unclear):
        return marked
    rest: Words | None = merged(marked, rule)
    if rest is None:
        return unknown(words)
    for slot in reversed(rule.slots):
        taken = slot.take(rest, context.now)
        if isinstance(taken, Unclear):
            missing = taken.hint is Hint.MISSING
            return replace(taken, said=rule.examples[0]) if missing else taken
        values |= taken[0]
        rest = taken[1]
    left = None if rule.takes_anything else unread(rest, rule.unread, rule.takes_times)
    if left and left.hint is Hint.WHO and rule.takes_times and values["guests"]:
        left = replace(left, hint=Hint.WHAT)
    if left and left.hint in _UNREAD and _leaves_out(marked):
        return replace(left, hint=Hint.EXCEPT)
    return left or rule.command(**values)


_UNREAD = frozenset({Hint.WHO, Hint.WHAT, Hint.WORDS})


def _leaves_out(words: Words) -> bool:
    """Return whether somebody is named who is not meant, as in `not bob@x.com`."""
    return any(
        before.key in EXCEPTIONS and word.guest
        for before, word in pairwise([word for word in words if word.key not in FILLERS])
    )


def _with_people(words: Words, rule: Rule, context: Context) -> Words | Unclear:
    """Return `words` with phone numbers and names read, or a question about one of them."""
    marked = phone_numbers.mark(words, context.region) if rule.names_people else words
    if isinstance(marked, Unclear):
        return marked
    doubtful = doubtful_addresses.first_doubtful(marked) if rule.names_people else None
    return _mistyped(doubtful, rule, marked, context) if doubtful else attach_names(marked)


def _mistyped(doubtful: Word, rule: Rule, words: Words, context: Context) -> Unclear:
    """Return a question about an address that is probably mistyped."""
    meant = filled(rule, doubtful_addresses.corrected(words), context)
    if isinstance(meant, Unclear) or doubtful_addresses.mixes_scripts(doubtful.raw):
        return Unclear(doubtful.raw[:100], Hint.ADDRESS_SLIP)
    return Unclear(doubtful.raw[:100], Hint.ADDRESS_SLIP, meant)


def merged(words: Words, rule: Rule) -> list[Word] | None:
    """Return `words` with phrases and places merged; None for too many phrases."""
    found = merge_phrases(words, rule.pattern)
    return mark_places(found) if found else found


def unknown(words: Words) -> Unclear:
    """Return the question about words that are no command."""
    return Unclear(joined(words)[:100], Hint.UNKNOWN)


__all__ = ["RULES", "Rule", "parse", "rule_named", "say"]

_MEET = RULES[0]
_EXTEND = next(rule for rule in RULES if rule.command is Extend)
_MOST_REREAD = 60
"""The most words of a sentence that is parsed again, for what else it could mean."""
_OF_MEET = frozenset(word for word in _MEET.synonyms if word.isalpha()) | {"meet", "a", "the"}


def rule_named(name: str) -> Rule | None:
    """Return the rule called `name`, if there is one."""
    return next((rule for rule in RULES if rule.name == name), None)


def parse(said: Said, now: datetime, devices: Iterable[str] = (), region: str = "") -> Command:
    """Return the command; never raises, and takes linear time.

    Args:
        said: the text of a message, see `mentions.read`.
        now: when it was written, with a time zone.
        devices: the names of devices that can be dialed.
        region: the country of phone numbers without a country code, as two letters.
    """
    words: Words = split(said.text)
    if len(words) > MOST_WORDS:
        return Unclear("", Hint.LONG)
    command = _read(words, Context(now, region), devices)
    if said.quotes and command == Nothing():
        return Unclear("", Hint.QUOTED)
    if acts(command) and is_question(
        split_text(words)[0] if isinstance(command, Tell | GiveBack) else words
    ):
        return Unclear(joined(words)[:100], Hint.QUESTION, command)
    return command


def _read(words: Words, context: Context, devices: Iterable[str]) -> Command:
    thanked, words = thanks(words), meeting_options.mark(skip_courtesies(words), devices)
    if not any(word.guest or word.key or word.means or word.inside for word in words):
        return Thanks() if thanked else Nothing()
    for reading in (_matched, _after_time, _slipped, _without_verb):
        command: Command | None = reading(words, context)
        if command:
            return command
    return unknown(words)


def say(command: Sayable) -> str:
    """Return the canonical sentence of `command`, which `parse` reads as the same command."""
    for rule in RULES:
        if isinstance(command, rule.command):
            said = (slot.say(*(getattr(command, f) for f in slot.fields)) for slot in rule.slots)
            sentence = " ".join([rule.name, *filter(None, said)])
            return sentence + _text_of(command)
    return "thanks" if command == Thanks() else ""


def _text_of(command: Sayable) -> str:
    """Return what ends the sentence of a command after a colon, with the colon."""
    text = command.text if isinstance(command, Tell) else getattr(command, "note", None)
    return f": {text}" if text else ""


def _matched(words: Words, context: Context) -> Command | None:
    found = match_command(words)
    if found is None:
        return None
    rule, rest = found
    if isinstance(rule, Hint):
        return Unclear(joined(words)[:100], rule)
    command = filled(rule, rest, context)
    if rule.command in {Add, Plan}:
        return _or_meant(command, words, rest, context)
    return _at_leisure(words) if command == Meet() else command


def _or_meant(command: Command, words: Words, rest: Words, context: Context) -> Command:
    """Return the meeting to be planned, or what `add` meant; a question, if that isn't clear."""
    meant = _meant(command, rest, context)
    if isinstance(meant, Extend) and _says_more(rest):
        return meant
    if isinstance(meant, Meet) and meant.opens and command == Plan():
        return meant
    if meant and not isinstance(meant, Unclear):
        return Unclear(joined(words)[:100], Hint.SLIP, meant)
    return meant or command


_MORE = frozenset(
    {"more", "longer", "another", "extra", "additional", "noch", "mehr", "länger", "weitere"}
    | {"encore", "plus", "supplémentaires", "más", "otros", "otra"}
)
"""Words that say that something is added."""


def _says_more(words: Words) -> bool:
    return any(word.key in _MORE for word in words)


def _at_leisure(words: Words) -> Command:
    """Return a meeting without guests, or a question for a visit, which rarely starts at once."""
    first = first_words(words)[0].key
    if first in MEETS_SOMEBODY and any(word.key in THEMSELVES for word in words):
        return Unclear(joined(words)[:100], Hint.SLIP, Meet())
    if first in PLANNING:
        return Plan()
    return Unclear(joined(words)[:100], Hint.SLIP, Meet()) if first in VISITS else Meet()


def _meant(command: Command, words: Words, context: Context) -> Command | None:
    """Return the new meeting that `add` or `schedule` meant, or the minutes that `add` meant."""
    understood = isinstance(command, Add) and not command.which.words
    if understood or len(words) > _MOST_REREAD:
        return None
    meeting = filled(_MEET, [word for word in words if word.key not in _OF_MEET], context)
    if isinstance(meeting, Meet) and meeting.guests and (meeting.opens or command == Plan()):
        return meeting
    if command == Plan() and any(word.guest for word in words):
        return meeting
    longer = _longer(words, context)
    return longer if isinstance(command, Unclear) else None


def _longer(words: Words, context: Context) -> Extend | None:
    """Return how to extend the last meeting if `words` are a duration."""
    said = any(word.means == "length" for word in merged(words, _EXTEND) or [])
    longer = filled(_EXTEND, words, context) if said else None
    return longer if isinstance(longer, Extend) and longer.which == MeetingReference() else None


def _after_time(words: Words, context: Context) -> Command | None:
    """Return the meeting of a sentence that begins with a time: `tomorrow at 3pm call …`."""
    if not _times_first(words[: 2 * LONGEST]):
        return None
    read = merged(words, _MEET) or []
    times = _times_first(read)
    found = match_command(skip_courtesies(read[len(times) :]))
    if found is None or found[0] is not _MEET:
        return None
    return filled(_MEET, [*found[1], *times], context)


def _times_first(words: Words) -> Words:
    found = merged(words, _MEET) or []
    return list(takewhile(lambda word: word.means or word.kind is Kind.MARK, found))


def _slipped(words: Words, context: Context) -> Unclear | None:
    """Return a question if a typing error separates the beginning from a command."""
    nearest, *alike = (_matched(each, context) for each in spelling_fixes(words))
    for command in (nearest, *alike):
        if command and not isinstance(command, Unclear):
            return Unclear(joined(first_words(words))[:100], Hint.SLIP, command)
    return nearest if isinstance(nearest, Unclear) else None


def _without_verb(words: Words, context: Context) -> Command | None:
    """Return a question if only the verb is missing from a sentence with people or a time.

    More time, such as `15 more minutes`, needs no verb.
    """
    more = _longer(words, context) if _says_more(words) else None
    if more:
        return more
    times = _times_first(words[: 2 * LONGEST])
    if not (words[0].guest or words[0].means or times):
        return None
    meeting = filled(_MEET, [word for word in words if word.key not in _OF_MEET], context)
    if isinstance(meeting, Meet) and (meeting.guests or meeting.devices):
        return Unclear(joined(words)[:100], Hint.NO_VERB, meeting)
    longer = _longer(words, context) if {word.means for word in times} == {"length"} else None
    return Unclear(joined(words)[:100], Hint.NO_VERB, longer) if longer else None
