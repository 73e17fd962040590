"""What people can say: one table of commands, and the parser that is made from it.

A command is known by its first words, after courtesies; never by a word somewhere inside. What
is not understood, or only nearly, is asked about and not done: a link sent to the wrong person
cannot be taken back.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from difflib import get_close_matches
from itertools import takewhile
from typing import Any

from bot.core.commands import (
    Command,
    Help,
    Meet,
    Nothing,
    Sayable,
    Unclear,
)
from bot.core.hints import Hint
from bot.core.parsing import phones, rooms, topics
from bot.core.parsing.frames import framed
from bot.core.parsing.mentions import Said
from bot.core.parsing.rule import Rule
from bot.core.parsing.rules import PHRASES, RULES
from bot.core.parsing.slots import unread, with_names
from bot.core.parsing.whens import placed
from bot.core.parsing.words import MOST_WORDS, Kind, Word, Words, joined, split

__all__ = ["RULES", "Rule", "parse", "rule_named", "say"]

_MEET = RULES[0]
_OF_MEET = frozenset({"meet", "meeting", "call", "conference", "videocall", "videoconference"})


def _phrase(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_LONGEST = max(map(len, PHRASES))
_KNOWN = sorted({word for phrase in PHRASES for word in phrase if len(word) > 3})
_SKIPPED = frozenset(
    ("a", "an", "the", "new", "quick", "short", "instant", "webex", "video", "online", "our")
)
_COURTESIES = {
    _phrase(words)
    for words in (
        *("please", "pls", "plz", "kindly", "ok", "okay", "so", "now", "bot", "dear", "there"),
        *("hi", "hey", "hello", "hallo", "good morning", "good afternoon", "good evening"),
        *("can you", "could you", "would you", "will you", "can we", "could we", "can i"),
        *("shall we", "may i", "i want to", "i want", "i need to", "i need", "need", "need to"),
        *("i would like to", "i would like", "i'd like to", "i'd like", "we need", "we need to"),
        *("give me", "let's", "lets", "let us", "thanks", "thank you", "thx", "many thanks"),
    )
}


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
    words = rooms.told(_after_courtesies(words), devices)
    if not any(word.guest or word.key or word.kind is Kind.QUOTED for word in words):
        return Nothing()
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
    return ""


def _matched(words: Words, told: Told) -> Command | None:
    found = _beginning(words)
    return _filled(*found, told) if found else None


def _beginning(words: Words) -> tuple[Rule, Words] | None:
    """Return the rule of the command that stands at the beginning, and the words behind it."""
    head = _head(words)
    for length in range(len(head), 0, -1):
        rule = PHRASES.get(tuple(word.key for _, word in head[:length]))
        if rule:
            return rule, words[head[length - 1][0] + 1 :]
    return None


def _after_time(words: Words, told: Told) -> Command | None:
    """Return the meeting of a sentence that begins with its time: `tomorrow at 3pm call …`."""
    if not _times_first(words[: 2 * _LONGEST]):
        return None
    read = _told(words, _MEET) or []
    times = _times_first(read)
    found = _beginning(_after_courtesies(read[len(times) :]))
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
    left = None if rule.takes_anything else unread(rest, rule.unread)
    return left or rule.command(**values)


def _told(words: Words, rule: Rule) -> list[Word] | None:
    """Return `words` in which those that tell one thing have become one; None for too many."""
    found = framed(words, rule.searched)
    return placed(found) if found else found


def _head(words: Words) -> list[tuple[int, Word]]:
    """Return the plain words at the beginning that may be a command, with their places."""
    head: list[tuple[int, Word]] = []
    for at, word in enumerate(words[: 2 * _LONGEST]):
        if word.kind is not Kind.PLAIN:
            break
        if word.key and word.key not in _SKIPPED:
            head.append((at, word))
    return head[:_LONGEST]


def _after_courtesies(words: Words) -> Words:
    start = 0
    while start < len(words):
        skip = _courtesy(words, start)
        if not skip:
            break
        start += skip
    return words[start:]


def _courtesy(words: Words, start: int) -> int:
    """Return how many words from `start` on are a courtesy, or no words at all."""
    first = words[start]
    if first.kind is Kind.MARK or (first.kind is Kind.PLAIN and not first.key):
        return 1
    keys = tuple(word.key for word in words[start : start + 4])
    return next((n for n in range(len(keys), 0, -1) if keys[:n] in _COURTESIES), 0)


def _slipped(words: Words, told: Told) -> Unclear | None:
    """Return a question where a known command lies a slip of the finger away."""
    mended = list(words)
    for at, word in _head(words)[:3]:
        mended[at] = replace(word, key=_nearest(word.key))
    command = _matched(mended, told)
    if command is None or isinstance(command, Unclear):
        return command
    return Unclear(joined([word for _, word in _head(words)[:2]])[:100], Hint.SLIP, command)


def _nearest(key: str) -> str:
    return next(iter(get_close_matches(key[:20], _KNOWN, n=1, cutoff=0.7)), key)


def _without_verb(words: Words, told: Told) -> Unclear | None:
    """Return a question where people are named first, and nothing is left but a verb."""
    if not words[0].guest:
        return None
    command = _filled(_MEET, [word for word in words if word.key not in _OF_MEET], told)
    return (
        Unclear(joined(words)[:100], Hint.NO_VERB, command) if isinstance(command, Meet) else None
    )


def _unknown(words: Words) -> Unclear:
    return Unclear(joined(words)[:100], Hint.UNKNOWN)
