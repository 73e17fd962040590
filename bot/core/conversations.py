"""What happens next: each conversation yields steps and is sent their answers.

A refusal is thrown in where it happens. Nothing in here knows the time or chance of its own: a
replay from the checkpoints takes the same path.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from bot.core import grammar, mentions, replies
from bot.core.access import is_bot
from bot.core.asked import Asked, House
from bot.core.commands import Help, Meet, Nothing, Unclear
from bot.core.errors import NotFound
from bot.core.meet import meet
from bot.core.notices import Notice
from bot.core.steps import (
    Conversation,
    FirstTime,
    Membership,
    Message,
    ReadMembership,
    ReadMessage,
    Say,
    Space,
    Step,
)


def conversation(notice: Notice, house: House, at: datetime, seed: str) -> Conversation:
    """Return what happens after `notice`.

    Args:
        notice: that concerns the bot.
        house: the installation.
        at: when it came.
        seed: unguessable text that stays the same when the conversation is replayed.
    """
    if notice.resource == "memberships":
        return _greet(notice, house)
    return _hear(notice, house, at, seed)


def apology(notice: Notice) -> Step | None:
    """Return what to say where a conversation broke for a reason that nobody foresaw."""
    if notice.room_id is None:
        return None
    return Say(replies.broken(), (Space(notice.room_id),))


def _greet(notice: Notice, house: House) -> Conversation:
    try:
        membership: Membership = yield ReadMembership(notice.id)
    except NotFound:
        return  # removed again before it was read
    if membership.person_id == house.bot_id and not membership.direct:
        yield Say(replies.greeting(), (Space(membership.room_id),))


def _hear(notice: Notice, house: House, at: datetime, seed: str) -> Conversation:
    try:
        message: Message = yield ReadMessage(notice.id)
    except NotFound:
        return  # deleted before it was read
    if message.person_id == house.bot_id or is_bot(message.email):
        return
    asked = Asked(message, house, at, seed)
    if house.access.admits(message.email):
        yield from _answer(asked)
    elif (yield FirstTime(f"refused {message.person_id}")):
        yield Say(replies.not_allowed(), asked.places)


def _answer(asked: Asked) -> Conversation:
    said = mentions.read(asked.message.html, asked.message.text, asked.house.bot_id)
    command = grammar.parse(said, asked.at)
    yield from ANSWERS[type(command)](command, asked)


def _help(command: Help, asked: Asked) -> Conversation:
    yield Say(replies.help_text(command.topic), asked.places)


def _nothing(_command: Nothing, asked: Asked) -> Conversation:
    yield Say(replies.help_text(None), asked.places)


def _unclear(command: Unclear, asked: Asked) -> Conversation:
    yield Say(replies.unclear(command), asked.places)


Answer = Callable[[Any, Asked], Conversation]
ANSWERS: dict[type, Answer] = {
    Meet: meet,
    Help: _help,
    Nothing: _nothing,
    Unclear: _unclear,
}
"""What happens for each command; a test finds one without an answer."""
