"""What becomes of a meeting when somebody says so: extended, or cancelled."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from datetime import timedelta
from typing import Any

from bot.core import replies
from bot.core.commands import Cancel, Extend
from bot.core.conversations.asked import Asked
from bot.core.conversations.calling_off import take_back
from bot.core.conversations.choosing import choose
from bot.core.conversations.handing import mint
from bot.core.conversations.meet import errands
from bot.core.conversations.receipts import account_for
from bot.core.conversations.renewing import renewed, replaced, retirements
from bot.core.conversations.sending import Handed, send
from bot.core.ending import LastWord
from bot.core.errors import Trouble
from bot.core.held import Held
from bot.core.meetings import Delivery, Meeting
from bot.core.remembering import CallOff, Prolong
from bot.core.steps import Conversation, Step, Together
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
    try:
        handed, is_on = yield from _replace_links(held, longer, asked)
    except Trouble as trouble:
        yield LastWord(replies.no_links(asked.tongue, trouble), asked.places)
        return
    if not is_on:
        yield from take_back(Held(longer, handed.told), asked, longer.host)
        return

    def pages(told: Sequence[Delivery]) -> tuple[Text, ...]:
        return replies.extended(asked.tongue, longer, told, asked.zone)

    yield from account_for(asked, longer, handed, pages)


def _replace_links(
    held: Held, longer: Meeting, asked: Asked
) -> Generator[Step, Any, tuple[Handed, bool]]:
    """Send the links of `longer`, then take those of `held` back; return whether it is still on.

    A replay may find the new messages in `held` already, which are not to be taken back.
    """
    addressees = renewed(held, asked)
    links = yield from mint(longer, asked.house, addressees)
    handed = yield from send(asked, longer, addressees, links)
    new = {each.message_id for each in handed.told}
    earlier = [each for each in replaced(held) if each.message_id not in new]
    readers = asked.readers
    withdrawn = retirements(earlier, lambda each: replies.replaced_by_longer(readers.of(each)))
    yield Together(withdrawn)
    gone = tuple(str(each.message_id) for each in earlier)
    due = tuple(errands(longer, asked))
    is_on: bool = yield Prolong(longer.number, longer.expires, handed.told, gone, due)
    return handed, is_on


def cancel(command: Cancel, asked: Asked) -> Conversation:
    """Call a meeting off; what is still on its way learns so when it is noted."""
    held = yield from choose(command, asked)
    if held is None:
        return
    off: Held = yield CallOff(held.meeting.number)
    yield from take_back(off, asked, asked.by.email)
