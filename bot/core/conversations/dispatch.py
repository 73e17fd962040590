"""What happens next: each conversation yields steps and is sent their answers.

A refusal is thrown in where it happens. Nothing in here knows the time or chance of its own: a
replay goes by the same decision and the recorded answers, and so takes the same path.
"""

from __future__ import annotations

<<<<<<< HEAD
from dataclasses import replace
from datetime import datetime

=======
>>>>>>> main
from bot.core import replies
from bot.core.conversations import late_messages, scheduled_tasks
from bot.core.conversations.command_table import ANSWERS
from bot.core.conversations.decision import (
    Answer,
    AskWhetherStill,
    Decision,
    Greet,
    NotRead,
    NotTheirs,
    Retired,
    RunScheduledTask,
)
<<<<<<< HEAD
from bot.core.domain.errors import NotFound, Trouble
from bot.core.domain.unknown_zone import zone_of_name
from bot.core.incoming.notices import Notice
from bot.core.incoming.presses import ButtonPress
from bot.core.parsing import grammar, mentions
from bot.core.replies import cards
from bot.core.steps.command_seen import CommandSeen
=======
from bot.core.conversations.request import Installation
from bot.core.domain.errors import Trouble
from bot.core.incoming.received import Received
>>>>>>> main
from bot.core.steps.last_word import LastWord
from bot.core.steps.ledger_steps import ClaimOnce, ScheduledTask
from bot.core.steps.step import Conversation, Step
from bot.core.steps.webex_steps import Person, Say, Space
from bot.core.suggesting.second_reader import Question, Suggested


def converse(decision: Decision) -> Conversation:
    """Return what happens by a decision."""
    match decision:
        case Answer():
            yield from _answer(decision)
        case RunScheduledTask():
            yield from scheduled_tasks.run_scheduled_task(decision)
        case AskWhetherStill():
            yield late_messages.ask_if_still_wanted(decision)
        case _:
            yield _said_at_once(decision)


def apology(begun_by: Received | ScheduledTask, installation: Installation) -> Step | None:
    """Return what to say where a conversation broke for a reason that nobody foresaw."""
    if isinstance(begun_by, ScheduledTask) or begun_by.notice.room_id is None:
        return None
    sorry = replies.broken(installation.languages.for_host(None))
    return Say(sorry, (Space(begun_by.notice.room_id),))


def _said_at_once(decision: Greet | Retired | NotRead | NotTheirs) -> Say:
    match decision:
        case Greet():
            t = decision.installation.languages.for_host(None)
            return Say(replies.greeting(t), (Space(decision.room_id),))
        case Retired():
            t = decision.installation.languages.for_host(decision.language)
            return Say(replies.retired(t), (Person(decision.person_id),))
        case NotRead():
            t, trouble = decision.installation.languages.for_host(None), decision.trouble
            sorry = replies.not_finished if decision.pressed else replies.not_read
            return LastWord(sorry(t, trouble), (Space(decision.room_id),))
        case NotTheirs():
            t, whose = decision.request.language, decision.whose
            told = replies.anothers_question(t, whose, decision.command)
            return Say(told, decision.request.places)


def _answer(decision: Answer) -> Conversation:
    command, request = decision.command, decision.request
    try:
        if isinstance(command, Suggested | Question):
            yield from ANSWERS[type(command)](command, request)
        elif decision.once and not (yield ClaimOnce(decision.once, request.seed)):
            pressed = replies.answered_already if decision.is_answer else replies.pressed_already
            yield Say(pressed(request.language, command), request.places)
        elif decision.admitted:
            yield from ANSWERS[type(command)](command, request)
        elif (yield ClaimOnce(f"refused {request.requester.person_id}", request.seed)):
            theirs = request.installation.languages.for_guest(
                request.preferences.language, request.requester.email
            )
            yield Say(replies.not_allowed(theirs), request.places)
    except Trouble as trouble:
<<<<<<< HEAD
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
    there = at.astimezone(zone_of_name(here.zone))
    return Request(by, installation, here, there, seed, recalled.languages)
=======
        yield LastWord(replies.not_finished(request.language, trouble), request.places)
>>>>>>> main
