"""How each conversation went, for whoever watches over the bot: counted, and a line in the log."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import structlog

from bot.core.conversations.decision import Answer, Decision, kind_of
from bot.core.domain.errors import Trouble
from bot.core.incoming.received import Received
from bot.core.steps.last_word import LastWord
from bot.core.steps.ledger_steps import ScheduledTask
from bot.core.steps.step import Conversation, Step
from bot.edges import metrics

log = structlog.get_logger()


LOGGED = ("conversation", "kind", "outcome", "trouble", "tracking_id")


@dataclass
class Account:
    """How a conversation goes.

    Args:
        conversation: its name, the same in all processes.
        kind: of the command or the errand; none where there was nothing to answer.
        outcome: ``answered``; ``refused``, to somebody who may not ask; ``failed``, which was
            told; ``given_up``, where that could not be done; ``broken``, by a bug.
        trouble: the last one that was told, or the bug, by the name of its class.
        tracking_id: of that trouble, where Webex gave one.
        began: when, in seconds of this process's monotonic clock.
        steps: each with its kind, and when it began and ended, by the same clock.
    """

    conversation: str
    kind: str = ""
    outcome: str = "answered"
    trouble: str | None = None
    tracking_id: str | None = None
    began: float = field(default_factory=time.monotonic)
    steps: list[tuple[str, float, float]] = field(default_factory=list)

    def decided(self, decision: Decision) -> None:
        """Note what was asked for, and whether it is answered."""
        self.kind = kind_of(decision)
        if isinstance(decision, Answer) and not decision.admitted:
            self.outcome = "refused"

    def failed(self, outcome: str, error: Exception) -> None:
        """Note why nothing came of it."""
        self.outcome, self.trouble = outcome, type(error).__name__
        self.tracking_id = error.tracking_id if isinstance(error, Trouble) else None


class ConversationLog:
    """Tells how conversations went.

    Args:
        ended: is told of each that asked for something.
    """

    def __init__(self, ended: Callable[[Account], None] | None = None) -> None:
        self._ended = ended

    def open(self, begun_by: Received | ScheduledTask) -> Account:
        """Return the account of a conversation that begins, or is replayed."""
        return Account(begun_by.key)

    def watched(self, conversation: Conversation, account: Account) -> Conversation:
        """Pass every step and answer on, and note how it goes."""
        step = _next(conversation, None, None)
        trouble: Trouble | None = None
        answer: Any = None
        while step is not None:
            failure = trouble or _trouble_in(answer)
            if failure and isinstance(step, LastWord):
                account.failed("failed", failure)
            answer, trouble, began = None, None, time.monotonic()
            try:
                answer = yield step
            except Trouble as thrown:
                trouble = thrown
            account.steps.append((type(step).__name__, began, time.monotonic()))
            step = _next(conversation, answer, trouble)

    def close(self, account: Account) -> None:
        """Count a conversation that came to its end, and log it."""
        if not account.kind and account.trouble is None:
            return  # nobody asked for anything
        metrics.command(account.kind or "unknown", account.outcome)
        if self._ended:
            self._ended(account)
        told = {key: value for key in LOGGED if (value := getattr(account, key))}
        log.info("conversation.ended", **told, seconds=round(time.monotonic() - account.began, 3))


def _trouble_in(answer: Any) -> Trouble | None:
    """Return the first trouble among the answers of steps that were done together."""
    answers = answer if isinstance(answer, tuple) else ()
    return next((each for each in answers if isinstance(each, Trouble)), None)


def _next(conversation: Conversation, answer: Any, trouble: Trouble | None) -> Step | None:
    try:
        return conversation.throw(trouble) if trouble else conversation.send(answer)
    except StopIteration:
        return None
