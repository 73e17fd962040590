"""The steps that read, post, edit and delete in Webex, and mint links."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from bot.core.domain.errors import Trouble
from bot.core.domain.joseencrypt import LinkRequest
from bot.core.domain.links import Links
from bot.core.steps.step import Send, Step
from bot.core.wording.texts import Card, HostText, Text


@dataclass(frozen=True)
class Space:
    """A place that everybody in it can read.

    Args:
        room_id: the space's id in Webex.
        thread: the id of the thread's first message, or None for outside any thread.
    """

    room_id: str
    thread: str | None = None


@dataclass(frozen=True)
class Person:
    """The direct space of one person with the bot, by the person's id or else address."""

    person_id: str | None = None
    email: str | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        if not (self.person_id or self.email):
            raise ValueError("A person is known by an id or by an address.")


Place = Space | Person


@dataclass(frozen=True)
class Message:
    """A message as Webex hands it out; its address and texts stay out of logs."""

    id: str
    room_id: str
    direct: bool
    person_id: str
    email: str = field(repr=False)
    text: str = field(repr=False)
    html: str | None = field(repr=False)
    parent_id: str | None = None


@dataclass(frozen=True)
class Membership:
    """That a person belongs to a space."""

    id: str
    room_id: str
    person_id: str
    direct: bool


@dataclass(frozen=True)
class ReadMessage(Step):
    """-> Message. Raises NotFound when it was deleted before it was read."""

    message_id: str


@dataclass(frozen=True)
class ReadMembership(Step):
    """-> Membership."""

    membership_id: str


@dataclass(frozen=True)
class ReadPress(Step):
    """-> Pressed. Webex's notice of a press has none of its inputs.

    Recorded: what was pressed may have the card deleted, and with it Webex forgets the press.
    """

    action_id: str


@dataclass(frozen=True)
class ReadPerson(Step):
    """-> Guest, with the person's id, address and name. Raises NotFound.

    Args:
        person_id: in Webex; empty to look for the address.
        email: where there is no id.
    """

    person_id: str = ""
    email: str = field(default="", repr=False)


@dataclass(frozen=True)
class MayModerate(Step):
    """-> bool: whether this person may decide for the space; where nobody moderates, all may."""

    room_id: str
    person_id: str


@dataclass(frozen=True)
class MintLinks(Step):
    """-> Links. The same `sub` leads to the same meeting, so that a repeat does no harm.

    Not recorded: a link lies on no disk.
    """

    recorded: ClassVar[bool] = False
    request: LinkRequest

    def instead(self, _trouble: Trouble) -> Links:
        """Return what stands for the links that an earlier run had; nobody is sent them."""
        return Links.none(self.request.hosts, self.request.guests)


@dataclass(frozen=True)
class Say(Send):
    """Say `text`, with a card beside it, in the first of `places` that takes it."""

    text: Text
    places: tuple[Place, ...]
    card: Card | None = None

    def __post_init__(self) -> None:
        if not isinstance(self.text, Text):
            raise TypeError("Only a Text can be said in a place; a HostText goes by TellHost.")


@dataclass(frozen=True)
class TellHost(Send):
    """Give the host their link, in their direct space with the bot.

    Args:
        host_id: the person's id. There is no place to give: the type knows only this one.
    """

    text: HostText
    host_id: str


@dataclass(frozen=True)
class EditMessage(Step):
    """-> None. Put `text` in the place of a message's; never of one with a card.

    Not recorded: the same text again changes nothing that people see.
    """

    recorded: ClassVar[bool] = False
    message_id: str
    room_id: str
    text: Text


@dataclass(frozen=True)
class DeleteMessage(Step):
    """-> None. Delete one of the bot's messages; one that is gone already is no trouble."""

    recorded: ClassVar[bool] = False
    message_id: str
