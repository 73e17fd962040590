"""In which language each of a meeting's people reads."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.commands import Guest
from bot.core.meetings import Delivery, Meeting, Role, Usual, Way
from bot.core.tongues import Tongue, Tongues


@dataclass(frozen=True)
class Readers:
    """The people of one meeting, as readers.

    Args:
        tongues: of the installation.
        usual: for whoever asked, or in the space.
        meeting: that they are in.
    """

    tongues: Tongues
    usual: Usual
    meeting: Meeting

    @property
    def host(self) -> Tongue:
        """The language of a host."""
        return self.tongues.for_host(self.usual.language)

    @property
    def anybody(self) -> Tongue:
        """The language of a guest of whom nothing is known, and of a space."""
        return self.guest(Guest())

    def guest(self, guest: Guest) -> Tongue:
        """Return the language of a guest: what was said goes before what an address hints at."""
        return self.tongues.for_guest(self.usual.language, guest.email)

    def of(self, carrier: Delivery) -> Tongue:
        """Return the language of whoever has the message that carried a link."""
        is_hosts = carrier.role is Role.HOST or carrier.way is Way.HANDED or carrier.trouble
        return self.host if is_hosts else self.guest(carrier.guest)
