"""Finds the one clause of a sentence that says a command: `dr is late, pls move it to 10:45`."""

from __future__ import annotations

import re

from bot.core.composing import evidence
from bot.core.composing.spoken_meetings import MentionableMeetings
from bot.core.domain.commands import Sayable, Unclear
from bot.core.parsing.grammar import SentenceParser, acts
from bot.core.templates import template_reader

_ENDS = re.compile(
    r"[.!?;,]\s+|\s[-–—]\s|\s(?:so|also|donc|alors|así que|por eso)\s"
    r"|\s(?=(?:please|pls|bitte|kindly|stp|svp|por favor|porfa)\s)",
    re.IGNORECASE,
)
_SO = re.compile(r"^(?:so|also|donc|alors|and|und|et|y|but|aber|mais|pero)\s+", re.IGNORECASE)
_MOST = 6
"""The most clauses to read."""

_SHORTEST = 8
"""The fewest characters of a clause that may say a command."""


def command_in(sentence: str, spoken: MentionableMeetings, by: SentenceParser) -> Sayable | None:
    """Return the command of the only clause that says one; None for none, or for several.

    What the other clauses mention must not be missing from it: a time, unless it has one itself,
    or somebody who is no guest.

    Args:
        sentence: the sentence.
        spoken: the meetings that the speaker may mention.
        by: parses the clauses.
    """
    clauses = [_SO.sub("", each.strip()) for each in _ENDS.split(sentence)]
    if not 1 < len(clauses) <= _MOST:
        return None
    read = [(each, _command(each, spoken, by)) for each in clauses if len(each) >= _SHORTEST]
    found = [(said, command) for said, command in read if command]
    if len(found) != 1:
        return None
    ((said, command),) = found
    others = [each for each in clauses if each != said]
    return command if _has_all_of(others, command, spoken, by) else None


def _command(clause: str, spoken: MentionableMeetings, by: SentenceParser) -> Sayable | None:
    read = by.parse(clause)
    if isinstance(read, Unclear):
        read_whole = template_reader.read(read, clause, spoken, by)
        return read_whole if read_whole and acts(read_whole) else None
    return by.command(clause) if acts(read) else None


def _has_all_of(
    others: list[str], command: Sayable, spoken: MentionableMeetings, by: SentenceParser
) -> bool:
    mentioned = [evidence.find(each, spoken.meetings, by.devices, by.region) for each in others]
    strangers = [who for each in mentioned for who in each.people if who not in spoken.guests]
    is_timed = getattr(command, "opens", None) is not None
    return not strangers and (is_timed or not any(each.times for each in mentioned))
