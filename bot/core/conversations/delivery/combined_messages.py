"""Combines what hosts pass on themselves in as few messages as possible."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Any

from bot.core.steps.step import Outcome, Send, Step, Together
from bot.core.steps.webex_steps import DirectChat, Place, Say, TellHost
from bot.core.wording.texts import HostText, Text, fitting_together, joined


@dataclass(frozen=True)
class ToShare:
    """Something for a host: links to share, a text to forward, or the receipt above them.

    Args:
        to: whose direct chat it is for, by their id; else the chat itself.
        text: what it says.
        lost: whether its links were lost in a crash.
    """

    to: Place
    text: Text | HostText
    lost: bool = False


def give(parts: Sequence[ToShare]) -> Generator[Step, Any, tuple[Outcome, ...]]:
    """Give hosts these parts; return the outcome of the message that each is in."""
    pages = list(_pages(parts))
    if not pages:
        return ()
    outcomes: tuple[Outcome, ...] = yield Together(tuple(_step(page) for page in pages))
    in_pages = zip(pages, outcomes, strict=True)
    outcome_of = {id(part): outcome for page, outcome in in_pages for part in page}
    return tuple(outcome_of[id(part)] for part in parts)


def _pages(parts: Sequence[ToShare]) -> Sequence[Sequence[ToShare]]:
    """Return which parts are in one message. What is lost is not sent, and holds up no other."""
    apart = dict.fromkeys((each.to, each.lost) for each in parts)
    return [
        page
        for to, lost in apart
        for page in fitting_together(
            [each for each in parts if (each.to, each.lost) == (to, lost)],
            lambda each: each.text,
        )
    ]


def _step(page: Sequence[ToShare]) -> Send:
    text, first = joined([each.text for each in page]), page[0]
    if isinstance(text, HostText):
        assert isinstance(first.to, DirectChat)  # noqa: S101 - host links are only for persons
        return TellHost(text, first.to.person_id or "", lost=first.lost)
    return Say(text, (first.to,), lost=first.lost)
