"""A text message as plain data, and the steps that send it.

It can hold a guest's link but never a host's, because `filled_in` accepts no other.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any, ClassVar
from urllib.parse import unquote

from bot.core.domain.meetings import Meeting
from bot.core.steps.step import Send

_CIPHER = "&data="
"""Precedes the cipher in a long link; see `joseencrypt`."""


@dataclass(frozen=True)
class PhoneMessage:
    """A text message to one phone.

    Args:
        id: the same when the same text is sent again, so that a flow can drop the repeat.
        phone: the number in E.164.
        text: plain text with the link in it.
        link: the guest's link alone; empty if the text has none.
        language: two letters.
    """

    id: str
    phone: str = field(repr=False)
    text: str = field(default="", repr=False)
    link: str = field(default="", repr=False)
    language: str = "en"

    def body(self) -> dict[str, Any]:
        """Return the JSON for the Webex Connect flow.

        `baseUrl` followed by the guest's key or cipher is the link. Cisco's Instant Connect node
        has outputs with these names, so that flows built for it work unchanged.
        https://developer.webex.com/create/docs/instant-connect-meeting-links
        """
        return {
            "id": self.id,
            "number": self.phone,
            "text": self.text,
            "link": self.link,
            "language": self.language,
            **_node_outputs(self.link),
        }


def _node_outputs(link: str) -> dict[str, str]:
    start, data, cipher = link.partition(_CIPHER)
    if data:
        return {"baseUrl": start + data, "guestshortkey": "", "guestcipher": unquote(cipher)}
    base, slash, key = link.rpartition("/")
    return {"baseUrl": base + slash, "guestshortkey": key, "guestcipher": ""}


@dataclass(frozen=True)
class SendText(Send):
    """-> Posted, with the message's id. Hand a text message to the flow that sends it.

    Args:
        message: the text message.
        meeting: what it is about, as in `SendMail`.
    """

    message: PhoneMessage
    meeting: Meeting | None = None


@dataclass(frozen=True)
class TryText(SendText):
    """-> Posted, with the message's id. Give up soon, so that nobody else has to wait."""

    patience: ClassVar[float] = 10.0

    def with_more_patience(self) -> SendText:
        """Return the same step with more patience."""
        return SendText(self.message, self.meeting)


def empty_message(meeting: Meeting, phone: str, occasion: str) -> PhoneMessage:
    """Return a message without text, whose id is the same in a replay.

    Args:
        meeting: what it is about.
        phone: the number in E.164.
        occasion: why it is sent, such as the request's seed.
    """
    name = "\0".join(("text", meeting.sub, phone, occasion))
    return PhoneMessage(hashlib.sha256(name.encode()).hexdigest()[:32], phone)
