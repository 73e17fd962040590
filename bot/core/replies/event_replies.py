"""What the person is told whom a program named as its contact."""

from __future__ import annotations

from bot.core.wording.languages import Language
from bot.core.wording.texts import Text


def events_stopped(t: Language, program: str, endpoint: str) -> Text:
    """Say that a program no longer gets events, and how to turn them on again."""
    return Text(
        t(
            "**{program} no longer gets events** at `{endpoint}`: it didn’t accept one for three"
            " days, or asked to stop. Once it works again, turn events on with"
            " `python -m bot endpoints on {endpoint}`, or have the program do so.",
            program=program,
            endpoint=endpoint,
        )
    )
