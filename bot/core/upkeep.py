"""What becomes of a meeting when somebody says so: extended, or cancelled."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from datetime import timedelta
from typing import Any

from bot.core import replies
from bot.core.asked import Asked
from bot.core.choosing import choose
from bot.core.commands import Cancel, Extend, Guest
from bot.core.ending import LastWord
from bot.core.errors import Trouble
from bot.core.handing import mint, place_of
from bot.core.held import Held
from bot.core.letters import follow_up
from bot.core.mails import SendMail
from bot.core.meet import errands
from bot.core.meetings import Delivery, Meeting, Way
from bot.core.receipts import account_for
from bot.core.remembering import CallOff, Prolong
from bot.core.renewing import renewed, retirements
from bot.core.sending import Handed, send
from bot.core.steps import Conversation, Say, Step, Together
from bot.core.texting import SendText, empty_message
from bot.core.texts import Text
from bot.core.tongues import Tongue


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
        handed = yield from _replace_links(held, longer, asked)
    except Trouble as trouble:
        yield LastWord(replies.no_links(asked.tongue, trouble), asked.places)
        return

    def pages(told: Sequence[Delivery]) -> tuple[Text, ...]:
        return replies.extended(asked.tongue, longer, told, asked.zone)

    yield from account_for(asked, longer, handed, pages)


def _replace_links(held: Held, longer: Meeting, asked: Asked) -> Generator[Step, Any, Handed]:
    """Send the links of `longer`, then take those of `held` back.

    A replay may find the new messages in `held` already, which are not to be taken back.
    """
    addressees = renewed(held, asked)
    links = yield from mint(longer, asked.house, addressees)
    handed = yield from send(asked, longer, addressees, links)
    new = {each.message_id for each in handed.told}
    earlier = [each for each in held.carriers if each.message_id not in new]
    readers = asked.readers
    withdrawn = retirements(earlier, lambda each: replies.replaced_by_longer(readers.of(each)))
    yield Together(withdrawn)
    gone = tuple(str(each.message_id) for each in earlier)
    due = tuple(errands(longer, asked))
    yield Prolong(longer.number, longer.expires, handed.told, gone, due)
    return handed


def cancel(command: Cancel, asked: Asked) -> Conversation:
    """Withdraw what carries links, tell the others, and say what cannot be undone."""
    held = yield from choose(command, asked)
    if held is None:
        return
    meeting = held.meeting
    yield CallOff(meeting.number)
    readers = asked.readers
    gone = retirements(held.carriers, lambda each: replies.withdrawn(readers.of(each)))
    yield Together(gone)
    hosts = [each for each in held.hosts if each.person_id != asked.by.person_id]
    told = [(each, readers.host) for each in hosts]
    told += [(each, readers.guest(each)) for each in held.invited if held.in_webex(each)]
    yield from _tell(told, meeting, asked)
    done = replies.cancelled(asked.tongue, meeting, len(held.invited), asked.zone)
    yield Say(done, asked.places)
    yield from _write_to_guests(held, asked)


def _write_to_guests(held: Held, asked: Asked) -> Conversation:
    """Write to those who were invited by mail or text; last, for servers may be away for long."""
    readers = asked.readers
    mails = [
        replies.cancellation_mail(
            readers.guest(each),
            held.meeting,
            each,
            follow_up(held, each, asked.house, asked.zone, "cancel"),
        )
        for each in held.invited
        if held.last_by(Way.MAIL, each)
    ]
    steps = (*map(SendMail, mails), *_texts(held, asked))
    if steps:
        yield Together(steps)


def _texts(held: Held, asked: Asked) -> list[SendText]:
    meeting, readers = held.meeting, asked.readers
    texts = [
        replies.cancellation_text(
            readers.guest(who), meeting, asked.zone, empty_message(meeting, who.phone, "cancel")
        )
        for who in held.invited
        if held.last_by(Way.PHONE, who)
    ]
    return list(map(SendText, texts))


def _tell(others: list[tuple[Guest, Tongue]], meeting: Meeting, asked: Asked) -> Conversation:
    by, zone, shown = asked.by.email, asked.zone, asked.house.outside(meeting)
    notes = [
        Say(replies.cancelled_for_others(t, shown, by, zone), (place_of(each),))
        for each, t in others
    ]
    yield Together(tuple(notes))
