"""What becomes of a meeting: extended, cancelled, reminded of, tidied up."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core import replies
from bot.core.asked import Asked, House
from bot.core.choosing import choose
from bot.core.commands import Cancel, Extend
from bot.core.handing import place_of
from bot.core.meet import errands
from bot.core.meetings import Delivery, Meeting, Role, State, Way
from bot.core.more_links import deliver, invited, renewed
from bot.core.remembering import (
    CallOff,
    Errand,
    Forget,
    ForgetPeople,
    Held,
    Later,
    Prolong,
    ReadMeeting,
)
from bot.core.steps import Conversation, Edit, Person, Say, Step, Together, Withdraw
from bot.core.texts import Text


def extend(command: Extend, asked: Asked) -> Conversation:
    """Give everybody who had a link a new one that works for longer."""
    held = yield from choose(command, asked)
    if held is None:
        return
    number, minutes = held.meeting.number, command.minutes
    longer: Meeting = yield Prolong(number, minutes, asked.seed)
    if longer.minutes > asked.house.most_minutes:
        yield Prolong(number, -minutes, f"{asked.seed} taken back")
        yield Say(replies.too_long(asked.house.most_minutes), asked.places)
        return
    told = yield from deliver(longer, asked, renewed(held))
    if told is None:
        yield Prolong(number, -minutes, f"{asked.seed} taken back")
        return
    yield from _retire(held, replies.replaced_by_longer())
    for errand in errands(longer, asked):
        yield Later(errand)
    yield Say(replies.extended(longer, told, asked.zone), asked.places)


def cancel(command: Cancel, asked: Asked) -> Conversation:
    """Withdraw what carries links, tell the guests, and say what cannot be undone."""
    held = yield from choose(command, asked)
    if held is None:
        return
    meeting, guests = held.meeting, invited(held)
    yield CallOff(meeting.number)
    yield from _retire(held, replies.withdrawn())
    if guests:
        note = replies.cancelled_for_guest(meeting, asked.zone)
        yield Together(tuple(Say(note, (place_of(each),)) for each in guests))
    yield Say(replies.cancelled(meeting, len(guests), asked.zone), asked.places)


def _retire(held: Held, instead: Text) -> Conversation:
    """Take back the messages that carried links; what cannot be edited is deleted.

    Webex lets a message with a card not be edited, and no message more than ten times.
    https://developer.webex.com/docs/api/v1/messages/edit-a-message
    """
    carriers = [each for each in held.deliveries if each.message_id]
    if not carriers:
        return
    yield Together(tuple(_retirement(each, instead) for each in carriers))
    yield Forget(tuple(str(each.message_id) for each in carriers))


def _retirement(carrier: Delivery, instead: Text) -> Step:
    message_id = str(carrier.message_id)
    if carrier.card or carrier.room_id is None:
        return Withdraw(message_id)
    return Edit(message_id, carrier.room_id, instead)


def run_errand(errand: Errand, house: House, now: datetime) -> Conversation:
    """Do what is due: it may be void by now, since the meeting was extended or cancelled."""
    if errand.kind == "forget":
        yield ForgetPeople(now - timedelta(days=house.forget_days))
        return
    held: Held | None = yield ReadMeeting(errand.number)
    if held is None or held.meeting.state is State.CANCELLED:
        return
    due = {"remind": _remind, "tidy": _tidy}[errand.kind]
    yield from due(errand, held, house, now)


def _remind(errand: Errand, held: Held, house: House, now: datetime) -> Conversation:
    """Remind the host, and once everybody who is in Webex; links are not sent again for it."""
    meeting = held.meeting
    if errand.due != meeting.opens - timedelta(minutes=house.remind_before) or meeting.over(now):
        return
    zone = ZoneInfo(house.usual.zone or "UTC")
    people = {
        each.guest.same_as: each
        for each in held.deliveries
        if each.role is not Role.SPARE and each.trouble is None and each.way is Way.DIRECT
    }
    yield Together(
        tuple(
            Say(replies.reminder(meeting, each.role, zone), (place_of(each.guest),))
            for each in people.values()
        )
    )


def _tidy(_errand: Errand, held: Held, _house: House, now: datetime) -> Conversation:
    """After the end, no message shows a link or a button that no longer works."""
    if held.meeting.expires > now:
        return  # it was extended; its new end has an errand of its own
    if any(each.card and each.message_id for each in held.deliveries):
        yield Say(replies.expired_for_host(held.meeting), (Person(held.meeting.host_id),))
    yield from _retire(held, replies.expired(held.meeting))
