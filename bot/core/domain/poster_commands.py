"""Commands about the posters of desks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PosterChange = Literal["", "off", "new"]


@dataclass(frozen=True)
class HangPoster:
    """Make the poster of a desk, or change it.

    Args:
        desk: the desk's name.
        group: the group that is asked; empty for the one that is already, or that has its name.
        languages: of the poster, as two letters; empty for the usual ones.
        code: whether to print four digits that are asked for; None to leave that as it is.
        screen: whether its code is shown on a screen, and changes.
        change: ``off`` to take it out of use, ``new`` to give it another address; empty for
            neither.
        ask_first: whether to ask first, because it was one press.
    """

    desk: str
    group: str = ""
    languages: tuple[str, ...] = ()
    code: bool | None = None
    screen: bool = False
    change: PosterChange = ""
    ask_first: bool = False
