"""What is done when its time has come, for nobody who asked: remind, tidy up, forget."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from zoneinfo import ZoneInfo

from bot.core import replies
from bot.core.asked import House
from bot.core.handing import place_of
from bot.core.letters import follow_up
from bot.core.mails import SendMail
from bot.core.meetings import Meeting, Role, State, Usual, Way
from bot.core.remembering import Errand, Forget, ForgetPeople, Held, ReadMeeting, Recall
from bot.core.renewing import retirements
from bot.core.steps import Conversation, Person, Place, ReadClock, Say, Space, Together


def run_errand(errand: Errand, house: House) -> Conversation:
    """Do what is due: it may be void by now, since the meeting was extended or cancelled."""
    if errand.kind == "forget":
        yield ForgetPeople(errand.due - timedelta(days=house.forget_days))
        return
    held: Held | None = yield ReadMeeting(errand.number)
    if held is None or held.meeting.state is State.CANCELLED:
        return
    if errand.kind == "remind":
        yield from _remind(held, house)
    elif held.meeting.over(errand.due):  # else it was extended: its new end has its own errand
        yield from _tidy(held)


def _remind(held: Held, house: House) -> Conversation:
    """Remind the hosts and, once, everybody else who is in Webex; links are not sent again."""
    meeting = held.meeting
    if (yield ReadClock()) >= meeting.expires.timestamp():
        return  # nobody was there to remind anybody in time
    usual: Usual = yield Recall(meeting.room_id, meeting.host_id)
    zone = ZoneInfo(usual.over(house.usual).zone or "UTC")
    guests = [each for each in held.invited if held.last_by(Way.DIRECT, each)]
    spaces = {each.room_id: each for each in held.carriers if each.way is Way.SPACE}
    told: list[tuple[Role, tuple[Place, ...]]] = [
        *((Role.HOST, (place_of(each),)) for each in held.hosts),
        *((Role.GUEST, (place_of(each),)) for each in guests),
        *((Role.SPARE, _in_space(str(each), meeting)) for each in spaces),
    ]
    notes = [Say(replies.reminder(meeting, role, zone), to) for role, to in told]
    yield Together((*notes, *_mails(held, house, zone)))


def _mails(held: Held, house: House, zone: ZoneInfo) -> list[SendMail]:
    """Those who have a mail alone get another: a calendar that would remind them may be missing."""
    by_mail = [each for each in held.invited if held.last_by(Way.MAIL, each)]
    alone = [each for each in by_mail if not held.last_by(Way.DIRECT, each)]
    for_each = [follow_up(held, each, house, zone, "remind") for each in alone]
    mails = map(partial(replies.reminder_mail, held.meeting), alone, for_each)
    return list(map(SendMail, mails))


def _in_space(room_id: str, meeting: Meeting) -> tuple[Place, ...]:
    thread = meeting.thread if meeting.room_id == room_id else None
    return (Space(room_id, thread), Space(room_id)) if thread else (Space(room_id),)


def _tidy(held: Held) -> Conversation:
    """After the end, no message shows a link or a button that no longer works."""
    note = replies.expired_for_host(held.meeting)
    yield Together(tuple(Say(note, (Person(each.person_id),)) for each in held.hosts))
    yield Together(retirements(held.carriers, replies.expired(held.meeting)))
    yield Forget(tuple(str(each.message_id) for each in held.carriers))
