"""Counts and logs how each conversation went, for the operator."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import structlog

from bot.core.conversations.requests.decision import Answer, Decision, Trigger, kind_of
from bot.core.domain.errors import Trouble
from bot.core.steps.last_word import LastWord
from bot.core.steps.step import Conversation, Step
from bot.edges import metrics

log = structlog.get_logger()


LOGGED = ("conversation", "kind", "outcome", "trouble", "tracking_id")


@dataclass
class ConversationRecord:
    """What happened in a conversation.

    Args:
        conversation: its key, the same in all processes.
        kind: the command or scheduled task; empty if there was nothing to answer.
        outcome: ``answered``; ``refused`` if the person isn't allowed to ask; ``failed`` if they
            were told why; ``given_up`` if they couldn't be told; ``broken`` by a bug.
        trouble: the class of the last trouble or of the bug.
        tracking_id: Webex's id of that trouble, if it gave one.
        began: when it began, in seconds of this process's monotonic clock.
        steps: the kind, beginning and end of each step, by the same clock.
    """

    conversation: str
    kind: str = ""
    outcome: str = "answered"
    trouble: str | None = None
    tracking_id: str | None = None
    began: float = field(default_factory=time.monotonic)
    steps: list[tuple[str, float, float]] = field(default_factory=list)

    def decided(self, decision: Decision) -> None:
        """Note the command, and whether it will be answered."""
        self.kind = kind_of(decision)
        if isinstance(decision, Answer) and not decision.admitted:
            self.outcome = "refused"

    def failed(self, outcome: str, error: Exception) -> None:
        """Note why it failed."""
        self.outcome, self.trouble = outcome, type(error).__name__
        self.tracking_id = error.tracking_id if isinstance(error, Trouble) else None


class ConversationLog:
    """Keeps an account of each conversation in progress.

    Args:
        ended: gets the account of each conversation that asked for something.
    """

    def __init__(self, ended: Callable[[ConversationRecord], None] | None = None) -> None:
        self._ended = ended

    def open(self, trigger: Trigger) -> ConversationRecord:
        """Open the account of a conversation that begins or is replayed."""
        return ConversationRecord(trigger.key)

    def watched(self, conversation: Conversation, account: ConversationRecord) -> Conversation:
        """Pass on every step and answer, and note them."""
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

    def close(self, account: ConversationRecord) -> None:
        """Count and log a finished conversation."""
        if not account.kind and account.trouble is None:
            return  # nobody asked for anything
        metrics.command(account.kind or "unknown", account.outcome)
        if self._ended:
            self._ended(account)
        fields = {key: value for key in LOGGED if (value := getattr(account, key))}
        log.info("conversation.ended", **fields, seconds=round(time.monotonic() - account.began, 3))


def _trouble_in(answer: Any) -> Trouble | None:
    """Return the first trouble among the answers of steps that were done together."""
    answers = answer if isinstance(answer, tuple) else ()
    return next((each for each in answers if isinstance(each, Trouble)), None)


def _next(conversation: Conversation, answer: Any, trouble: Trouble | None) -> Step | None:
    try:
        return conversation.throw(trouble) if trouble else conversation.send(answer)
    except StopIteration:
        return None
