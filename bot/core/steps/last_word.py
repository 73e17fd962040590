"""The last message of a conversation that came to nothing."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.steps.webex_steps import Say


@dataclass(frozen=True)
class LastWord(Say):
    """Say why nothing comes of it: the conversation ends here.

    Once it is recorded, no replay goes beyond it. The trouble that was told may have passed by
    then, and nobody is to be told that there is no meeting and then be given one.
    """
