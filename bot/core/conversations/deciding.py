"""Reads what a notice or a scheduled task is about, and decides what to do.

Its steps only read, so they can be repeated until the decision is recorded.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from bot.core.conversations.experts.desk_calls import decide_desk_press
from bot.core.conversations.press_decisions import decide_press
from bot.core.conversations.program_requests import decide_api_request
from bot.core.conversations.requests import late_messages
from bot.core.conversations.requests.decision import (
    AskWhetherStill,
    Deciding,
    Decision,
    DeliverEvent,
    Greet,
    RunScheduledTask,
    SendLostLinks,
    TellOfDoor,
    TellUnreadable,
    Trigger,
)
from bot.core.conversations.requests.installation import Installation
from bot.core.conversations.requests.request import Request, request_of
from bot.core.conversations.requests.requester import Requester
from bot.core.conversations.requests.understanding import (
    REPEATABLE,
    may_ask,
    understand,
    understand_correction,
)
from bot.core.domain.access import is_bot
from bot.core.domain.attendance import Attendance
from bot.core.domain.commands import (
    Command,
)
from bot.core.domain.errors import NotFound, Trouble
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import State
from bot.core.incoming.api_requests import ApiRequest
from bot.core.incoming.arrivals import DoorEvent, DoorNotice
from bot.core.incoming.desk_presses import DeskPress
from bot.core.incoming.event_attempts import EventAttempt
from bot.core.incoming.received import Received
from bot.core.parsing import grammar
from bot.core.parsing.text import mentions
from bot.core.steps.door_steps import ReadAttendances
from bot.core.steps.find_steps import ReadMeeting
from bot.core.steps.ledger_steps import ScheduledTask
from bot.core.steps.preference_steps import ReadPreferences, StoredPreferences
from bot.core.steps.step import ReadClock
from bot.core.steps.webex_steps import (
    Membership,
    Message,
    ReadMembership,
    ReadMessage,
)


def decide(trigger: Trigger, installation: Installation) -> Deciding:
    """Decide what to do about a notice, or a task that is due."""
    match trigger:
        case ScheduledTask():
            return (yield from _decide_task(trigger, installation))
        case DoorNotice():
            return (yield from _decide_door(trigger, installation))
        case DeskPress():
            return (yield from decide_desk_press(trigger, installation))
        case ApiRequest():
            return (yield from decide_api_request(trigger, installation))
        case EventAttempt():
            return DeliverEvent(trigger, installation)
        case Received():
            return (yield from _decide_received(trigger, installation))


def _decide_received(received: Received, installation: Installation) -> Deciding:
    match received.notice.resource:
        case "memberships":
            return (yield from _decide_membership(received, installation))
        case "attachmentActions":
            return (yield from decide_press(received, installation))
    return (yield from _decide_message(received, installation))


def _decide_membership(received: Received, installation: Installation) -> Deciding:
    try:
        membership: Membership = yield ReadMembership(received.notice.id)
    except Trouble:
        return None  # removed again before it was read, or nothing that one would ask for again
    if membership.person_id != installation.bot_id or membership.direct:
        return None
    return Greet(membership.room_id, installation)


def _decide_message(received: Received, installation: Installation) -> Deciding:
    notice = received.notice
    try:
        message: Message = yield ReadMessage(notice.id)
    except NotFound:
        return None  # deleted before it was read
    except Trouble as trouble:
        if notice.room_id is None or notice.is_edit:
            return None
        return TellUnreadable(notice.room_id, trouble, installation)
    if message.person_id == installation.bot_id or is_bot(message.email):
        return None
    said = mentions.read(message.html, message.text, installation.bot_id)
    by = _requester(message)
    recalled = yield ReadPreferences(message.room_id, message.person_id, mentions.people(said.text))
    request = request_of(by, received.at, received.seed, recalled, installation)
    words, written = said.text.strip(), message.written
    request = replace(request, said=words, created=written, message_id=message.id)
    return (yield from _decide_words(said, message, received, request))


def _decide_words(
    said: mentions.Said, message: Message, received: Received, request: Request
) -> Deciding:
    """Decide what words come to; those of an edited message only if they correct a question."""
    asked, is_edit = request.question, received.notice.is_edit
    if is_edit and not (asked and asked.is_corrected_by(message.id, message.updated)):
        return None
    if received.written and late_messages.is_stale(received.written, request):
        return _found_late(said, message, received.written, request)
    command = _parsed(said, request.at, request.installation)
    understood = understand_correction if is_edit else understand
    return (yield from understood(command, request))


def _found_late(
    said: mentions.Said, message: Message, written: datetime, request: Request
) -> Decision | None:
    command = _parsed(said, written.astimezone(request.zone), request.installation)
    if isinstance(command, REPEATABLE) or not may_ask(command, request):
        return None
    return AskWhetherStill(command, request, message.text, written)


def _parsed(said: mentions.Said, at: datetime, installation: Installation) -> Command:
    return grammar.parse(said, at, installation.devices, installation.region)


def _decide_task(task: ScheduledTask, installation: Installation) -> Deciding:
    """A task may be void by now, since the meeting was extended or cancelled."""
    record: MeetingRecord | None = yield ReadMeeting(task.number)
    if record is None or record.meeting.state is State.CANCELLED:
        return None
    now = datetime.fromtimestamp((yield ReadClock()), UTC)
    recalled: StoredPreferences = yield ReadPreferences(record.meeting.room_id, record.host_id)
    return RunScheduledTask(task, record, now, recalled, installation)


def _decide_door(notice: DoorNotice, installation: Installation) -> Deciding:
    if notice.event is DoorEvent.LOST_LINK:
        return SendLostLinks(notice, installation)
    record: MeetingRecord | None = yield ReadMeeting(notice.number)
    if record is None:
        return None
    came: tuple[Attendance, ...] = yield ReadAttendances(notice.number)
    others = tuple(each.person_id for each in record.hosts)
    recalled: StoredPreferences = yield ReadPreferences(
        record.meeting.room_id, record.host_id, others
    )
    return TellOfDoor(notice, record, came, recalled, installation)


def _requester(message: Message) -> Requester:
    root = None if message.direct else message.parent_id or message.id
    return Requester(message.person_id, message.email, message.room_id, message.direct, root)
