"""Mints links, sends them, and notes what came of each."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from bot.core.conversations.cancellation import record_deliveries
from bot.core.conversations.message_delivery import SendResult, send
from bot.core.conversations.minting import Recipient, mint_or_explain
from bot.core.conversations.request import Request
from bot.core.conversations.sharing_with_hosts import ReceiptPages
from bot.core.domain.meetings import Meeting
from bot.core.steps.step import Step


def send_links(
    meeting: Meeting,
    request: Request,
    recipients: list[Recipient],
    receipt: ReceiptPages | None = None,
    *,
    renew: bool = False,
) -> Generator[Step, Any, SendResult | None]:
    """Mint links, send them and note them; None if that failed, and the requester was told.

    The caller finishes late messages.

    Args:
        meeting: the meeting.
        request: the request.
        recipients: who gets the links.
        receipt: the requester's, if they get one; the caller sends it unless it was sent.
        renew: whether earlier doors of the same guests close.
    """
    if not recipients:
        return SendResult(())
    links = yield from mint_or_explain(meeting, request, recipients, renew=renew)
    if links is None:
        return None
    sent = yield from send(request, meeting, recipients, links, receipt)
    return sent if (yield from record_deliveries(request, meeting, sent.deliveries)) else None
