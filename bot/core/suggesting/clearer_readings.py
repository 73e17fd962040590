"""Reads a sentence whose time is unclear, or that has slips, as it would be said clearly."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from bot.core.composing.spoken_meetings import MentionableMeetings
from bot.core.domain.commands import Sayable, Unclear
from bot.core.domain.hints import OF_TIMES, OPEN, Hint
from bot.core.parsing.grammar import SentenceParser
from bot.core.suggesting import clearer_times, slips
from bot.core.suggesting.guesses import MOST, once
from bot.core.suggesting.readings import Suggested
from bot.core.suggesting.same_time import moved_to_day
from bot.core.suggesting.slips import keeps_as_typed
from bot.core.templates import template_reader

_LONGEST = 250
"""The most characters of a sentence whose time is tried in several forms."""

_SHORT = 120
"""The most characters of a sentence that is tried in several forms by templates."""


def more_clearly(
    unclear: Unclear, sentence: str, spoken: MentionableMeetings, by: SentenceParser
) -> Suggested | None:
    """Return what a sentence says with a clear time, or with its slips corrected."""
    if unclear.hint in clearer_times.UNCLEAR_TIMES and len(sentence) <= _LONGEST:
        said = islice(clearer_times.sentences(sentence, unclear.hint), 2 * MOST)
        if timed := _of_clearer(said, unclear, spoken, by):
            return timed
    if unclear.hint is Hint.ADDRESS_SLIP and not unclear.meant:
        known = slips.with_known_address(sentence, unclear.said, spoken.guests)
        return _of_clearer(known, unclear, spoken, by)
    if unclear.hint is Hint.WHAT_HOUR and (moved := moved_to_day(sentence, spoken, by)):
        return Suggested(moved, unclear)
    if unclear.meant or unclear.hint not in OPEN | OF_TIMES | clearer_times.UNCLEAR_TIMES:
        return None
    groups = slips.corrected(sentence, spoken.own_words)
    read = (_of_clearer(each[:MOST], unclear, spoken, by, typed=sentence) for each in groups)
    return next(filter(None, read), None)


def _of_clearer(
    said: Iterable[str],
    unclear: Unclear,
    spoken: MentionableMeetings,
    by: SentenceParser,
    typed: str = "",
) -> Suggested | None:
    """Return the commands that sentences say by the grammar, or short ones by a template.

    Those that quote a word which wasn't `typed` are left out, if that is known.
    """
    opened = Unclear(unclear.said, Hint.UNKNOWN)
    commands: list[Sayable] = []
    for each in said:
        command = by.command(each)
        if command is None and len(each) <= _SHORT:
            command = template_reader.read(opened, each, spoken, by)
        if command and (not typed or keeps_as_typed(typed, each, command, spoken.own_words)):
            commands.append(command)
    meant = [unclear.meant] if unclear.meant else []
    return Suggested(once([*meant, *commands]), unclear) if commands else None
