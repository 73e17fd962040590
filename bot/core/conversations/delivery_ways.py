"""Chooses how to reach a guest: direct message, email or both, by the settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.core.domain.access import EVERYONE
from bot.core.domain.commands import Guest
from bot.core.domain.meetings import Way

DIRECT = (Way.DIRECT,)
MAIL = (Way.MAIL,)
PHONE = (Way.PHONE,)
BOTH = (Way.DIRECT, Way.MAIL)


@dataclass(frozen=True)
class Ways:
    """The ways that are set up, and who is reached by which.

    Args:
        mail: whether e-mail is set up.
        rules: ways by lower-case address, by domain, or by ``*`` for everybody else; the closest
            one counts. They matter only where e-mail is set up.
    """

    mail: bool = False
    rules: Mapping[str, tuple[Way, ...]] = field(default_factory=dict, repr=False)

    def of(self, who: Guest) -> tuple[Way, ...]:
        """Return the ways to a guest, which all are gone; who was mentioned is in Webex."""
        if who.phone:
            return PHONE
        if who.person_id or not self.mail:
            return DIRECT
        address = who.email.lower()
        names = (address, address.rpartition("@")[2], EVERYONE)
        return next((self.rules[name] for name in names if name in self.rules), MAIL)

    def instead_of(self, way: Way) -> Way | None:
        """Return the way that is tried, if it is set up, where `way` did not lead to a guest."""
        return Way.MAIL if way is Way.DIRECT else None
