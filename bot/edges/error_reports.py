"""What ended a conversation too soon, told to the operator without anybody's words."""

from __future__ import annotations

import traceback
from pathlib import Path

import structlog

from bot.core.domain.errors import Trouble

log = structlog.get_logger()


def report(bug: Exception, conversation: str) -> None:
    """Log where a bug is, without its words and values: they may hold what people said."""
    kind = type(bug).__name__
    log.error("conversation.broken", conversation=conversation, bug=kind, at=where(bug))


def where(bug: BaseException) -> list[str]:
    """Return the innermost lines of code that `bug` came through."""
    frames = traceback.extract_tb(bug.__traceback__)
    return [f"{Path(each.filename).name}:{each.lineno} {each.name}" for each in frames[-5:]]


def report_given_up(trouble: Trouble, conversation: str) -> None:
    """Log that a service did not let a conversation go on, as where no place takes an answer."""
    log.warning("conversation.given_up", conversation=conversation, **trouble.record())
