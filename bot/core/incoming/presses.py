"""A button press on one of the bot's cards."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class ButtonPress:
    """A button press. Only who pressed can be trusted.

    Args:
        id: the press's id.
        message_id: the card's message.
        room_id: the message's space.
        person_id: who pressed.
        inputs: the button's data and the form's inputs.
        created: when, by Webex's clock; None if unknown.
    """

    id: str
    message_id: str
    room_id: str
    person_id: str
    inputs: dict[str, Any] = field(repr=False)
    created: datetime | None = None
