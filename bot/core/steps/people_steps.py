"""The step that looks up several people in Webex."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

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
