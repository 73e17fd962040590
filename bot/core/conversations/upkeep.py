"""What becomes of a meeting when somebody says so: extended, or cancelled."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.core import replies
from bot.core.commands import Cancel, Extend
from bot.core.conversations.asked import Asked
from bot.core.conversations.calling_off import take_back
from bot.core.conversations.choosing import choose
from bot.core.conversations.meet import errands
from bot.core.conversations.receipts import account_for
from bot.core.conversations.renewing import renewed, replaced
from bot.core.conversations.replacing import Earlier, replace_links
from bot.core.ending import LastWord
from bot.core.held import Held
from bot.core.meetings import Delivery
from bot.core.remembering import CallOff
from bot.core.steps import Conversation
from bot.core.texts import Text


def extend(command: Extend, asked: Asked) -> Conversation:
    """Give everybody who had a link a new one that works for longer."""
    held = yield from choose(command, asked)
    if held is None:
        return
    longer = held.meeting.until(held.meeting.expires + timedelta(minutes=command.minutes))
    if longer.minutes > asked.house.most_minutes:
        yield LastWord(replies.too_long(asked.tongue, asked.house.most_minutes), asked.places)
        return
    earlier = Earlier(replaced(held), replies.replaced_by_longer)
    due = tuple(errands(longer, asked))
    handed = yield from replace_links(longer, asked, renewed(held, asked), earlier, due)
    if handed is None:
        return

    def pages(told: Sequence[Delivery]) -> tuple[Text, ...]:
        return replies.extended(asked.tongue, longer, told, asked.zone)

    yield from account_for(asked, longer, handed, pages)


def cancel(command: Cancel, asked: Asked) -> Conversation:
    """Call a meeting off; what is still on its way learns so when it is noted."""
    held = yield from choose(command, asked)
    if held is None:
        return
    off: Held = yield CallOff(held.meeting.number)
    yield from take_back(off, asked, asked.by.email)
