"""When to retry a failed step, and when to give up."""

from __future__ import annotations

from bot.core.domain.errors import (
    DatabaseAway,
    NotFound,
    Passing,
    TokenRefused,
    Trouble,
    Unintelligible,
)
from bot.core.steps.step import Step
from bot.core.steps.webex_steps import ReadMembership, ReadMessage, ReadPress

PAUSES = (0.5, 1.0, 2.0, 4.0, 8.0, 15.0, 30.0, 60.0)
"""Seconds before each retry; the last one repeats."""

NOT_FOUND_PATIENCE = 5.0
"""Seconds to wait for an object that a notice announced, before it counts as deleted."""

TOKEN_RENEWAL = (60.0, 3600.0)
"""Seconds between attempts to read what a notice announced while the token is refused, and in all.
A new token needs a restart, after which the bot finds what was asked meanwhile."""

UNINTELLIGIBLE_ATTEMPTS = 2
"""Retries after an unintelligible answer; a broken proxy seldom recovers within seconds."""


DATABASE = (0.2, 5.0)
"""Seconds before the next attempt to reach the database: at first, and at most."""

INTERRUPTED = 3600.0
"""Seconds for which a replay waits for what an earlier run had already."""


def retry_delay(step: Step, trouble: Trouble, attempts: int, waited: float) -> float | None:
    """Return the seconds to wait before retrying `step`, or None to give up.

    Args:
        step: the step that failed.
        trouble: why it failed.
        attempts: the number of attempts so far, at least 1.
        waited: seconds since the first attempt.
    """
    if isinstance(trouble, DatabaseAway):  # without the database, nobody could be told either
        return min(DATABASE[0] * attempts, DATABASE[1])
    pause = PAUSES[min(attempts, len(PAUSES)) - 1]
    if isinstance(trouble, Passing):
        pause = trouble.retry_after if trouble.retry_after is not None else pause
        return pause if waited + pause <= step.patience else None
    if isinstance(trouble, Unintelligible):
        return pause if attempts <= UNINTELLIGIBLE_ATTEMPTS else None
    if isinstance(step, ReadMessage | ReadMembership | ReadPress):
        return _delay_for_announced(trouble, pause, waited)
    return None


def retry_delay_again(step: Step, trouble: Trouble, attempts: int, waited: float) -> float | None:
    """Return the delay before repeating a step that succeeded in an earlier run.

    It has to succeed again, so trouble is waited out; None if that will never help.
    """
    may_pass = isinstance(trouble, Passing | Unintelligible | TokenRefused)
    if not step.patience or not may_pass or isinstance(trouble, DatabaseAway):
        return retry_delay(step, trouble, attempts, waited)
    pause = PAUSES[min(attempts, len(PAUSES)) - 1]
    return pause if waited + pause <= INTERRUPTED else None


def _delay_for_announced(trouble: Trouble, pause: float, waited: float) -> float | None:
    longest = NOT_FOUND_PATIENCE if isinstance(trouble, NotFound) else 0.0
    if isinstance(trouble, TokenRefused):
        pause, longest = TOKEN_RENEWAL
    return pause if waited + pause <= longest else None
