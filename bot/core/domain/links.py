"""Host links and guest links, which don't print themselves."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NoReturn


class _Link:
    """A key to a meeting: whoever holds it gets in, so it does not print itself."""

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
    """Opens the meeting as its host. Only `texts.HostText` can write it down."""

    __slots__ = ()


class GuestLink(_Link):
    """Opens the meeting as a guest. `texts.Text` can write it down."""

    __slots__ = ()


@dataclass(frozen=True)
class Links:
    """What one call of the broker gives: the links of the hosts and of the guests, in order."""

    hosts: tuple[HostLink, ...] = field(repr=False)
    guests: tuple[GuestLink, ...] = field(repr=False)
