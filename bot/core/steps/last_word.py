"""The message that ends a conversation without a result."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.steps.webex_steps import Say


@dataclass(frozen=True)
class LastWord(Say):
    """Say why a request failed, and end the conversation.

    No replay goes beyond it: the outage may have passed by then, and nobody should be told that
    there is no meeting and then get one.
    """
