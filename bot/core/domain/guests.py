"""A guest, by Webex id, email address or phone number."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.core.domain.email_addresses import address_key


@dataclass(frozen=True)
class Guest:
    """A guest, known by Webex id, email address or phone number.

    It doesn't print any of these, because what is printed ends up in logs.

    Args:
        person_id: the Webex id of a mentioned person; empty for an address.
        email: the address, with its domain in lower case; empty for a mention.
        name: the mention's label, or the name before the address; may be empty.
        language: the chosen language, as two letters; None for none.
        phone: the number in E.164, such as ``+491701234567``; empty for none.
    """

    person_id: str = ""
    email: str = field(default="", repr=False)
    name: str = field(default="", repr=False)
    language: str | None = None
    phone: str = field(default="", repr=False)

    @property
    def display_name(self) -> str:
        """Return what to call this guest in a sentence."""
        return self.name or self.email or self.phone or self.person_id

    @property
    def identity(self) -> str:
        """What the guest is known by: the same for two mentions of one guest."""
        return self.person_id or (self.email and address_key(self.email)) or self.phone

    def is_same(self, other: Guest) -> bool:
        """Return whether two are known to be the same guest."""
        return bool(
            (self.person_id and self.person_id == other.person_id)
            or (self.email and other.email and address_key(self.email) == address_key(other.email))
            or (self.phone and self.phone == other.phone)
        )
