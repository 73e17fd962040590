"""Parses sentences that the bot composed itself, or whose command is all that counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.core.domain.commands import Command, Nothing, Sayable, Thanks, Unclear
from bot.core.parsing import grammar
from bot.core.parsing.text.mentions import Said


@dataclass(frozen=True)
class SentenceParser:
    """Parses sentences as the grammar does; see `grammar.parse`."""

    now: datetime
    devices: tuple[str, ...] = ()
    region: str = ""

    def parse(self, text: str) -> Command:
        """Return what a sentence says, or why that isn't clear."""
        return grammar.parse(Said(text), self.now, self.devices, self.region)

    def command(self, text: str) -> Sayable | None:
        """Return the command that a sentence says, or None."""
        command = self.parse(text)
        return None if isinstance(command, Unclear | Nothing | Thanks) else command
