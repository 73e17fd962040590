"""A button press on one of the bot's cards."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(frozen=True)
class Pressed:
    """A button of a card that somebody pressed; who did is the only thing to trust in it.

    Args:
        id: of the press.
        message_id: of the card's message.
        room_id: the space that it is in.
        person_id: who pressed.
        inputs: what the button carries, with what was filled in; None where that is not fit for
            a record, so that `ReadInputs` has to tell it.
    """

    id: str
    message_id: str
    room_id: str
    person_id: str
    inputs: dict[str, Any] | None = field(repr=False)

    def for_the_record(self) -> Pressed:
        """Return this press without inputs in which a person's words or addresses may be."""
        values = (self.inputs or {}).values()
        plain = all(isinstance(each, str) and _PLAIN.fullmatch(each) for each in values)
        return self if plain else replace(self, inputs=None)


_PLAIN = re.compile(r"[a-z0-9# ]{0,60}")
"""What a button says that names a meeting by its number, and nobody."""
