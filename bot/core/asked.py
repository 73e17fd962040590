"""A request, where it came from, and what it was given."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from bot.core.access import Access
from bot.core.joseencrypt import Encryption, Vertical
from bot.core.steps import Message, Person, Place, Space


@dataclass(frozen=True)
class House:
    """What the bot knows of itself and of its installation.

    Args:
        bot_id: its own person id.
        bot_email: its own address.
        access: who may ask.
        link_minutes: for how long a link works.
        most_guests: that one meeting may have.
        vertical: ``gen`` or ``hc``.
        host_login: whether the host's link offers to sign in.
        short_links: short links, or long ones.
        encryption: how the broker wraps its ciphers.
    """

    bot_id: str
    bot_email: str
    access: Access
    link_minutes: int = 60
    most_guests: int = 100
    vertical: Vertical = "gen"
    host_login: bool = True
    short_links: bool = True
    encryption: Encryption = field(default_factory=Encryption)


@dataclass(frozen=True)
class Asked:
    """A message from somebody who may ask, with what its conversation was given.

    Args:
        message: that asks.
        house: that was asked.
        at: when the notice of it came.
        seed: unguessable, and the same at every replay.
    """

    message: Message
    house: House
    at: datetime
    seed: str

    @property
    def direct(self) -> tuple[Place, ...]:
        """The requester's direct space with the bot."""
        return (Person(self.message.person_id),)

    @property
    def places(self) -> tuple[Place, ...]:
        """Where an answer belongs: the request's thread, else its space, else the requester."""
        if self.message.direct:
            return self.direct
        room, root = self.message.room_id, self.message.parent_id or self.message.id
        return (Space(room, root), Space(room), *self.direct)
