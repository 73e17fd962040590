"""The steps that read, post, edit and delete in Webex, and mint links."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from bot.core.domain.errors import Trouble
from bot.core.domain.joseencrypt import LinkRequest
from bot.core.domain.links import Links
from bot.core.steps.step import Send, Step
from bot.core.wording.texts import Card, HostText, Text


@dataclass(frozen=True)
class Space:
    """A space, whose members can read what is posted there.

    Args:
        room_id: the space's id in Webex.
        thread: the id of the thread's first message; None to post outside of threads.
    """

    room_id: str
    thread: str | None = None


@dataclass(frozen=True)
class DirectChat:
    """The bot's direct chat with a person, by the person's id or email address."""

    person_id: str | None = None
    email: str | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        if not (self.person_id or self.email):
            raise ValueError("A direct chat needs an id or an address.")


Place = Space | DirectChat


@dataclass(frozen=True)
class Message:
    """A message read from Webex. Its address and texts stay out of logs."""

    id: str
    room_id: str
    direct: bool
    person_id: str
    email: str = field(repr=False)
    text: str = field(repr=False)
    html: str | None = field(repr=False)
    parent_id: str | None = None
    created: datetime | None = None
    updated: datetime | None = None

    @property
    def written(self) -> datetime | None:
        """When it was written as it is now: it may have been edited."""
        return self.updated or self.created


@dataclass(frozen=True)
class Membership:
    """A person's membership in a space."""

    id: str
    room_id: str
    person_id: str
    direct: bool


@dataclass(frozen=True)
class ReadMessage(Step):
    """-> Message. Raises NotFound if it was deleted before it was read."""

    message_id: str


@dataclass(frozen=True)
class ReadMembership(Step):
    """-> Membership."""

    membership_id: str


@dataclass(frozen=True)
class ReadMembers(Step):
    """-> tuple of the ids of a space's people, without bots."""

    room_id: str


@dataclass(frozen=True)
class ReadPress(Step):
    """-> ButtonPress. Webex's notice of a press doesn't include its inputs."""

    action_id: str


@dataclass(frozen=True)
class ReadPerson(Step):
    """-> Guest with the person's id, address and name. Raises NotFound.

    Args:
        person_id: the Webex id; empty to look up the address.
        email: the address, if there is no id.
    """

    person_id: str = ""
    email: str = field(default="", repr=False)


@dataclass(frozen=True)
class MayModerate(Step):
    """-> bool: whether the person moderates the space. Without moderators, everybody does."""

    room_id: str
    person_id: str


@dataclass(frozen=True)
class MintLinks(Step):
    """-> Links. Minting again is harmless: the same `sub` leads to the same meeting.

    Not recorded, because links must not be on a disk.
    """

    recorded: ClassVar[bool] = False
    request: LinkRequest

    def instead(self, _trouble: Trouble) -> Links:
        """Return what stands for the links that an earlier run had; nobody is sent them."""
        return Links.none(self.request.hosts, self.request.guests)


@dataclass(frozen=True)
class Say(Send):
    """-> Posted. Post `text`, perhaps with a card, in the first of `places` that accepts it."""

    text: Text
    places: tuple[Place, ...]
    card: Card | None = None

    def __post_init__(self) -> None:
        if not isinstance(self.text, Text):
            raise TypeError("Say posts a Text; send a HostText with TellHost.")


@dataclass(frozen=True)
class TellHost(Send):
    """-> Posted. Send a host their link, in the bot's direct chat with them.

    Args:
        text: the only kind of text that can hold a host link.
        host_id: the person's id. No other place can be given.
    """

    text: HostText
    host_id: str


@dataclass(frozen=True)
class EditMessage(Step):
    """-> None. Replace the text of one of the bot's messages that has no card.

    Not recorded, because the same edit again changes nothing that people see.
    """

    recorded: ClassVar[bool] = False
    message_id: str
    room_id: str
    text: Text


@dataclass(frozen=True)
class DeleteMessage(Step):
    """-> None. Delete one of the bot's messages; fine if it is already gone."""

    recorded: ClassVar[bool] = False
    message_id: str
