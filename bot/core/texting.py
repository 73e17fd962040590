"""A text for a phone: what is said, and what a flow of Webex Connect is handed.

It can hold a guest's link and no host's: `Text.with_links` takes no other.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any, ClassVar
from urllib.parse import unquote

from bot.core.meetings import Meeting
from bot.core.steps import Send
from bot.core.texts import LINK, Text

_CIPHER = "&data="
"""What the cipher of a long link stands behind; see `joseencrypt`."""


@dataclass(frozen=True)
class PhoneMessage:
    """One text to one phone.

    Args:
        id: the same for the same text again, so that a flow can drop it.
        phone: in the form of E.164.
        sentence: plain, with one ``LINK``.
        link: the guest's, alone.
        language: two letters.
    """

    id: str
    phone: str = field(repr=False)
    sentence: str = field(repr=False)
    link: Text = field(repr=False)
    language: str = "en"

    def body(self) -> dict[str, Any]:
        """Return what the flow is handed.

        `baseUrl` and the guest's key or cipher make the link. They are the outputs of Cisco's own
        node for Instant Connect, so that a flow which was made for those finds them here.
        https://developer.webex.com/create/docs/instant-connect-meeting-links
        """
        link = self.link.markdown
        return {
            "id": self.id,
            "number": self.phone,
            "text": self.sentence.replace(LINK, link),
            "link": link,
            "language": self.language,
            **_as_of_the_node(link),
        }


def _as_of_the_node(link: str) -> dict[str, str]:
    start, data, cipher = link.partition(_CIPHER)
    if data:
        return {"baseUrl": start + data, "guestshortkey": "", "guestcipher": unquote(cipher)}
    base, slash, key = link.rpartition("/")
    return {"baseUrl": base + slash, "guestshortkey": key, "guestcipher": ""}


@dataclass(frozen=True)
class SendText(Send):
    """-> Posted, by the message's id. Hand a text to the flow that sends it."""

    patience: ClassVar[float] = 3600.0
    message: PhoneMessage


def message_id(meeting: Meeting, phone: str, occasion: str) -> str:
    """Return the name of the text to a phone on an occasion, such as a request."""
    said = "\0".join(("text", meeting.sub, phone, occasion))
    return hashlib.sha256(said.encode()).hexdigest()[:32]
