"""Records a finding, so that a replay doesn't find something else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.core.steps.step import Step


@dataclass(frozen=True)
class Settle(Step):
    """-> `pairs`, as they were at first: what was found out is not found out anew by a replay.

    Args:
        pairs: numbers, and nothing that tells of anybody.
    """

    recorded: ClassVar[bool] = True
    pairs: tuple[tuple[int, int], ...]
