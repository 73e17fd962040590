"""What happens next: each conversation yields steps and is sent their answers.

A refusal is thrown in where it happens. Nothing in here knows the time or chance of its own: a
replay from the checkpoints takes the same path.
"""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core import cards, forms, replies
from bot.core.access import is_bot
from bot.core.commands import (
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
from bot.core.conversations import late
from bot.core.conversations.answers import ANSWERS
from bot.core.conversations.asked import Asked, By, House
from bot.core.conversations.errands import run_errand
from bot.core.ending import LastWord
from bot.core.errors import NotFound, Trouble
from bot.core.heard import Heard
from bot.core.notices import Notice
from bot.core.parsing import grammar, mentions
from bot.core.presses import Pressed
from bot.core.remembering import Errand, FirstTime, Recall, Recalled
from bot.core.steps import (
    Conversation,
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
    Step,
)


def conversation(
    notice: Notice, house: House, at: datetime, seed: str, written: datetime | None = None
) -> Conversation:
    """Return what happens after `notice`.

    Args:
        notice: that concerns the bot.
        house: the installation.
        at: when it came.
        seed: unguessable text that stays the same when the conversation is replayed.
        written: when its message was, where no notice came and it was found later.
    """
    try:
        yield from _about(notice, house, at, seed, written)
    except Trouble as trouble:
        if notice.room_id and notice.resource == "attachmentActions":
            sorry = replies.not_finished(house.tongues.for_host(None), trouble)
            yield LastWord(sorry, (Space(notice.room_id),))


def _about(
    notice: Notice, house: House, at: datetime, seed: str, written: datetime | None
) -> Conversation:
    if notice.resource == "memberships":
        return _greet(notice, house)
    if notice.resource == "attachmentActions":
        return _hear_press(notice, house, at, seed)
    return _hear(notice, house, at, seed, written)


def errand(kind: str, number: int, due: datetime, house: House) -> Conversation:
    """Return what happens when an errand is due.

    Args:
        kind: as `Errand` has it.
        number: of the meeting.
        due: when it was to be done, aware; how late it runs makes no difference.
        house: the installation.
    """
    return run_errand(Errand(kind, number, due), house)


def apology(notice: Notice, house: House) -> Step | None:
    """Return what to say where a conversation broke for a reason that nobody foresaw."""
    if notice.room_id is None:
        return None
    return Say(replies.broken(house.tongues.for_host(None)), (Space(notice.room_id),))


def _greet(notice: Notice, house: House) -> Conversation:
    try:
        membership: Membership = yield ReadMembership(notice.id)
    except NotFound:
        return  # removed again before it was read
    if membership.person_id == house.bot_id and not membership.direct:
        yield Say(replies.greeting(house.tongues.for_host(None)), (Space(membership.room_id),))


def _hear(
    notice: Notice, house: House, at: datetime, seed: str, written: datetime | None
) -> Conversation:
    try:
        message: Message = yield ReadMessage(notice.id)
    except NotFound:
        return  # deleted before it was read
    except Trouble as trouble:
        if notice.room_id:
            sorry = replies.not_read(house.tongues.for_host(None), trouble)
            yield LastWord(sorry, (Space(notice.room_id),))
        return
    if message.person_id == house.bot_id or is_bot(message.email):
        return
    by = _by_message(message)
    said = mentions.read(message.html, message.text, house.bot_id)
    try:
        recalled = yield Recall(message.room_id, message.person_id, mentions.people(said.text))
    except Trouble as trouble:
        yield _not_finished(trouble, _asked(by, house, Recalled(), at, seed))
        return
    asked = _asked(by, house, recalled, at, seed)
    if written is None or not late.is_stale(written, asked):
        yield from _answer(grammar.parse(said, asked.at, house.devices, house.region), asked)
        return
    then = written.astimezone(asked.zone)
    command = grammar.parse(said, then, house.devices, house.region)
    if not isinstance(command, _REPEATABLE) and _may_ask(command, asked):
        yield from late.still(command, message, written, asked)


def _hear_press(notice: Notice, house: House, at: datetime, seed: str) -> Conversation:
    try:
        press: Pressed = yield ReadPress(notice.id)
    except NotFound:
        yield from _retired(notice, house)
        return
    inputs = press.inputs
    if inputs is None:
        inputs = yield ReadInputs(press.id)
    who: Guest = yield ReadPerson(press.person_id)
    others = mentions.people(str(inputs.get(cards.SAY, "")))
    recalled = yield Recall(press.room_id, press.person_id, others)
    direct = inputs.get(cards.DIRECT) == "1"
    by = By(who.person_id, who.email, press.room_id, direct)
    asked = _asked(by, house, recalled, at, seed)
    command = forms.command_of(inputs, asked.at, house.devices, house.region)
    whose = forms.whose_else(inputs, who.email)
    if whose and _may_ask(command, asked):
        yield Say(replies.anothers_question(asked.tongue, whose, command), asked.places)
        return
    if _may_ask(command, asked) and not isinstance(command, _REPEATABLE):
        key = f"pressed {press.message_id} {who.person_id} {forms.fingerprint(inputs)}"
        if not (yield FirstTime(key, seed)):
            answered = forms.is_answer(inputs)
            told = replies.answered_already if answered else replies.pressed_already
            yield Say(told(asked.tongue, command), asked.places)
            return
    yield from _answer(command, asked)


_REPEATABLE = (About, Check, Devices, Help, Meetings, Nothing, Plan, Status, Thanks, Unclear)
"""What one may press as often as one likes: it shows something and does nothing."""


def _retired(notice: Notice, house: House) -> Conversation:
    """The card was deleted, and with it Webex forgot what was pressed on it."""
    who: Guest = yield ReadPerson(notice.person_id or notice.actor_id or "")
    if house.access.admits(who.email):
        recalled: Recalled = yield Recall(None, who.person_id)
        sorry = replies.retired(house.tongues.for_host(recalled.usual.language))
        yield Say(sorry, (Person(who.person_id),))


def _may_ask(command: Command, asked: Asked) -> bool:
    """A guest from elsewhere may have their own link again."""
    return isinstance(command, MyLink) or asked.house.access.admits(asked.by.email)


def _answer(command: Command, asked: Asked) -> Conversation:
    admitted = _may_ask(command, asked)
    yield Heard(type(command).__name__, admitted)
    if admitted:
        try:
            yield from ANSWERS[type(command)](command, asked)
        except Trouble as trouble:
            yield _not_finished(trouble, asked)
    elif (yield FirstTime(f"refused {asked.by.person_id}", asked.seed)):
        theirs = asked.house.tongues.for_guest(asked.usual.language, asked.by.email)
        yield Say(replies.not_allowed(theirs), asked.places)


def _not_finished(trouble: Trouble, asked: Asked) -> Step:
    return LastWord(replies.not_finished(asked.tongue, trouble), asked.places)


def _by_message(message: Message) -> By:
    root = None if message.direct else message.parent_id or message.id
    return By(message.person_id, message.email, message.room_id, message.direct, root)


def _asked(by: By, house: House, recalled: Recalled, at: datetime, seed: str) -> Asked:
    here = recalled.usual.over(house.usual)
    there = at.astimezone(ZoneInfo(here.zone or "UTC"))
    return Asked(by, house, here, there, seed, recalled.languages)
