"""Tells people what changed about their meeting, and returns who was reached."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import Any

from bot.core.domain.commands import Guest
from bot.core.domain.errors import Trouble
from bot.core.steps.step import Outcome, Send, Step, Together

Notification = tuple[Guest, Send]
"""A person, and the step that tells them."""


def notify(notifications: Sequence[Notification]) -> Generator[Step, Any, set[str]]:
    """Tell people at the same time; return the identities of those who were reached."""
    if not notifications:
        return set()
    outcomes: tuple[Outcome, ...] = yield Together(tuple(step for _, step in notifications))
    done = zip(notifications, outcomes, strict=True)
    return {who.identity for (who, _), outcome in done if not isinstance(outcome, Trouble)}
