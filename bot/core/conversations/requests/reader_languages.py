"""Which language each person of a meeting reads."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.domain.commands import Guest
from bot.core.domain.meetings import Delivery, Preferences, Role, Way
from bot.core.wording.languages import Language, Languages


@dataclass(frozen=True)
class Readers:
    """The languages of a meeting's people.

    Args:
        languages: the installation's languages.
        preferences: the default of the requester or the space.
    """

    languages: Languages
    preferences: Preferences

    @property
    def host(self) -> Language:
        """The language of a host."""
        return self.languages.for_host(self.preferences.language)

    def guest(self, guest: Guest) -> Language:
        """Return a guest's language: the chosen one, else what their address suggests."""
        return self.languages.for_guest(guest.language, guest.email)

    def of(self, carrier: Delivery) -> Language:
        """Return the language of the person who got a delivery."""
        of_host = carrier.role in (Role.HOST, Role.FORMER)
        is_hosts = of_host or carrier.way is Way.HANDED or carrier.trouble
        return self.host if is_hosts else self.guest(carrier.guest)
