"""The step that counts what is limited."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from bot.core.domain.limits import Quota
from bot.core.steps.step import Step


@dataclass(frozen=True)
class UseQuotas(Step):
    """-> tuple of str: for each use, the trouble of the quota that is used up, or "".

    A use beyond a quota isn't counted. Repeating the step counts nothing twice.

    Args:
        uses: the quotas of each use.
        token: identifies the uses, so that they are counted once.
        now: when, aware.
    """

    uses: tuple[tuple[Quota, ...], ...]
    token: str = field(repr=False)
    now: datetime
