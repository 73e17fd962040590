"""Who may use the bot.

Anyone in any organisation can add a bot to a space, so that this is the bot's own business.
"""

from __future__ import annotations

from dataclasses import dataclass

EVERYONE = "*"


@dataclass(frozen=True)
class Access:
    """Domains and addresses whose people may ask.

    Args:
        allowed: lower-case addresses (``erin@example.com``), domains (``example.com``), or ``*``.
    """

    allowed: frozenset[str]

    @classmethod
    def of(cls, written: str) -> Access:
        """Return the access that a comma- or space-separated list gives."""
        names = written.replace(",", " ").replace(";", " ").split()
        return cls(frozenset(name.lower().removeprefix("@") for name in names))

    def admits(self, email: str) -> bool:
        """Return whether the person with this address may ask."""
        address = email.strip().lower()
        domain = address.rpartition("@")[2]
        return bool({EVERYONE, address, domain} & self.allowed)


def is_bot(email: str) -> bool:
    """Return whether this is the address of a bot; two that answer each other never stop.

    https://developer.webex.com/docs/bots
    """
    return email.strip().lower().endswith(("@webex.bot", "@sparkbot.io"))
