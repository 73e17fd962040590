"""Reports bugs and broken conversations to the operator, without anything that people wrote."""

from __future__ import annotations

import traceback
from pathlib import Path

import structlog

from bot.core.domain.errors import Trouble

log = structlog.get_logger()


def report(bug: Exception, conversation: str) -> None:
    """Log where a bug is, without its message or values: these may contain what people wrote."""
    kind = type(bug).__name__
    log.error("conversation.broken", conversation=conversation, bug=kind, at=where(bug))


def where(bug: BaseException) -> list[str]:
    """Return the innermost lines of the traceback of `bug`."""
    frames = traceback.extract_tb(bug.__traceback__)
    return [f"{Path(each.filename).name}:{each.lineno} {each.name}" for each in frames[-5:]]


def report_given_up(trouble: Trouble, conversation: str) -> None:
    """Log that trouble ended a conversation, such as no space accepting the answer."""
    log.warning("conversation.given_up", conversation=conversation, **trouble.record())
