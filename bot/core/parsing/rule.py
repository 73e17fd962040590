"""A row of the table of commands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from bot.core.domain.commands import Sayable
from bot.core.domain.hints import Hint
from bot.core.parsing.slots.slot import Slot
from bot.core.parsing.text import phrases


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
