"""Reads when a meeting begins and how long it lasts. A time that is not clear is never guessed."""

from __future__ import annotations

from bot.core.domain.hints import Hint


class Unreadable(Exception):
    """Raised for words that name no clear time; `schedule.take` turns it into a question.

    Args:
        hint: why the words cannot be read.
    """

    def __init__(self, hint: Hint) -> None:
        super().__init__(hint.value)
        self.hint = hint
