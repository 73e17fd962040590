"""A guest, by Webex id, email address or phone number."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Guest:
    """Somebody who is invited: a person of Webex by id, anybody by e-mail address or phone.

    It prints no address, number or name, because what is printed ends in logs.

    Args:
        person_id: Webex's id of the person who was mentioned; empty for an address.
        email: the address, its domain in lower case; empty for a mention.
        name: the mention's label, or the human name that stood before the address; may be empty.
        language: two letters of the one in which they are written to; None where nobody said.
        phone: the number in the form of E.164, such as ``+491701234567``; empty for none.
    """

    person_id: str = ""
    email: str = field(default="", repr=False)
    name: str = field(default="", repr=False)
    language: str | None = None
    phone: str = field(default="", repr=False)

    @property
    def called(self) -> str:
        """Return what to call this guest in a sentence."""
        return self.name or self.email or self.phone or self.person_id

    @property
    def same_as(self) -> str:
        """Return what two namings of one guest have in common."""
        return self.person_id or self.email.casefold() or self.phone

    def is_same(self, other: Guest) -> bool:
        """Return whether both are one guest, as far as the two namings tell."""
        return bool(
            (self.person_id and self.person_id == other.person_id)
            or (self.email and self.email.casefold() == other.email.casefold())
            or (self.phone and self.phone == other.phone)
        )
