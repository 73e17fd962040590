"""The receipt: says who got a link, and is corrected as late messages go out."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from typing import Any

from bot.core import replies
from bot.core.conversations.delivery.message_delivery import SendResult, send_late
from bot.core.conversations.delivery.sharing_with_hosts import ReceiptPages
from bot.core.conversations.requests.request import Request
from bot.core.domain.errors import Trouble
from bot.core.domain.meetings import Delivery, Meeting
from bot.core.steps.step import Conversation, Posted, Step, Together
from bot.core.steps.webex_steps import DeleteMessage, EditMessage, Place, Say
from bot.core.wording.texts import Text

Placed = tuple[Text, tuple[Place, ...]]
"""The pages of a receipt, and where they are posted."""


@dataclass(frozen=True)
class Receipt:
    """A receipt that was posted.

    Args:
        pages: writes it again.
        said: the posted messages and their texts.
    """

    pages: Callable[[Sequence[Delivery]], tuple[Placed, ...]]
    said: tuple[tuple[Text, Posted], ...] = ()

    def in_direct_chat(self, request: Request) -> ReceiptPages | None:
        """Return how to write the direct chat's pages; None if the receipt isn't there."""
        if not (self.said and request.in_private):
            return None
        here = request.direct_chat
        return lambda deliveries: tuple(
            text for text, places in self.pages(deliveries) if places == here
        )


def send_receipt(
    request: Request, meeting: Meeting, sent: SendResult, pages: ReceiptPages
) -> Conversation:
    """Post a receipt, and correct it when late messages are sent."""
    if sent.has_receipt:
        if request.moved_to_private:
            counted = replies.counted(request.language_here, meeting, sent.deliveries)
            yield Say(counted, request.where_asked)
        return
    receipt = yield from _give(request, meeting, sent.deliveries, pages)
    yield from finish_late_messages(request, meeting, sent, receipt)


def _give(
    request: Request, meeting: Meeting, deliveries: Sequence[Delivery], pages: ReceiptPages
) -> Generator[Step, Any, Receipt]:
    """Post who got a link so far. In discreet mode, the space only reads how many."""

    def placed(deliveries: Sequence[Delivery]) -> tuple[Placed, ...]:
        named = [(page, request.places) for page in pages(deliveries)]
        counted = replies.counted(request.language_here, meeting, deliveries)
        return (
            *named,
            *[(counted, request.where_asked)] * bool(named and request.moved_to_private),
        )

    said = []
    for page, places in placed(deliveries):
        said.append((page, (yield from _said(request, page, places))))
    return Receipt(placed, tuple(said))


def _said(request: Request, page: Text, places: tuple[Place, ...]) -> Generator[Step, Any, Posted]:
    """Post a page; a host who can't be reached in private keeps nobody else from being told."""
    try:
        posted: Posted = yield Say(page, places)
    except Trouble:
        if not request.moved_to_private:
            raise
        return Posted("")
    return posted


def finish_late_messages(
    request: Request, meeting: Meeting, sent: SendResult, receipt: Receipt | None = None
) -> Conversation:
    """Send late messages, and edit the receipt; Webex allows ten edits.

    In a direct chat, a new receipt comes with the texts for guests who weren't reached after all.
    """
    if not sent.late:
        return
    above = receipt.in_direct_chat(request) if receipt else None
    now = yield from send_late(request, meeting, sent, above)
    if receipt is None:
        return
    replaced = request.direct_chat if now.has_receipt else None
    changes = zip(receipt.said, receipt.pages(now.deliveries), strict=False)
    yield Together(
        tuple(
            step
            for (was, posted), (text, places) in changes
            for step in (_removal(posted) if places == replaced else _change(was, posted, text))
        )
    )


def _removal(posted: Posted) -> tuple[Step, ...]:
    return (DeleteMessage(posted.message_id),) if posted.message_id else ()


def _change(was: Text, posted: Posted, now: Text) -> tuple[Step, ...]:
    if was == now or posted.room_id is None:
        return ()
    return (EditMessage(posted.message_id, posted.room_id, now),)
