"""Starts the conversation for a notice or a scheduled task.

A refusal is thrown in where it happens. Nothing in here knows the time or chance of its own: a
replay from the checkpoints takes the same path.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core import replies
from bot.core.conversations import clarify, forms, late_messages
from bot.core.conversations.command_table import ANSWERS
from bot.core.conversations.request import Installation, Request, Requester
from bot.core.conversations.scheduled_tasks import run_scheduled_task
from bot.core.domain.access import is_bot
from bot.core.domain.commands import (
    About,
    Check,
    Command,
    Devices,
    Guest,
    Help,
    Meetings,
    MyLink,
    Nothing,
    Plan,
    Status,
    Thanks,
    Unclear,
)
from bot.core.domain.errors import NotFound, Trouble
from bot.core.incoming.notices import Notice
from bot.core.incoming.presses import ButtonPress
from bot.core.parsing import grammar, mentions
from bot.core.replies import cards
from bot.core.steps.command_seen import CommandSeen
from bot.core.steps.last_word import LastWord
from bot.core.steps.ledger_steps import ClaimOnce, ScheduledTask
from bot.core.steps.preference_steps import ReadPreferences, StoredPreferences
from bot.core.steps.step import Conversation, Step
from bot.core.steps.webex_steps import (
    Membership,
    Message,
    Person,
    ReadInputs,
    ReadMembership,
    ReadMessage,
    ReadPerson,
    ReadPress,
    Say,
    Space,
)
from bot.core.suggesting.second_reader import Reading


def conversation(
    notice: Notice,
    installation: Installation,
    at: datetime,
    seed: str,
    written: datetime | None = None,
) -> Conversation:
    """Return what happens after `notice`.

    Args:
        notice: that concerns the bot.
        installation: the installation.
        at: when it came.
        seed: unguessable text that stays the same when the conversation is replayed.
        written: when its message was, where no notice came and it was found later.
    """
    try:
        yield from _about(notice, installation, at, seed, written)
    except Trouble as trouble:
        if notice.room_id and notice.resource == "attachmentActions":
            sorry = replies.not_finished(installation.languages.for_host(None), trouble)
            yield LastWord(sorry, (Space(notice.room_id),))


def _about(
    notice: Notice, installation: Installation, at: datetime, seed: str, written: datetime | None
) -> Conversation:
    if notice.resource == "memberships":
        return _greet(notice, installation)
    if notice.resource == "attachmentActions":
        return _hear_press(notice, installation, at, seed)
    return _hear(notice, installation, at, seed, written)


def errand(kind: str, number: int, due: datetime, installation: Installation) -> Conversation:
    """Return what happens when an errand is due.

    Args:
        kind: as `ScheduledTask` has it.
        number: of the meeting.
        due: when it was to be done, aware; how late it runs makes no difference.
        installation: the installation.
    """
    return run_scheduled_task(ScheduledTask(kind, number, due), installation)


def apology(notice: Notice, installation: Installation) -> Step | None:
    """Return what to say where a conversation broke for a reason that nobody foresaw."""
    if notice.room_id is None:
        return None
    return Say(replies.broken(installation.languages.for_host(None)), (Space(notice.room_id),))


def _greet(notice: Notice, installation: Installation) -> Conversation:
    try:
        membership: Membership = yield ReadMembership(notice.id)
    except NotFound:
        return  # removed again before it was read
    if membership.person_id == installation.bot_id and not membership.direct:
        greeting = replies.greeting(installation.languages.for_host(None))
        yield Say(greeting, (Space(membership.room_id),))


def _hear(
    notice: Notice, installation: Installation, at: datetime, seed: str, written: datetime | None
) -> Conversation:
    try:
        message: Message = yield ReadMessage(notice.id)
    except NotFound:
        return  # deleted before it was read
    except Trouble as trouble:
        if notice.room_id:
            sorry = replies.not_read(installation.languages.for_host(None), trouble)
            yield LastWord(sorry, (Space(notice.room_id),))
        return
    if message.person_id == installation.bot_id or is_bot(message.email):
        return
    requester = _by_message(message)
    said = mentions.read(message.html, message.text, installation.bot_id)
    others = mentions.people(said.text)
    try:
        recalled = yield ReadPreferences(message.room_id, message.person_id, others)
    except Trouble as trouble:
        yield _not_finished(trouble, _asked(requester, installation, StoredPreferences(), at, seed))
        return
    request = _asked(requester, installation, recalled, at, seed)
    if written is None or not late_messages.is_stale(written, request):
        yield from _answer(_parsed(said, request.at, installation), request)
        return
    command = _parsed(said, written.astimezone(request.zone), installation)
    if not isinstance(command, _REPEATABLE) and _may_ask(command, request):
        yield from late_messages.ask_if_still_wanted(command, message, written, request)


def _parsed(said: mentions.Said, at: datetime, installation: Installation) -> Command:
    command = grammar.parse(said, at, installation.devices, installation.region)
    return replace(command, sentence=said.text) if isinstance(command, Unclear) else command


def _hear_press(
    notice: Notice, installation: Installation, at: datetime, seed: str
) -> Conversation:
    try:
        press: ButtonPress = yield ReadPress(notice.id)
    except NotFound:
        yield from _retired(notice, installation)
        return
    inputs = press.inputs
    if inputs is None:
        inputs = yield ReadInputs(press.id)
    who: Guest = yield ReadPerson(press.person_id)
    others = mentions.people(str(inputs.get(cards.SAY, "")))
    recalled = yield ReadPreferences(press.room_id, press.person_id, others)
    direct = inputs.get(cards.DIRECT) == "1"
    requester = Requester(who.person_id, who.email, press.room_id, direct)
    request = _asked(requester, installation, recalled, at, seed)
    command = forms.command_of(inputs, request.at, installation.devices, installation.region)
    whose = forms.asked_someone_else(inputs, who.email)
    if whose and _may_ask(command, request):
        yield Say(replies.anothers_question(request.language, whose, command), request.places)
        return
    if _may_ask(command, request) and not isinstance(command, _REPEATABLE):
        key = f"pressed {press.message_id} {who.person_id} {forms.fingerprint(inputs)}"
        if not (yield ClaimOnce(key, seed)):
            answered = forms.is_answer(inputs)
            told = replies.answered_already if answered else replies.pressed_already
            yield Say(told(request.language, command), request.places)
            return
    yield from _answer(command, request)


_REPEATABLE = (About, Check, Devices, Help, Meetings, Nothing, Plan, Status, Thanks, Unclear)
"""What one may press as often as one likes: it shows something and does nothing."""


def _retired(notice: Notice, installation: Installation) -> Conversation:
    """The card was deleted, and with it Webex forgot what was pressed on it."""
    who: Guest = yield ReadPerson(notice.person_id or notice.actor_id or "")
    if installation.access.admits(who.email):
        recalled: StoredPreferences = yield ReadPreferences(None, who.person_id)
        sorry = replies.retired(installation.languages.for_host(recalled.preferences.language))
        yield Say(sorry, (Person(who.person_id),))


def _may_ask(command: Command, request: Request) -> bool:
    """A guest from elsewhere may have their own link again."""
    return isinstance(command, MyLink) or request.installation.access.admits(
        request.requester.email
    )


def _answer(command: Command, request: Request) -> Conversation:
    if not _may_ask(command, request):
        yield CommandSeen(type(command).__name__, admitted=False)
        yield from _refuse(request)
        return
    try:
        reading: Reading = command
        if isinstance(command, Unclear):
            reading = yield from clarify.reread(command, request)
        yield CommandSeen(type(reading).__name__, admitted=True)
        yield from ANSWERS[type(reading)](reading, request)
    except Trouble as trouble:
        yield _not_finished(trouble, request)


def _refuse(request: Request) -> Conversation:
    """Say once that somebody may not ask."""
    if (yield ClaimOnce(f"refused {request.requester.person_id}", request.seed)):
        theirs = request.installation.languages.for_guest(
            request.preferences.language, request.requester.email
        )
        yield Say(replies.not_allowed(theirs), request.places)


def _not_finished(trouble: Trouble, request: Request) -> Step:
    return LastWord(replies.not_finished(request.language, trouble), request.places)


def _by_message(message: Message) -> Requester:
    root = None if message.direct else message.parent_id or message.id
    return Requester(message.person_id, message.email, message.room_id, message.direct, root)


def _asked(
    by: Requester, installation: Installation, recalled: StoredPreferences, at: datetime, seed: str
) -> Request:
    here = recalled.preferences.with_fallback(installation.defaults)
    there = at.astimezone(ZoneInfo(here.zone or "UTC"))
    return Request(by, installation, here, there, seed, recalled.languages)
