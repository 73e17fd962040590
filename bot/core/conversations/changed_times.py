"""Sends everybody a new link for a meeting that was extended or moved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.core.conversations.event_publishing import publish_change
from bot.core.conversations.link_renewal import (
    ReplacedMessages,
    everyone_with_a_link,
    replace_links,
    replaceable_messages,
)
from bot.core.conversations.meeting_tasks import tasks_for
from bot.core.conversations.receipts import send_receipt
from bot.core.conversations.request import Request
from bot.core.conversations.sharing_with_hosts import ReceiptPages
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import HostReason, Meeting
from bot.core.domain.program_events import EventType
from bot.core.steps.step import Conversation
from bot.core.wording.languages import Language
from bot.core.wording.texts import Text


def renew_all(
    changed: Meeting,
    record: MeetingRecord,
    request: Request,
    replaced: Callable[[Language], Text],
    receipt: ReceiptPages,
    *,
    reason: HostReason | None = None,
) -> Conversation:
    """Send everybody a new link, and replace the earlier messages and scheduled tasks.

    Args:
        changed: the meeting at its new time.
        record: the meeting so far.
        request: the request.
        replaced: returns the text that replaces an earlier message, in the reader's language.
        receipt: writes the receipt.
        reason: why everybody gets a link, if not for the same reason as before.
    """
    everyone = everyone_with_a_link(record, request)
    if reason:
        everyone = [replace(each, reason=reason) for each in everyone]
    earlier = ReplacedMessages(replaceable_messages(record), replaced)
    due = tuple(tasks_for(changed, request))
    sent = yield from replace_links(changed, request, everyone, earlier, receipt, due=due)
    if sent is not None:
        yield from publish_change(EventType.MEETING_MOVED, changed, request)
        yield from send_receipt(request, changed, sent, receipt)
