"""What happens for each command."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.core import cards, replies
from bot.core.commands import (
    About,
    Add,
    Cancel,
    Check,
    Cohost,
    Defaults,
    Devices,
    Extend,
    Handover,
    Help,
    HostClassic,
    Join,
    Meet,
    Meetings,
    MyLink,
    Nothing,
    Plan,
    Resend,
    Status,
    TextFor,
    Thanks,
    Unclear,
)
from bot.core.conversations.asked import Asked
from bot.core.conversations.checking import check
from bot.core.conversations.forwarding import text_for
from bot.core.conversations.lists import (
    classic_host,
    classic_join,
    defaults,
    devices,
    meetings,
    status,
)
from bot.core.conversations.meet import meet
from bot.core.conversations.more_links import add, cohost, handover, my_link, resend
from bot.core.conversations.upkeep import cancel, extend
from bot.core.steps import Conversation, Say


def _help(command: Help, asked: Asked) -> Conversation:
    t, direct = asked.tongue, asked.in_private
    buttons = None if command.topic else cards.help_card(t, direct=direct)
    yield Say(replies.help_text(t, command.topic, direct=direct), asked.places, buttons)


def _nothing(_command: Nothing, asked: Asked) -> Conversation:
    t, direct = asked.tongue, asked.in_private
    yield Say(replies.hello(t, direct=direct), asked.places, cards.help_card(t, direct=direct))


def _thanks(_command: Thanks, asked: Asked) -> Conversation:
    yield Say(replies.welcome(asked.tongue), asked.places)


def _about(_command: About, asked: Asked) -> Conversation:
    yield Say(replies.about_bot(asked.tongue), asked.places)


def _plan(_command: Plan, asked: Asked) -> Conversation:
    t, direct = asked.tongue, asked.in_private
    form = cards.plan_form(t, asked.house.devices, asked.usual, direct=direct)
    yield Say(replies.plan_beside(t), asked.places, form)


def _unclear(command: Unclear, asked: Asked) -> Conversation:
    yield Say(replies.unclear(asked.tongue, command), asked.places)


ANSWERS: dict[type, Callable[[Any, Asked], Conversation]] = {
    Meet: meet,
    Add: add,
    Resend: resend,
    TextFor: text_for,
    MyLink: my_link,
    Handover: handover,
    Cohost: cohost,
    Extend: extend,
    Cancel: cancel,
    Meetings: meetings,
    Status: status,
    Devices: devices,
    Defaults: defaults,
    Join: classic_join,
    HostClassic: classic_host,
    Plan: _plan,
    Help: _help,
    Check: check,
    About: _about,
    Nothing: _nothing,
    Thanks: _thanks,
    Unclear: _unclear,
}
"""A test finds a command without an answer."""
