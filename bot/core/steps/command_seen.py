"""Tells metrics and logs that a command was understood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.core.steps.step import Step


@dataclass(frozen=True)
class CommandSeen(Step):
    """A command, which is counted and logged; nothing comes of it, and no call is made.

    Args:
        command: its kind, as ``Meet``; never what was said.
        admitted: whether it is answered, or its sender told that they may not ask.
    """

    early: ClassVar[bool] = True
    command: str
    admitted: bool
