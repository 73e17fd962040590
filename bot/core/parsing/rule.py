"""A row of the table of commands, and how its slots are filled from the words of a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from functools import cached_property
from typing import Any

from bot.core.domain.commands import Command, Help, Sayable, Unclear
from bot.core.domain.hints import Hint
from bot.core.parsing.slots.people_slots import attach_names
from bot.core.parsing.slots.slot import Slot, leaves_out, unread
from bot.core.parsing.slots.subjects import split_note, split_text
from bot.core.parsing.text import addresses, phone_numbers, phrases
from bot.core.parsing.text.phrases import merge_phrases
from bot.core.parsing.text.words import Word, Words, joined
from bot.core.parsing.times.time_phrases import mark_places


class HelpGroup(Enum):
    """A heading in the help."""

    START = "start a meeting"
    PEOPLE = "the people in it"
    LATER = "what changes later"
    YOURS = "what is yours"


PEOPLE_BETWEEN = "…"
"""Stands for people inside a synonym: `make … host`."""


@dataclass(frozen=True)
class Rule:
    """One command.

    Args:
        name: the words that its canonical sentence begins with.
        command: its dataclass.
        usage: one line for the help.
        does: what it does, in a few words; completes "You can …".
        examples: sentences that work as they stand; the help shows the first one.
        details: more about it, as sentences.
        group: the help's heading for it; None to name the command without an example.
        slots: in the order in which a sentence has them.
        synonyms: other beginnings, in lower case; `…` stands for people between the words.
        nearly: words that may mean this command, so the bot asks.
        takes_anything: whether words that no slot takes are ignored.
        unread: the hint for words that no slot takes.
        takes_text: whether a message to pass on ends its sentence, after a colon.
        takes_note: whether a note may end its sentence, after a colon.
        told_with: the command whose help names it, in place of the overview; empty for none.
    """

    name: str
    command: type[Sayable]
    usage: str
    does: str
    examples: tuple[str, ...]
    details: str = ""
    group: HelpGroup | None = None
    slots: tuple[Slot, ...] = ()
    synonyms: tuple[str, ...] = ()
    nearly: tuple[str, ...] = ()
    takes_anything: bool = False
    unread: Hint = Hint.WORDS
    takes_text: bool = False
    takes_note: bool = False
    told_with: str = ""

    @cached_property
    def names_people(self) -> bool:
        """Whether this command takes people."""
        return any({"guests", "to"} & set(slot.fields) for slot in self.slots)

    @cached_property
    def takes_times(self) -> bool:
        """Whether this command takes a time."""
        return any("opens" in slot.fields for slot in self.slots)

    @cached_property
    def pattern(self) -> re.Pattern[str] | None:
        """The phrases of this command's slots, as one pattern; None for no slots with phrases."""
        return phrases.compile_patterns([slot.pattern for slot in self.slots if slot.pattern])


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
    own, text = split_note(words) if rule.takes_note else split_text(words)
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
    if left is None and rule.names_people and leaves_out(marked):
        left = Unclear(joined(marked)[:100], Hint.EXCEPT)  # a slot took `au lieu` for a meeting
    return _with_exception(left, marked) if left else rule.command(**values)


_OF_PEOPLE = frozenset({Hint.WHO, Hint.WHAT, Hint.WORDS, Hint.TOO_MANY, Hint.PLACE})


def _with_exception(unclear: Unclear, words: Words) -> Unclear:
    """Return the question, which is about who is meant if somebody is left out."""
    is_about_people = unclear.hint in _OF_PEOPLE and leaves_out(words)
    return replace(unclear, hint=Hint.EXCEPT) if is_about_people else unclear


def _with_people(words: Words, rule: Rule, context: Context) -> Words | Unclear:
    """Return `words` with phone numbers and names read, or a question about one of them."""
    marked = phone_numbers.mark(words, context.region) if rule.names_people else words
    if isinstance(marked, Unclear):
        return marked
    doubtful = _first_doubtful(marked) if rule.names_people else None
    return _mistyped(doubtful, rule, marked, context) if doubtful else attach_names(marked)


def _mistyped(doubtful: Word, rule: Rule, words: Words, context: Context) -> Unclear:
    """Return a question about an address that is probably mistyped."""
    meant = fill_slots(rule, _corrected_words(words), context)
    in_doubt = [word.guest.email or "" for word in words if _is_in_doubt(word) and word.guest]
    is_known = all(map(addresses.intended, in_doubt))
    if isinstance(meant, Unclear) or not is_known or addresses.mixes_scripts(doubtful.raw):
        return Unclear(doubtful.raw[:100], Hint.ADDRESS_SLIP)
    return Unclear(doubtful.raw[:100], Hint.ADDRESS_SLIP, meant)


def _first_doubtful(words: Words) -> Word | None:
    """Return the first person whose address is doubtful."""
    return next((word for word in words if _is_in_doubt(word)), None)


def _corrected_words(words: Words) -> list[Word]:
    """Return `words` with every doubtful address corrected."""
    return [_corrected_person(word) if _is_in_doubt(word) else word for word in words]


def _is_in_doubt(word: Word) -> bool:
    email = word.guest.email if word.guest and not word.bracketed else ""
    return bool(email) and addresses.is_doubtful(email)


def _corrected_person(word: Word) -> Word:
    assert word.guest  # noqa: S101 - only people are in doubt
    email = addresses.intended(word.guest.email) or word.guest.email
    guest = replace(word.guest, email=email)
    return replace(word, raw=guest.display_name, guest=guest, bracketed=True)


def merge_words(words: Words, rule: Rule) -> list[Word] | None:
    """Return `words` with phrases and places merged; None for too many phrases."""
    found = merge_phrases(words, rule.pattern)
    return mark_places(found) if found else found


def unknown(words: Words) -> Unclear:
    """Return the question about words that are no command."""
    return Unclear(joined(words)[:100], Hint.UNKNOWN)
