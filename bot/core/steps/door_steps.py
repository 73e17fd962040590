"""The steps that open doors, read who came, and answer them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from bot.core.domain.doors import Reply
from bot.core.steps.step import Step

HANDED = "handed"
"""What is known of the doors that hosts hand on: each is a door of its own."""


@dataclass(frozen=True)
class DoorRequest:
    """A door to open.

    Args:
        known_as: the guest's identity, or what the links of a shared door have in common.
        name: the guest's name; empty if it isn't known.
        language: the guest's language, as two letters; None for none.
        shared: whether one door serves many visitors.
    """

    known_as: str = field(repr=False)
    name: str = field(default="", repr=False)
    language: str | None = None
    shared: bool = False


@dataclass(frozen=True)
class OpenDoors(Step):
    """-> tuple of GuestLink: the address of each guest's door, in order.

    A guest has one door, whose address is always the same, until it is renewed. Not recorded,
    because the addresses must not be on a disk; repeating the step gives the same ones.

    Args:
        number: the meeting's number.
        at: the installation's public address.
        doors: the doors.
        occasion: identifies the request that opens them.
        renew: whether earlier doors of the same guests close.
    """

    recorded: ClassVar[bool] = False
    number: int
    at: str
    doors: tuple[DoorRequest, ...]
    occasion: str = field(repr=False)
    renew: bool = False


@dataclass(frozen=True)
class OpenHostDoors(Step):
    """-> tuple of HostDoor: the address of each host's page, in order; always the same.

    Args:
        number: the meeting's number.
        at: the installation's public address.
        host_ids: the hosts' Webex ids.
    """

    recorded: ClassVar[bool] = False
    number: int
    at: str
    host_ids: tuple[str, ...]


@dataclass(frozen=True)
class ReadAttendances(Step):
    """-> tuple of Attendance: who has a door or came to one, in the order in which they came.

    Args:
        number: the meeting's number.
    """

    number: int


@dataclass(frozen=True)
class AdmitVisitors(Step):
    """-> tuple of int: the ids of those of them who are let in.

    Args:
        number: the meeting's number.
        ids: whom to let in; see `Attendance`.
        now: the time, aware.
    """

    number: int
    ids: tuple[int, ...]
    now: datetime


@dataclass(frozen=True)
class ReplyToVisitors(Step):
    """-> None. Show a host's answer on the pages of some guests.

    Args:
        number: the meeting's number.
        ids: of the guests; see `Attendance`.
        reply: the answer.
    """

    recorded: ClassVar[bool] = False
    number: int
    ids: tuple[int, ...]
    reply: Reply


@dataclass(frozen=True)
class ShowOnDoors(Step):
    """-> None. Show a host's message on guests' pages.

    Args:
        number: the meeting's number.
        known_as: the guests' identities; an empty one is everybody.
        text: the message.
        occasion: identifies the request, so that a repeat adds nothing.
    """

    recorded: ClassVar[bool] = False
    number: int
    known_as: tuple[str, ...] = field(repr=False)
    text: str = field(repr=False)
    occasion: str = field(repr=False)


@dataclass(frozen=True)
class ClearDoors(Step):
    """-> None. Take all messages off guests' pages: somebody else is host now.

    Args:
        number: the meeting's number.
    """

    recorded: ClassVar[bool] = False
    number: int


@dataclass(frozen=True)
class ReplaceWaitingList(Step):
    """-> str: the id of the message that listed who waits before; empty for none.

    Args:
        number: the meeting's number.
        host_id: the host who has the list.
        message_id: of the new list; empty for none.
    """

    number: int
    host_id: str
    message_id: str
