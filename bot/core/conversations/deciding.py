"""Reads what a notice or a scheduled task is about, and decides what to do.

Its steps only read, so they can be repeated until the decision is recorded.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from bot.core.conversations import forms, late_messages
from bot.core.conversations.decision import (
    Answer,
    AskWhetherStill,
    Decision,
    DeliverEvent,
    Greet,
    NotRead,
    NotTheirs,
    Retired,
    RunScheduledTask,
    SendLostLinks,
    TellOfDoor,
    Trigger,
)
from bot.core.conversations.desk_calls import decide_desk_press
from bot.core.conversations.installation import Installation
from bot.core.conversations.program_requests import decide_api_request
from bot.core.conversations.request import Request, request_of
from bot.core.conversations.requester import Requester
from bot.core.conversations.understanding import (
    REPEATABLE,
    answer_by_button,
    may_ask,
    understand,
    understand_correction,
)
from bot.core.domain.access import is_bot
from bot.core.domain.attendance import Attendance
from bot.core.domain.commands import (
    Cancel,
    Command,
    Guest,
    PassRequest,
    TakeRequest,
)
from bot.core.domain.errors import NotFound, Trouble
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import State
from bot.core.incoming.api_requests import ApiRequest
from bot.core.incoming.arrivals import DoorEvent, DoorNotice
from bot.core.incoming.desk_presses import DeskPress
from bot.core.incoming.event_attempts import EventAttempt
from bot.core.incoming.notices import Notice
from bot.core.incoming.presses import ButtonPress
from bot.core.incoming.received import Received
from bot.core.parsing import grammar
from bot.core.parsing.text import mentions
from bot.core.replies import cards
from bot.core.steps.door_steps import ReadAttendances
from bot.core.steps.find_steps import ReadMeeting
from bot.core.steps.ledger_steps import ScheduledTask
from bot.core.steps.preference_steps import ReadPreferences, StoredPreferences
from bot.core.steps.step import ReadClock, Step, all_of
from bot.core.steps.webex_steps import (
    Membership,
    Message,
    ReadMembership,
    ReadMessage,
    ReadPerson,
    ReadPress,
)

Deciding = Generator[Step, Any, Decision | None]
"""Yields steps that read, and returns the decision; None if there is nothing to do."""


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
            return (yield from _decide_press(received, installation))
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
        return NotRead(notice.room_id, trouble, installation)
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


def _decide_press(received: Received, installation: Installation) -> Deciding:
    notice = received.notice
    try:
        return (yield from _read_press(received, installation))
    except Trouble as trouble:
        if notice.room_id is None:
            return None
        return NotRead(notice.room_id, trouble, installation, pressed=True)


def _read_press(received: Received, installation: Installation) -> Deciding:
    try:
        press, who, card = yield from _read_all_of_press(received.notice)
    except NotFound:
        return (yield from _retired(received, installation))
    if card.person_id != installation.bot_id:
        return None  # anybody can post a card whose buttons say what the bot's say
    inputs = press.inputs
    others = mentions.people(str(inputs.get(cards.SAY, "")))
    recalled = yield ReadPreferences(press.room_id, press.person_id, others)
    direct = inputs.get(cards.DIRECT) == "1"
    by = Requester(who.person_id, who.email, press.room_id, direct, name=who.name)
    request = request_of(by, received.at, received.seed, recalled, installation)
    command = forms.command_of(inputs, request.at, installation.devices, installation.region)
    is_answer = forms.is_answer(inputs)
    if isinstance(command, Cancel):
        command = replace(command, ask_first=not is_answer)
    reading = answer_by_button(command, request) if is_answer else command
    admitted = may_ask(reading, request)
    whose = forms.asked_someone_else(inputs, who.email)
    if whose and admitted:
        return NotTheirs(command, request, whose)
    once = f"{forms.fingerprint(inputs, press.message_id)} {who.person_id}"
    if not admitted or _is_repeatable(command):
        once = ""
    drops = request.question.id if request.question and admitted else ""
    return Answer(reading, request, admitted, once, is_answer, drops)


def _is_repeatable(command: Command) -> bool:
    asks_first = isinstance(command, Cancel) and command.ask_first
    return asks_first or isinstance(command, (TakeRequest, PassRequest, *REPEATABLE))


def _read_all_of_press(
    notice: Notice,
) -> Generator[Step, Any, tuple[ButtonPress, Guest, Message]]:
    """Return a press, who pressed and the message of the card.

    All are read at the same time if the notice names them; what the press says counts.
    """
    if notice.person_id and notice.message_id:
        read = ReadPerson(notice.person_id), ReadMessage(notice.message_id)
        press, who, card = yield from all_of(ReadPress(notice.id), *read)
        if (press.person_id, press.message_id) == (notice.person_id, notice.message_id):
            return press, who, card
    else:
        press = yield ReadPress(notice.id)
    who, card = yield from all_of(ReadPerson(press.person_id), ReadMessage(press.message_id))
    return press, who, card


def _retired(received: Received, installation: Installation) -> Deciding:
    """Webex forgets the presses on a card when the card is deleted."""
    notice = received.notice
    who: Guest = yield ReadPerson(notice.person_id or notice.actor_id or "")
    if not installation.access.admits(who.email):
        return None
    recalled: StoredPreferences = yield ReadPreferences(None, who.person_id)
    return Retired(who.person_id, recalled.preferences.language, installation)


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
