"""Tells metrics and logs that a command was understood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.core.steps.step import Step


@dataclass(frozen=True)
class CommandSeen(Step):
    """-> None. Count and log a command; calls no service.

    Args:
        command: its class name, such as ``Meet``; never what was written.
        admitted: whether the sender may use the bot.
    """

    early: ClassVar[bool] = True
    command: str
    admitted: bool
