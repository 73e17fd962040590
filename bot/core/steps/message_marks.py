"""Marks messages invisibly, so that they are found before they are sent again.

Webex has no idempotency keys for messages, but a bot can read the messages it posted.
https://developer.webex.com/docs/api/v1/messages
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from bot.core.domain.errors import Passing, Trouble, Unintelligible
from bot.core.steps.step import Send, Step
from bot.core.steps.webex_steps import DirectChat, Place, Say, TellHost
from bot.core.wording.texts import MESSAGE_BYTES

_DIGITS = "\u200b\u200c\u200d\u2060"
"""Zero-width characters, which nobody sees and no screen reader reads."""

_BYTES = 5
"""A mark's length; enough to tell apart the few messages that are searched."""


@dataclass(frozen=True)
class FindSentMessage(Step):
    """-> Posted, or None: find a message that may have been sent before a crash.

    Args:
        message: the message, with its mark.
        since: the earliest time it can have been sent, in seconds since 1970 by our clock.
    """

    message: Send
    since: float = 0.0

    @property
    def places(self) -> tuple[Place, ...]:
        """Where it may be, in the order they were tried."""
        match self.message:
            case Say():
                return self.message.places
            case TellHost():
                return (DirectChat(self.message.host_id),)
        return ()


def add_mark(step: Step, conversation: str, place: int) -> Step:
    """Return a message with its mark, or another step unchanged.

    Args:
        step: the step.
        conversation: the conversation's key.
        place: the step's index in it. Both are the same in every replay.
    """
    if not isinstance(step, Send):
        return step
    name = hashlib.blake2b(f"{conversation} {place}".encode(), digest_size=_BYTES).digest()
    pairs = [byte >> shift & 3 for byte in name for shift in (6, 4, 2, 0)]
    return replace(step, mark="".join(_DIGITS[each] for each in pairs))


def with_mark(markdown: str, mark: str) -> str:
    """Return `markdown` with `mark` at its end, if it fits.

    A space keeps the mark out of a link at the end.
    """
    longer = f"{markdown} {mark}" if mark else markdown
    return longer if len(longer.encode()) <= MESSAGE_BYTES else markdown


def without_mark(text: str) -> str:
    """Return a message's text without the mark at its end."""
    return text.rstrip(_DIGITS + " \n")


def may_have_been_sent(trouble: Trouble) -> bool:
    """Return whether Webex may have accepted a message although the call failed.

    It may have after a lost connection or a gateway's error, but not if it asked to retry later.
    """
    if isinstance(trouble, Passing):
        return trouble.retry_after is None
    return isinstance(trouble, Unintelligible)
