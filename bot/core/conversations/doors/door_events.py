"""Tells hosts what happened at their meeting's door."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import Any

from bot.core.conversations.delivery.minting import direct_chat_of
from bot.core.conversations.delivery.waiting_list import update_waiting_list
from bot.core.conversations.expert_calls.desk_cancelling import caller_leaves
from bot.core.conversations.requests.decision import TellOfDoor
from bot.core.conversations.requests.event_publishing import at_door, publish
from bot.core.conversations.requests.reader_languages import Readers
from bot.core.domain.attendance import Attendance
from bot.core.domain.commands import Guest
from bot.core.domain.doors import Rsvp
from bot.core.domain.links import HostDoor
from bot.core.domain.program_events import EventType
from bot.core.incoming.arrivals import DoorEvent
from bot.core.replies import arrival_replies
from bot.core.steps.door_steps import OpenHostDoors
from bot.core.steps.ledger_steps import ClaimOnce, MentionMeeting
from bot.core.steps.step import Conversation, Send, Step, Together
from bot.core.steps.webex_steps import Say, TellHost
from bot.core.wording.languages import Language


def tell_of_door(due: TellOfDoor) -> Conversation:
    """Tell the hosts what happened, each in private."""
    who = next((each for each in due.attendances if each.id == due.notice.visitor), None)
    if who is None:
        return
    yield from _publish(due, who)
    match due.notice.event:
        case DoorEvent.HERE | DoorEvent.ADMITTED if due.record.meeting.admit_first:
            yield from update_waiting_list(due.record, due.installation)
        case DoorEvent.HERE:
            yield from _tell_of_arrival(due, who)
        case DoorEvent.STUCK if who.joined is None:
            yield from _say(due, who, arrival_replies.cannot_get_in)
        case DoorEvent.ANSWERED:
            yield from _say(due, who, arrival_replies.answered)
        case DoorEvent.ASKS_AGAIN:
            yield from _tell_of_request(due, who)
        case DoorEvent.LEAVES:
            yield from caller_leaves(due)
            return
    yield MentionMeeting(due.record.meeting.number, due.notice.at)


def _publish(due: TellOfDoor, who: Attendance) -> Conversation:
    type_ = _PUBLISHED.get(due.notice.event)
    if due.notice.event is DoorEvent.ANSWERED and who.rsvp is Rsvp.CANNOT:
        type_ = EventType.GUEST_DECLINED
    if type_:
        meeting, invited = due.record.meeting, due.record.invited
        yield from publish(meeting, [at_door(type_, meeting, who, due.notice.at, invited)])


_PUBLISHED = {
    DoorEvent.HERE: EventType.GUEST_HERE,
    DoorEvent.ADMITTED: EventType.GUEST_ADMITTED,
}


def _tell_of_arrival(due: TellOfDoor, who: Attendance) -> Conversation:
    """Tell each host that a guest is here, with a button that leads to the host's page."""
    access = due.installation.access
    hosts = [each for each in due.record.hosts_to_tell if access.admits(each.email)]
    with_page = [each for each in hosts if each in due.record.hosts_with_page]
    opened = dict(zip(with_page, (yield from _doors_of(due, with_page)), strict=True))
    meeting = due.record.meeting
    steps: list[Send] = []
    for host in hosts:
        t, door = _language_of(due, host), opened.get(host)
        if door:
            steps.append(TellHost(arrival_replies.is_here(t, meeting, who, door), host.person_id))
        else:
            said = arrival_replies.is_here_without_page(t, meeting, who)
            steps.append(Say(said, (direct_chat_of(host),)))
    yield Together(tuple(steps))


def _doors_of(
    due: TellOfDoor, hosts: list[Guest]
) -> Generator[Step, Any, tuple[HostDoor | None, ...]]:
    """Return the address of each host's page; None if the installation has no doors any more."""
    if not (hosts and due.installation.doors_at):
        return (None,) * len(hosts)
    ids = tuple(each.person_id for each in hosts)
    opened: tuple[HostDoor, ...] = yield OpenHostDoors(
        due.record.meeting.number, due.installation.doors_at, ids
    )
    return opened


def _tell_of_request(due: TellOfDoor, who: Attendance) -> Conversation:
    """Tell the hosts that a guest asks for a new time; each guest once an hour."""
    hour = f"asks again {who.id} {due.notice.at:%Y-%m-%d %H}"
    if not (yield ClaimOnce(hour, due.notice.seed)):
        return
    meeting = due.record.meeting
    yield Together(
        tuple(
            Say(
                arrival_replies.asks_for_new_time(t, meeting, who),
                (direct_chat_of(host),),
                arrival_replies.new_time_card(t, meeting),
            )
            for host, t in _hosts(due)
        )
    )


def _say(due: TellOfDoor, who: Attendance, text: arrival_replies.Saying) -> Conversation:
    meeting = due.record.meeting
    steps = [Say(text(t, meeting, who), (direct_chat_of(host),)) for host, t in _hosts(due)]
    if steps:
        yield Together(tuple(steps))


def _hosts(due: TellOfDoor) -> Iterator[tuple[Guest, Language]]:
    for host in due.record.hosts_to_tell:
        yield host, _language_of(due, host)


def _language_of(due: TellOfDoor, host: Guest) -> Language:
    return Readers(due.installation.languages, due.recalled.for_person(host.person_id)).host
