"""Chooses how to reach a guest: direct message, email or both, by the settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.core.domain.access import EVERYONE
from bot.core.domain.commands import Guest
from bot.core.domain.email_addresses import address_key
from bot.core.domain.meetings import Way

DIRECT = (Way.DIRECT,)
MAIL = (Way.MAIL,)
PHONE = (Way.PHONE,)
BOTH = (Way.DIRECT, Way.MAIL)


@dataclass(frozen=True)
class Ways:
    """How guests are reached.

    Args:
        mail: whether email is set up.
        rules: ways by lower-case address, by domain, or by ``*`` for everybody else; the most
            specific one wins. Without email they don't matter.
    """

    mail: bool = False
    rules: Mapping[str, tuple[Way, ...]] = field(default_factory=dict, repr=False)

    def of(self, who: Guest) -> tuple[Way, ...]:
        """Return the ways to reach a guest; all are used. A mentioned guest is in Webex."""
        if who.phone:
            return PHONE
        if who.person_id or not self.mail:
            return DIRECT
        address = address_key(who.email)
        names = (address, address.rpartition("@")[2], EVERYONE)
        return next((self.rules[name] for name in names if name in self.rules), MAIL)

    def instead_of(self, way: Way) -> Way | None:
        """Return the way to try, if it is set up, after `way` failed."""
        return Way.MAIL if way is Way.DIRECT else None
