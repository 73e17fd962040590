"""The steps that read, post, edit and delete in Webex, and mint links.

A conversation yields a step; the engine performs it once and sends the answer back in.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, field
from typing import Any, ClassVar

from bot.core.domain.errors import Trouble
from bot.core.domain.joseencrypt import LinkRequest
from bot.core.domain.links import Links
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
class Posted:
    """A message that Webex took.

    Args:
        message_id: of the new message.
        place: the place, of those given, that took it: 0 is the first.
        room_id: the space that it is in, which an edit has to name.
    """

    message_id: str
    place: int = 0
    room_id: str | None = None


@dataclass(frozen=True)
class Step:
    """One trip to the outside.

    The engine records the answer of a step, and does it never again from then on. Those that are
    not `recorded` have an answer that must not lie on a disk, as links have, or one by which
    nothing is decided; they lead to the same place when they are repeated.
    """

    recorded: ClassVar[bool] = True
    patience: ClassVar[float] = 30.0
    """Seconds for which passing trouble is waited out before the person is told."""

    def instead(self, trouble: Trouble) -> Any:
        """Return what a replay goes on with where this cannot be had again.

        Raises:
            Trouble: it cannot go on without.
        """
        raise trouble


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
    """-> Pressed. Webex's notice of a press has none of its inputs."""

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
class ReadClock(Step):
    """-> float: seconds since 1970, when this is done."""


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
class Send(Step):
    """-> Posted. A message to people.

    Args:
        mark: by which it is found again after a crash; the engine gives it one.
        lost: whether its link cannot be had again: then `LinkLost` comes of it, and it is not sent.
    """

    patience: ClassVar[float] = 3600.0
    mark: str = field(default="", kw_only=True, compare=False, repr=False)
    lost: bool = field(default=False, kw_only=True, compare=False, repr=False)

    def patient(self) -> Send | None:
        """Return what is sent where this, which does not wait long, came to nothing for now."""
        return None


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
class Edit(Step):
    """-> None. Put `text` in the place of a message's; never of one with a card.

    Not recorded: the same text again changes nothing that people see.
    """

    recorded: ClassVar[bool] = False
    message_id: str
    room_id: str
    text: Text


@dataclass(frozen=True)
class Withdraw(Step):
    """-> None. Delete one of the bot's messages; one that is gone already is no trouble."""

    recorded: ClassVar[bool] = False
    message_id: str


Outcome = Posted | Trouble


@dataclass(frozen=True)
class Together(Step):
    """-> tuple of answers, in order: independent steps that go out at the same time.

    A step that failed has its Trouble in the answer; the others are not held up.
    """

    steps: tuple[Step, ...]


Conversation = Generator[Step, Any, None]
