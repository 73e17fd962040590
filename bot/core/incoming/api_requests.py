"""What a program asks for on behalf of a host, recorded like a notice."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from bot.core.domain.commands import Add, Cancel, Expert, Extend, Meet, Move, Remove, Rename

ApiCommand = Meet | Expert | Add | Remove | Cancel | Extend | Move | Rename
"""What a program may ask for: the same as a host who writes it."""


@dataclass(frozen=True)
class ApiRequest:
    """A command of a program.

    Args:
        program: its name.
        name: tells its requests apart.
        command: what it asks for.
        host: the address of the host on whose behalf it asks.
        at: when it was asked, in UTC.
        seed: an unguessable value, which becomes the identity of its meeting.
    """

    program: str
    name: str
    command: ApiCommand = field(repr=False)
    host: str = field(repr=False)
    at: datetime
    seed: str = field(repr=False)

    @property
    def key(self) -> str:
        """The conversation's key, the same for a repeated request."""
        return f"api:{self.program}:{self.name}"
