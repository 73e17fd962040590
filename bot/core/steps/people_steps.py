"""The steps that look up several people in Webex."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.core.domain.commands import Guest
from bot.core.domain.errors import Trouble
from bot.core.steps.step import Step


@dataclass(frozen=True)
class ReadPeople(Step):
    """-> tuple of Guest with ids, addresses and names, for those whom Webex knows.

    Tried once, because people wait for what is done at the same time.

    Args:
        ids: Webex ids.
    """

    patience: ClassVar[float] = 0.0
    ids: tuple[str, ...]


@dataclass(frozen=True)
class ReadColleagues(Step):
    """-> tuple of Guest with ids, addresses and names: a space's people, without bots.

    Empty for a large space, where a first name says too little. Tried once, because it only serves
    a suggestion.
    """

    patience: ClassVar[float] = 0.0
    room_id: str


@dataclass(frozen=True)
class ReadPresence(Step):
    """-> str: somebody's status, such as `active`; empty if Webex doesn't tell.

    Tried once: Webex limits how often one may ask, and a request to experts doesn't wait for it.
    https://developer.webex.com/docs/api/v1/people/get-person-details
    """

    patience: ClassVar[float] = 0.0
    person_id: str | None
    email: str | None = None


@dataclass(frozen=True)
class ReadNames(ReadPeople):
    """-> the same, only for the names in messages.

    It decides nothing, so it isn't recorded, and needn't wait until the decision is.
    """

    recorded: ClassVar[bool] = False

    def instead(self, _trouble: Trouble) -> tuple[Guest, ...]:
        """Return nobody: the messages go without names."""
        return ()
