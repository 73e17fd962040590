"""The step that asks Webex who several people are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.core.steps.step import Step


@dataclass(frozen=True)
class ReadPeople(Step):
    """-> tuple of Guest, with ids, addresses and names, of those whom Webex knows.

    It is asked beside what people wait for, so that it is attempted once.

    Args:
        ids: of people in Webex.
    """

    patience: ClassVar[float] = 0.0
    ids: tuple[str, ...]
