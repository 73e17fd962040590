"""A text message as plain data, and the steps that send it.

It can hold a guest's link and no host's: `filled_in` takes no other.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any, ClassVar
from urllib.parse import unquote

from bot.core.domain.meetings import Meeting
from bot.core.steps.step import Send

_CIPHER = "&data="
"""What the cipher of a long link stands behind; see `joseencrypt`."""


@dataclass(frozen=True)
class PhoneMessage:
    """One text to one phone.

    Args:
        id: the same for the same text again, so that a flow can drop it.
        phone: in the form of E.164.
        text: plain, with the link in it.
        link: the guest's, alone; empty where the text has none.
        language: two letters.
    """

    id: str
    phone: str = field(repr=False)
    text: str = field(default="", repr=False)
    link: str = field(default="", repr=False)
    language: str = "en"

    def body(self) -> dict[str, Any]:
        """Return what the flow is handed.

        `baseUrl` and the guest's key or cipher make the link. They are the outputs of Cisco's own
        node for Instant Connect, so that a flow which was made for those finds them here.
        https://developer.webex.com/create/docs/instant-connect-meeting-links
        """
        return {
            "id": self.id,
            "number": self.phone,
            "text": self.text,
            "link": self.link,
            "language": self.language,
            **_as_of_the_node(self.link),
        }


def _as_of_the_node(link: str) -> dict[str, str]:
    start, data, cipher = link.partition(_CIPHER)
    if data:
        return {"baseUrl": start + data, "guestshortkey": "", "guestcipher": unquote(cipher)}
    base, slash, key = link.rpartition("/")
    return {"baseUrl": base + slash, "guestshortkey": key, "guestcipher": ""}


@dataclass(frozen=True)
class SendText(Send):
    """-> Posted, by the message's id. Hand a text to the flow that sends it.

    Args:
        message: what is sent.
        meeting: the meeting that it is about, as with a mail.
    """

    message: PhoneMessage
    meeting: Meeting | None = None


@dataclass(frozen=True)
class TryText(SendText):
    """-> Posted, by the message's id. Do so if that works soon, so that others can go on."""

    patience: ClassVar[float] = 10.0

    def with_more_patience(self) -> SendText:
        """Return the same with more patience."""
        return SendText(self.message, self.meeting)


def empty_message(meeting: Meeting, phone: str, occasion: str) -> PhoneMessage:
    """Return the message to a phone on an occasion, such as a request, before it says anything.

    Its name is made of what a replay finds again.
    """
    said = "\0".join(("text", meeting.sub, phone, occasion))
    return PhoneMessage(hashlib.sha256(said.encode()).hexdigest()[:32], phone)
