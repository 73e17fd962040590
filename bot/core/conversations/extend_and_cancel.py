"""The `extend` and `cancel` commands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.core import replies
from bot.core.conversations.cancellation import take_back
from bot.core.conversations.link_renewal import Earlier, renewed, replace_links, replaced
from bot.core.conversations.meet import errands
from bot.core.conversations.meeting_choice import choose
from bot.core.conversations.receipts import account_for
from bot.core.conversations.request import Request
from bot.core.domain.commands import Cancel, Extend
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Delivery
from bot.core.steps.last_word import LastWord
from bot.core.steps.ledger_steps import CallOff
from bot.core.steps.webex_steps import Conversation
from bot.core.wording.texts import Text


def extend(command: Extend, request: Request) -> Conversation:
    """Send everybody a new link that works for longer."""
    record = yield from choose(command, request)
    if record is None:
        return
    longer = record.meeting.until(record.meeting.expires + timedelta(minutes=command.minutes))
    if longer.minutes > request.installation.most_minutes:
        yield LastWord(
            replies.too_long(request.language, request.installation.most_minutes), request.places
        )
        return
    earlier = Earlier(replaced(record), replies.replaced_by_longer)
    due = tuple(errands(longer, request))
    handed = yield from replace_links(longer, request, renewed(record, request), earlier, due)
    if handed is None:
        return

    def pages(told: Sequence[Delivery]) -> tuple[Text, ...]:
        return replies.extended(request.language, longer, told, request.zone)

    yield from account_for(request, longer, handed, pages)


def cancel(command: Cancel, request: Request) -> Conversation:
    """Cancel a meeting. Messages still being sent are taken back when they are noted."""
    record = yield from choose(command, request)
    if record is None:
        return
    off: MeetingRecord = yield CallOff(record.meeting.number)
    request = request.with_name(record.name_of_host(request.requester.person_id))
    yield from take_back(off, request, request.requester.called)
