"""How each conversation went, for whoever watches over the bot: counted, and a line in the log."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import structlog

from bot.core.domain.errors import Trouble
from bot.core.incoming.notices import Notice
from bot.core.steps.command_seen import CommandSeen
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

    def failed(self, outcome: str, error: Exception) -> None:
        """Note why nothing came of it."""
        self.outcome, self.trouble = outcome, type(error).__name__
        self.tracking_id = error.tracking_id if isinstance(error, Trouble) else None


class Accounts:
    """The accounts of the conversations that are under way in this process.

    Args:
        failed: is told of one of which nothing came.
        ended: is told of each that asked for something.
    """

    def __init__(
        self,
        failed: Callable[[Account, dict[str, Any]], None] | None = None,
        ended: Callable[[Account], None] | None = None,
    ) -> None:
        self._failed = failed
        self._ended = ended
        self._open: dict[str, Account] = {}

    def of(self, conversation: Conversation, recorded: dict[str, Any]) -> Conversation:
        """Pass everything on but what is only to be noted, and give an account at the end.

        Args:
            conversation: what happens.
            recorded: what it is about.
        """
        account = Account(name_of(recorded), kind_of(recorded))
        self._open[account.conversation] = account
        try:
            yield from _watched(conversation, account)
        except GeneratorExit:  # begun twice, or ended by another process
            self._open.pop(account.conversation, None)
            raise
        self._close(account, recorded)

    def broken(self, recorded: dict[str, Any], error: Exception) -> None:
        """Give an account of a conversation that did not come to its end."""
        name = name_of(recorded)
        account = self._open.get(name) or Account(name, kind_of(recorded))
        account.failed("given_up" if isinstance(error, Trouble) else "broken", error)
        self._close(account, recorded)

    def _close(self, account: Account, recorded: dict[str, Any]) -> None:
        self._open.pop(account.conversation, None)
        if not account.kind and account.trouble is None:
            return  # nobody asked for anything
        if account.trouble and self._failed:
            self._failed(account, recorded)
        metrics.command(account.kind or "unknown", account.outcome)
        if self._ended:
            self._ended(account)
        told = {key: value for key in LOGGED if (value := getattr(account, key))}
        log.info("conversation.ended", **told, seconds=round(time.monotonic() - account.began, 3))


def name_of(recorded: dict[str, Any]) -> str:
    """Return the name of the conversation about what is recorded."""
    if "errand" in recorded:
        kind, number = recorded["errand"]
        due = datetime.fromtimestamp(recorded["at"], UTC)
        return ScheduledTask(kind, number, due).key
    return Notice(**recorded["notice"]).key


def kind_of(recorded: dict[str, Any]) -> str:
    """Return what is known beforehand of what a conversation is about."""
    return str(recorded["errand"][0]).capitalize() if "errand" in recorded else ""


def _watched(conversation: Conversation, account: Account) -> Conversation:
    step = _next(conversation, None, None)
    trouble: Trouble | None = None
    answer: Any = None
    while step is not None:
        failure = trouble or _trouble_in(answer)
        if failure and isinstance(step, LastWord):
            account.failed("failed", failure)
        answer, trouble = None, None
        if isinstance(step, CommandSeen):
            account.kind = step.command
            account.outcome = "answered" if step.admitted else "refused"
        else:
            began = time.monotonic()
            try:
                answer = yield step
            except Trouble as thrown:
                trouble = thrown
            account.steps.append((type(step).__name__, began, time.monotonic()))
        step = _next(conversation, answer, trouble)


def _trouble_in(answer: Any) -> Trouble | None:
    """Return the first trouble among the answers of steps that were done together."""
    answers = answer if isinstance(answer, tuple) else ()
    return next((each for each in answers if isinstance(each, Trouble)), None)


def _next(conversation: Conversation, answer: Any, trouble: Trouble | None) -> Step | None:
    try:
        return conversation.throw(trouble) if trouble else conversation.send(answer)
    except StopIteration:
        return None
