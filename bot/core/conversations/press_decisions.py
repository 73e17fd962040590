"""Decides what to do about a button press: reads who pressed, and the card that it was on."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from typing import Any

from bot.core.conversations.requests import forms
from bot.core.conversations.requests.decision import (
    Answer,
    Deciding,
    TellCardWasReplaced,
    TellNotTheirQuestion,
    TellUnreadable,
)
from bot.core.conversations.requests.installation import Installation
from bot.core.conversations.requests.request import request_of
from bot.core.conversations.requests.requester import Requester
from bot.core.conversations.requests.understanding import REPEATABLE, answer_by_button, may_ask
from bot.core.domain.commands import (
    Cancel,
    Command,
    Guest,
    HangPoster,
    PassRequest,
    Sayable,
    SetGroup,
    TakeRequest,
)
from bot.core.domain.errors import NotFound, Trouble
from bot.core.domain.open_questions import OPEN
from bot.core.incoming.notices import Notice
from bot.core.incoming.presses import ButtonPress
from bot.core.incoming.received import Received
from bot.core.parsing.grammar import acts
from bot.core.parsing.text import mentions
from bot.core.replies import cards
from bot.core.steps.preference_steps import ReadPreferences, StoredPreferences
from bot.core.steps.step import Step, all_of
from bot.core.steps.webex_steps import Message, ReadMessage, ReadPerson, ReadPress
from bot.core.suggesting.readings import Reading, Suggested, suggested


def decide_press(received: Received, installation: Installation) -> Deciding:
    """Decide; if Webex can't be asked, tell the space that the press was not read."""
    notice = received.notice
    try:
        return (yield from _read_press(received, installation))
    except Trouble as trouble:
        if notice.room_id is None:
            return None
        return TellUnreadable(notice.room_id, trouble, installation, pressed=True)


def _read_press(received: Received, installation: Installation) -> Deciding:
    try:
        press, who, card = yield from _read_all(received.notice)
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
    is_answer = forms.is_answer(inputs)
    request = replace(request, answers=is_answer)
    command = forms.command_of(inputs, request.at, installation.devices, installation.region)
    if not is_answer:
        command = _asking_first(command)
    reading = answer_by_button(command, request) if is_answer else command
    admitted = may_ask(reading, request)
    whose = forms.asked_someone_else(inputs, who.email)
    if whose and admitted:
        return TellNotTheirQuestion(command, request, whose)
    if is_answer and _is_late(press, card):
        reading = _asked_again(reading)
    once = f"{forms.fingerprint(inputs, press.message_id)} {who.person_id}"
    if not admitted or isinstance(reading, Suggested) or _is_repeatable(command):
        once = ""
    drops = request.question.id if request.question and admitted else ""
    return Answer(reading, request, admitted, once, is_answer, drops)


def _is_late(press: ButtonPress, card: Message) -> bool:
    """Return whether a button was pressed when its question was no longer open."""
    return bool(press.created and card.created and press.created - card.created > OPEN)


def _asked_again(command: Reading) -> Reading:
    """Return the suggestion of what an old button does, unless it only shows something."""
    if not isinstance(command, Sayable) or not acts(command):
        return command
    return suggested(command)


def _asking_first(command: Command) -> Command:
    """Return a command that asks first, if one press must not do what can't be undone."""
    match command:
        case Cancel() | HangPoster(change="new") | SetGroup(off=True):
            return replace(command, ask_first=True)
    return command


def _is_repeatable(command: Command) -> bool:
    asks_first = isinstance(command, (Cancel, HangPoster, SetGroup)) and command.ask_first
    return asks_first or isinstance(command, (TakeRequest, PassRequest, *REPEATABLE))


def _read_all(notice: Notice) -> Generator[Step, Any, tuple[ButtonPress, Guest, Message]]:
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
    return TellCardWasReplaced(who.person_id, recalled.preferences.language, installation)
