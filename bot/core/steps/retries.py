"""When to retry a failed step, and when to give up."""

from __future__ import annotations

from bot.core.domain.errors import NotFound, Passing, TokenRefused, Trouble, Unintelligible
from bot.core.steps.step import Step
from bot.core.steps.webex_steps import ReadMembership, ReadMessage, ReadPress

PAUSES = (0.5, 1.0, 2.0, 4.0, 8.0, 15.0, 30.0, 60.0)
"""Seconds before each further attempt; the last one stays."""

NOT_FOUND_PATIENCE = 5.0
"""Seconds for which what a notice announced may be missing before it counts as deleted."""

TOKEN_RENEWAL = (60.0, 3600.0)
"""Seconds between two attempts to read what was announced while the token is not accepted, and in
all: whoever renews it restarts the bot, which finds what was asked meanwhile."""

UNINTELLIGIBLE_ATTEMPTS = 2
"""Attempts at an answer that cannot be understood; a broken proxy seldom heals in seconds."""


def retry_delay(step: Step, trouble: Trouble, attempts: int, waited: float) -> float | None:
    """Return after how many seconds `step` is attempted again, or None to give up.

    Args:
        step: what was attempted.
        trouble: what came of it.
        attempts: so far, at least 1.
        waited: seconds since the first.
    """
    pause = PAUSES[min(attempts, len(PAUSES)) - 1]
    if isinstance(trouble, Passing):
        pause = trouble.retry_after if trouble.retry_after is not None else pause
        return pause if waited + pause <= step.patience else None
    if isinstance(trouble, Unintelligible):
        return pause if attempts <= UNINTELLIGIBLE_ATTEMPTS else None
    if isinstance(step, ReadMessage | ReadMembership | ReadPress):
        return _of_the_announced(trouble, pause, waited)
    return None


def _of_the_announced(trouble: Trouble, pause: float, waited: float) -> float | None:
    longest = NOT_FOUND_PATIENCE if isinstance(trouble, NotFound) else 0.0
    if isinstance(trouble, TokenRefused):
        pause, longest = TOKEN_RENEWAL
    return pause if waited + pause <= longest else None
