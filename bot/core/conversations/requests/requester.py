"""Who asks, and where."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.core.domain.commands import Guest


@dataclass(frozen=True)
class Requester:
    """Who asks, and where.

    Args:
        person_id: their Webex id.
        email: their address.
        room_id: the space.
        direct: whether it is their direct space with the bot.
        thread: the first message of the thread to answer in; None for no thread.
        name: what Webex calls them; empty if not known yet.
    """

    person_id: str
    email: str = field(repr=False)
    room_id: str
    direct: bool
    thread: str | None = None
    name: str = field(default="", repr=False)

    @property
    def called(self) -> str:
        """Their name, or their address where it is not known."""
        return self.name or self.email

    @property
    def as_guest(self) -> Guest:
        """The same person as a recipient of links."""
        return Guest(self.person_id, self.email, self.name)
