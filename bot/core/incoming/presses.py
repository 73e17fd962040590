"""A button press on one of the bot's cards."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(frozen=True)
class ButtonPress:
    """A button press. Only who pressed can be trusted.

    Args:
        id: the press's id.
        message_id: the card's message.
        room_id: the message's space.
        person_id: who pressed.
        inputs: the button's data and the form's inputs; None if they may not be recorded, so that
            `ReadInputs` has to read them.
    """

    id: str
    message_id: str
    room_id: str
    person_id: str
    inputs: dict[str, Any] | None = field(repr=False)

    def without_private_inputs(self) -> ButtonPress:
        """Return this press without inputs that may contain people's words or addresses."""
        values = (self.inputs or {}).values()
        plain = all(isinstance(each, str) and _PLAIN.fullmatch(each) for each in values)
        return self if plain else replace(self, inputs=None)


_PLAIN = re.compile(r"[a-z0-9# ]{0,60}")
"""The sentence of a button that names a meeting by number, and no person."""
