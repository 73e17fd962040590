"""Reads when a meeting begins and how long it lasts. It never guesses an unclear time."""

from __future__ import annotations

from bot.core.domain.hints import Hint


class Unreadable(Exception):
    """The words don't name a clear time; `schedule.take` turns this into a question.

    Args:
        hint: why the words cannot be read.
    """

    def __init__(self, hint: Hint) -> None:
        super().__init__(hint.value)
        self.hint = hint
