"""Parses a sentence into a command, with the rules of one table.

The first words, after polite ones, decide the command. What is not fully understood is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeGuard

from bot.core.domain.commands import (
    About,
    Add,
    Check,
    Command,
    Defaults,
    Devices,
    Experts,
    GiveBack,
    Help,
    HostClassic,
    Join,
    Meet,
    Meetings,
    MyLink,
    Nothing,
    Plan,
    Resend,
    Sayable,
    Status,
    Tell,
    TellInviter,
    Thanks,
    Unclear,
    WhoIsOn,
)
from bot.core.domain.hints import Hint
from bot.core.parsing.command_words import (
    first_words,
    match_command,
    skip_courtesies,
    spelling_fixes,
    thanks,
)
from bot.core.parsing.doubtful_subjects import doubt_about_subject
from bot.core.parsing.rule import Context, Rule, fill_slots, unknown
from bot.core.parsing.rules import RULES
from bot.core.parsing.slots.device_slots import mark_devices
from bot.core.parsing.slots.subjects import split_text
from bot.core.parsing.text.mentions import Said
from bot.core.parsing.text.words import MOST_WORDS, Kind, Words, joined, split
from bot.core.parsing.unclear_requests import (
    meant_instead,
    time_first,
    without_guests,
    without_verb,
)
from bot.core.parsing.vocabulary.all_languages import sentence_words

__all__ = ["RULES", "Rule", "parse", "rule_named", "say"]


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
        split_text(words)[0] if isinstance(command, Tell | TellInviter | GiveBack) else words
    ):
        return Unclear(joined(words)[:100], Hint.QUESTION, command)
    return doubt_about_subject(command, words, region) or command


def _read(words: Words, context: Context, devices: Iterable[str]) -> Command:
    thanked, words = thanks(words), mark_devices(skip_courtesies(words), devices)
    if not any(word.guest or word.key or word.means or word.inside for word in words):
        return Thanks() if thanked else Nothing()
    for reading in (_matched, time_first, _slipped, without_verb):
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
    text = (
        command.text if isinstance(command, Tell | TellInviter) else getattr(command, "note", None)
    )
    return f": {text}" if text else ""


def _matched(words: Words, context: Context) -> Command | None:
    found = match_command(words)
    if found is None:
        return None
    rule, rest = found
    if isinstance(rule, Hint):
        return Unclear(joined(words)[:100], rule)
    command = fill_slots(rule, rest, context)
    if rule.command in {Add, Plan}:
        return meant_instead(command, words, rest, context)
    return without_guests(words) if command == Meet() else command


def _slipped(words: Words, context: Context) -> Unclear | None:
    """Return a question if a typing error separates the beginning from a command."""
    nearest, *alike = (_matched(each, context) for each in spelling_fixes(words))
    for command in (nearest, *alike):
        if command and not isinstance(command, Unclear):
            return Unclear(joined(first_words(words))[:100], Hint.SLIP, command)
    return nearest if isinstance(nearest, Unclear) else None


REQUESTS = sentence_words("requests")
"""Polite requests, which don't ask whether something is possible."""

PERMISSIONS = sentence_words("permissions")
"""Questions whether something may be done."""

_LONGEST_QUESTION = 4

_SHOWS = (
    *(About, Check, Devices, Experts, Help, HostClassic, Join, Meetings, MyLink, Nothing, Plan),
    *(Status, Thanks, Unclear, WhoIsOn),
)
"""Commands that only show or ask something."""

_MARK = re.compile(r"[?？؟](?![\w/=&%#])|¿")


def is_question(words: Words) -> bool:
    """Return whether a sentence asks a question, and requests nothing.

    Args:
        words: the whole sentence, with its polite words.
    """
    first = [word.key for word in words[:12] if word.key]
    if any(_begins(first[at:], PERMISSIONS) for at in range(_LONGEST_QUESTION)):
        return True
    asked = any(word.kind is Kind.PLAIN and _MARK.search(word.raw) for word in words)
    return asked and not any(_begins(first[at:], REQUESTS) for at in range(_LONGEST_QUESTION))


def _begins(keys: list[str], phrases: frozenset[str]) -> bool:
    return any(" ".join(keys[:length]) in phrases for length in range(1, _LONGEST_QUESTION + 1))


def acts(command: Command) -> TypeGuard[Sayable]:
    """Return whether a command does more than show something to the person who asks."""
    if isinstance(command, Resend):
        return command.everybody or bool(command.guests)
    return command != Defaults() and not isinstance(command, _SHOWS)


@dataclass(frozen=True)
class SentenceParser:
    """Parses sentences as the grammar does; see `parse`."""

    now: datetime
    devices: tuple[str, ...] = ()
    region: str = ""

    def parse(self, text: str) -> Command:
        """Return what a sentence says, or why that isn't clear."""
        return parse(Said(text), self.now, self.devices, self.region)

    def command(self, text: str) -> Sayable | None:
        """Return the command that a sentence says, or None."""
        command = self.parse(text)
        return None if isinstance(command, Unclear | Nothing | Thanks) else command
