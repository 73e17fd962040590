"""What a row of the table of commands is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from bot.core.commands import Sayable
from bot.core.hints import Hint
from bot.core.parsing import frames
from bot.core.parsing.slots import Slot

PEOPLE_BETWEEN = "…"
"""Stands in a synonym for people within it: `make … host`."""


@dataclass(frozen=True)
class Rule:
    """One command: a row of the table.

    Args:
        name: its canonical beginning.
        command: its dataclass.
        usage: one line for the help.
        does: what it does, in one line.
        examples: sentences that work as they stand.
        slots: in the order in which they are said.
        synonyms: other beginnings, in small letters; people stand between their words at `…`.
        nearly: words that may mean it, and are asked about.
        takes_anything: whether words of no slot are no reason to ask.
        unread: why words of no slot are unclear.
    """

    name: str
    command: type[Sayable]
    usage: str
    does: str
    examples: tuple[str, ...]
    slots: tuple[Slot, ...] = ()
    synonyms: tuple[str, ...] = ()
    nearly: tuple[str, ...] = ()
    takes_anything: bool = False
    unread: Hint = Hint.WORDS

    @cached_property
    def names_people(self) -> bool:
        """Whether guests are told in a sentence of this command."""
        return any({"guests", "to"} & set(slot.fields) for slot in self.slots)

    @cached_property
    def tells_times(self) -> bool:
        """Whether a sentence of this command may tell a time."""
        return any("opens" in slot.fields for slot in self.slots)

    @cached_property
    def searched(self) -> re.Pattern[str] | None:
        """What is read as one word in a sentence of this command."""
        return frames.pattern([slot.frames for slot in self.slots if slot.frames])
