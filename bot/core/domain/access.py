"""Who may use the bot.

Anybody in any organization can add a bot to a space, so the bot checks this itself.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.domain.email_addresses import address_key

EVERYONE = "*"


@dataclass(frozen=True)
class Access:
    """The domains and addresses that may use the bot.

    Args:
        allowed: lower-case addresses (``erin@example.com``), domains (``example.com``), or ``*``.
    """

    allowed: frozenset[str]

    @classmethod
    def parse(cls, written: str) -> Access:
        """Parse a comma- or space-separated list; `*@example.com` is the whole domain."""
        names = written.replace(",", " ").replace(";", " ").split()
        plain = (name.removeprefix("*@").removeprefix("@") for name in names)
        return cls(frozenset(address_key(name) for name in plain))

    def admits(self, email: str) -> bool:
        """Return whether the person with this address may use the bot."""
        address = address_key(email)
        domain = address.rpartition("@")[2]
        return bool({EVERYONE, address, domain} & self.allowed)


def is_bot(email: str) -> bool:
    """Return whether this is a bot's address. Two bots that answer each other never stop.

    https://developer.webex.com/docs/bots
    """
    return email.strip().lower().endswith(("@webex.bot", "@sparkbot.io"))
