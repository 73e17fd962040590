"""What the requester is told of who got a link: said once most is known, and then put right."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from typing import Any

from bot.core.asked import Asked
from bot.core.meetings import Delivery, Meeting
from bot.core.sending import Handed, send_late
from bot.core.steps import Conversation, Edit, Posted, Say, Step, Together
from bot.core.texts import Text

Pages = Callable[[Sequence[Delivery]], tuple[Text, ...]]
"""Makes the messages of a receipt of what was told."""


@dataclass(frozen=True)
class Receipt:
    """A receipt that was said.

    Args:
        pages: makes it anew.
        said: what it says in which message.
    """

    pages: Pages
    said: tuple[tuple[Text, Posted], ...] = ()


def account_for(asked: Asked, meeting: Meeting, handed: Handed, pages: Pages) -> Conversation:
    """Give a receipt, and put it right when what is late is done."""
    receipt = yield from give_receipt(asked, handed.told, pages)
    yield from finish(asked, meeting, handed, receipt)


def give_receipt(
    asked: Asked, told: Sequence[Delivery], pages: Pages
) -> Generator[Step, Any, Receipt]:
    """Say who got a link so far."""
    said = []
    for page in pages(told):
        posted: Posted = yield Say(page, asked.places)
        said.append((page, posted))
    return Receipt(pages, tuple(said))


def finish(
    asked: Asked, meeting: Meeting, handed: Handed, receipt: Receipt | None = None
) -> Conversation:
    """Send what is late, and put the receipt right in its place; Webex allows ten edits."""
    if not handed.late:
        return
    told = yield from send_late(asked, meeting, handed)
    if receipt:
        changes = zip(receipt.said, receipt.pages(told), strict=False)
        yield Together(tuple(step for was, now in changes for step in _change(*was, now)))


def _change(was: Text, posted: Posted, now: Text) -> tuple[Step, ...]:
    if was == now or posted.room_id is None:
        return ()
    return (Edit(posted.message_id, posted.room_id, now),)
