"""Host links and guest links, which don't print themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NoReturn


class _Link:
    """A link: anybody who has it gets in, so it doesn't print itself."""

    __slots__ = ("__url",)

    def __init__(self, url: str) -> None:
        self.__url = url

    def __repr__(self) -> str:
        return f"{type(self).__name__}(…)"

    def __str__(self) -> NoReturn:
        raise TypeError("A link is written into a message by its own text type, never by str().")

    def __format__(self, spec: str) -> NoReturn:
        raise TypeError("A link is written into a message by its own text type, never by format().")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other._reveal() == self._reveal()

    def __hash__(self) -> int:
        return hash((type(self), self.__url))

    def _reveal(self) -> str:
        return self.__url


class HostLink(_Link):
    """Joins the meeting as a host. Only a `HostText` can contain it."""

    __slots__ = ()


class HostDoor(_Link):
    """The address of a host's page. Only a `HostText` can contain it."""

    __slots__ = ()

    def below(self, path: str) -> HostDoor:
        """Return the address of what belongs to the page."""
        return HostDoor(f"{self._reveal()}/{path}")


class GuestLink(_Link):
    """Joins the meeting as a guest, or leads to a guest's page. A `Text` can contain it."""

    __slots__ = ()


@dataclass(frozen=True)
class Links:
    """The links from one call of the broker, in order.

    Args:
        hosts: the hosts' links.
        guests: the guests' links.
        lost: whether these only stand for links that an earlier run had and that are gone.
        doors: whether the guests' links lead to their doors, which are never lost.
        pages: the addresses of the hosts' pages, by their Webex ids; empty without doors.
    """

    hosts: tuple[HostLink, ...] = field(repr=False)
    guests: tuple[GuestLink, ...] = field(repr=False)
    lost: bool = False
    doors: bool = False
    pages: Mapping[str, HostDoor] = field(default_factory=lambda: MappingProxyType({}), repr=False)

    @classmethod
    def none(cls, hosts: int, guests: int) -> Links:
        """Return stand-ins for links that cannot be minted again; nobody is sent them."""
        return cls((HostLink(""),) * hosts, (GuestLink(""),) * guests, lost=True)
