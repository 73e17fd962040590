"""The steps about desks and their posters."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from bot.core.domain.desks import Desk
from bot.core.steps.door_steps import DoorRequest
from bot.core.steps.step import Step
from bot.core.steps.webex_steps import Say

CALLER = "caller"
"""What the door of somebody who called at a desk is known by: nobody knows who they are."""


def door_of_caller(language: str | None = None) -> DoorRequest:
    """Return the door at which somebody who called waits."""
    return DoorRequest(CALLER, language=language)


@dataclass(frozen=True)
class ReadDesk(Step):
    """-> Desk, or None."""

    name: str


@dataclass(frozen=True)
class SaveDesk(Step):
    """-> None. Set up a desk or change it; with another seed, its earlier address is revoked."""

    desk: Desk


@dataclass(frozen=True)
class ReadDeskAddresses(Step):
    """-> DeskAddresses. Not recorded, because the addresses must not be on a disk.

    Args:
        desk: the desk.
        at: the installation's public address.
    """

    recorded: ClassVar[bool] = False
    desk: Desk
    at: str


@dataclass(frozen=True)
class SeatCaller(Step):
    """-> None. Put a caller at the door of their meeting, once.

    Args:
        number: the meeting's number.
        known_as: what the caller's door is known by.
        language: what they read, as two letters.
        at: when they pressed, aware.
    """

    number: int
    known_as: str
    language: str
    at: datetime


@dataclass(frozen=True)
class HaveCallerWait(Step):
    """-> None. Make a caller who was let in, but hasn't joined, wait again.

    Args:
        number: the meeting's number.
    """

    number: int


@dataclass(frozen=True)
class PosterWords:
    """What a poster says in one language.

    Args:
        language: as two letters.
        headline: what one can do.
        how: how to do it.
        digits: what stands before its digits.
    """

    language: str
    headline: str
    how: str
    digits: str


@dataclass(frozen=True)
class Poster:
    """A poster.

    Args:
        title: of the desk.
        organisation: whose it is; empty for none.
        address: of the desk's page.
        code: the digits; empty for none.
        words: what it says, in each language.
    """

    title: str
    organisation: str
    address: str = field(repr=False)
    code: str = field(repr=False)
    words: tuple[PosterWords, ...]

    @property
    def has_other_letters(self) -> bool:
        """Whether it has letters besides Latin, Greek and Cyrillic ones: those aren't in its file.

        They are printed with a font of the computer, if it has one.
        """
        said = (self.title, self.organisation, *(each.headline for each in self.words))
        return any(each > _LAST_CYRILLIC and each.isalpha() for each in "".join(said))


_LAST_CYRILLIC = "\u052f"


@dataclass(frozen=True)
class ShowPoster(Say):
    """-> Posted. Post `text` with a poster to print, as a PDF."""

    poster: Poster = field(kw_only=True)
