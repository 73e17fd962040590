"""Marks messages invisibly, so that they are found before they are sent again.

Webex takes no name for a message from whoever posts it, so that a post cannot be made the same
twice; but a bot may read what it said. https://developer.webex.com/docs/api/v1/messages
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from bot.core.domain.errors import Passing, Trouble, Unintelligible
from bot.core.steps.step import Send, Step
from bot.core.steps.webex_steps import Person, Place, Say, TellHost
from bot.core.wording.texts import MESSAGE_BYTES

_DIGITS = "\u200b\u200c\u200d\u2060"
"""Characters without width; nobody sees them, and no screen reader says them."""

_BYTES = 5
"""Of a mark; enough to tell apart the few messages among which it is looked for."""


@dataclass(frozen=True)
class FindSentMessage(Step):
    """-> Posted or None: what became of a message that may have been sent before.

    Args:
        message: the message, with its mark.
        since: seconds since 1970, by our clock, before which it cannot have been sent.
    """

    message: Send
    since: float = 0.0

    @property
    def places(self) -> tuple[Place, ...]:
        """Where it may be, in the order in which they were tried."""
        match self.message:
            case Say():
                return self.message.places
            case TellHost():
                return (Person(self.message.host_id),)
        return ()


def add_mark(step: Step, conversation: str, place: int) -> Step:
    """Return a message with its mark, and any other step as it is.

    Args:
        step: of a conversation.
        conversation: its own name.
        place: of the step in it; both are the same at every replay.
    """
    if not isinstance(step, Send):
        return step
    name = hashlib.blake2b(f"{conversation} {place}".encode(), digest_size=_BYTES).digest()
    pairs = [byte >> shift & 3 for byte in name for shift in (6, 4, 2, 0)]
    return replace(step, mark="".join(_DIGITS[each] for each in pairs))


def with_mark(markdown: str, mark: str) -> str:
    """Return `markdown` with `mark` at its end, where there is room for it.

    The space keeps it out of a link that ends the message.
    """
    longer = f"{markdown} {mark}" if mark else markdown
    return longer if len(longer.encode()) <= MESSAGE_BYTES else markdown


def without_mark(text: str) -> str:
    """Return what is seen of a message: all but its mark, which stands at the end."""
    return text.rstrip(_DIGITS + " \n")


def may_have_been_sent(trouble: Trouble) -> bool:
    """Return whether Webex may have taken a message although the call ended so.

    A lost connection or a gateway says nothing about what is behind it; "not now" does.
    """
    if isinstance(trouble, Passing):
        return trouble.retry_after is None
    return isinstance(trouble, Unintelligible)
