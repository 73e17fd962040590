"""Fills the slots of a command from the words after its beginning, or asks about one of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.core.domain.commands import Command, Help, Unclear
from bot.core.domain.hints import Hint
from bot.core.parsing.rule import Rule
from bot.core.parsing.slots.people_names import attach_names
from bot.core.parsing.slots.subjects import split_text
from bot.core.parsing.slots.unread_words import leaves_out, unread
from bot.core.parsing.text import doubtful_addresses, phone_numbers
from bot.core.parsing.text.phrases import merge_phrases
from bot.core.parsing.text.words import Word, Words, joined
from bot.core.parsing.times.time_phrases import mark_places


@dataclass(frozen=True)
class Context:
    """What the meaning of a sentence depends on, besides its words; see `parse`."""

    now: datetime
    region: str


def fill_slots(rule: Rule, words: Words, context: Context) -> Command:
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
    rest: Words | None = merge_words(marked, rule)
    if rest is None:
        return unknown(words)
    for slot in reversed(rule.slots):
        taken = slot.take(rest, context.now)
        if isinstance(taken, Unclear):
            missing = taken.hint is Hint.MISSING
            why = replace(taken, said=rule.examples[0]) if missing else taken
            return _with_exception(why, marked)
        values |= taken[0]
        rest = taken[1]
    left = None if rule.takes_anything else unread(rest, rule.unread, rule.takes_times)
    if left and left.hint is Hint.WHO and rule.takes_times and values["guests"]:
        left = replace(left, hint=Hint.WHAT)
    return _with_exception(left, marked) if left else rule.command(**values)


_OF_PEOPLE = frozenset({Hint.WHO, Hint.WHAT, Hint.WORDS, Hint.TOO_MANY})


def _with_exception(unclear: Unclear, words: Words) -> Unclear:
    """Return the question, which is about who is meant if somebody is left out."""
    is_about_people = unclear.hint in _OF_PEOPLE and leaves_out(words)
    return replace(unclear, hint=Hint.EXCEPT) if is_about_people else unclear


def _with_people(words: Words, rule: Rule, context: Context) -> Words | Unclear:
    """Return `words` with phone numbers and names read, or a question about one of them."""
    marked = phone_numbers.mark(words, context.region) if rule.names_people else words
    if isinstance(marked, Unclear):
        return marked
    doubtful = doubtful_addresses.first_doubtful(marked) if rule.names_people else None
    return _mistyped(doubtful, rule, marked, context) if doubtful else attach_names(marked)


def _mistyped(doubtful: Word, rule: Rule, words: Words, context: Context) -> Unclear:
    """Return a question about an address that is probably mistyped."""
    meant = fill_slots(rule, doubtful_addresses.corrected(words), context)
    if isinstance(meant, Unclear) or doubtful_addresses.mixes_scripts(doubtful.raw):
        return Unclear(doubtful.raw[:100], Hint.ADDRESS_SLIP)
    return Unclear(doubtful.raw[:100], Hint.ADDRESS_SLIP, meant)


def merge_words(words: Words, rule: Rule) -> list[Word] | None:
    """Return `words` with phrases and places merged; None for too many phrases."""
    found = merge_phrases(words, rule.pattern)
    return mark_places(found) if found else found


def unknown(words: Words) -> Unclear:
    """Return the question about words that are no command."""
    return Unclear(joined(words)[:100], Hint.UNKNOWN)
