"""The table of commands and the conversations that answer them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.core import replies
from bot.core.conversations.doors.at_the_door import let_in, reply_at_door
from bot.core.conversations.experts.desk_command import desk
from bot.core.conversations.experts.duty_commands import off_duty, on_duty, swap
from bot.core.conversations.experts.expert_claims import take_request
from bot.core.conversations.experts.expert_groups import experts, set_group, who_is_on
from bot.core.conversations.experts.expert_requests import ask_expert, keep_waiting, next_shift
from bot.core.conversations.experts.expert_returns import give_back, pass_request
from bot.core.conversations.experts.posters import hang_poster
from bot.core.conversations.meetings.doctor_chat import check
from bot.core.conversations.meetings.extend_and_cancel import cancel, extend
from bot.core.conversations.meetings.hosts import cohost, handover
from bot.core.conversations.meetings.invite import add
from bot.core.conversations.meetings.list_commands import (
    classic_host,
    classic_join,
    defaults,
    devices,
    meetings,
    status,
)
from bot.core.conversations.meetings.meet import meet
from bot.core.conversations.meetings.move import move
from bot.core.conversations.meetings.own_links import my_link
from bot.core.conversations.meetings.pass_on import pass_on, tell_host
from bot.core.conversations.meetings.remove import remove
from bot.core.conversations.meetings.rename_and_repeat import again, rename
from bot.core.conversations.meetings.resend import resend
from bot.core.conversations.meetings.tell import tell
from bot.core.conversations.meetings.text_for import text_for
from bot.core.conversations.requests import clarify
from bot.core.conversations.requests.request import Request
from bot.core.domain.commands import (
    About,
    Add,
    Again,
    Cancel,
    Check,
    Cohost,
    Defaults,
    DeskToday,
    Devices,
    Expert,
    Experts,
    Extend,
    GiveBack,
    Handover,
    HangPoster,
    Help,
    HostClassic,
    Join,
    KeepWaiting,
    LetIn,
    Meet,
    Meetings,
    Move,
    MyLink,
    NextShift,
    Nothing,
    OffDuty,
    OnDuty,
    PassRequest,
    Plan,
    Remove,
    Rename,
    ReplyAtDoor,
    Resend,
    SetGroup,
    Status,
    Swap,
    TakeRequest,
    Tell,
    TellInviter,
    TextFor,
    Thanks,
    Unclear,
    WhoIsOn,
)
from bot.core.replies import cards, plan_card
from bot.core.steps.step import Conversation
from bot.core.steps.webex_steps import Say
from bot.core.suggesting.readings import (
    Declined,
    GuestSays,
    NothingAsked,
    Question,
    Suggested,
    WhatHour,
    WhichOne,
)


def _help(command: Help, request: Request) -> Conversation:
    t, direct = request.language, request.in_private
    buttons = None if command.topic else cards.help_card(t, direct=direct)
    yield Say(replies.help_text(t, command.topic, direct=direct), request.places, buttons)


def _nothing(_command: Nothing, request: Request) -> Conversation:
    t, direct = request.language, request.in_private
    yield Say(replies.hello(t, direct=direct), request.places, cards.help_card(t, direct=direct))


def _thanks(_command: Thanks, request: Request) -> Conversation:
    yield Say(replies.welcome(request.language), request.places)


def _about(_command: About, request: Request) -> Conversation:
    yield Say(replies.about_bot(request.language), request.places)


def _plan(_command: Plan, request: Request) -> Conversation:
    t, direct = request.language, request.in_private
    form = plan_card.plan_form(t, request.installation.devices, request.preferences, direct=direct)
    yield Say(replies.plan_beside(t), request.places, form)


ANSWERS: dict[type, Callable[[Any, Request], Conversation]] = {
    Meet: meet,
    Add: add,
    Resend: resend,
    TextFor: text_for,
    MyLink: my_link,
    Handover: handover,
    Cohost: cohost,
    Extend: extend,
    Move: move,
    Cancel: cancel,
    Tell: tell,
    TellInviter: tell_host,
    Remove: remove,
    LetIn: let_in,
    ReplyAtDoor: reply_at_door,
    Rename: rename,
    Again: again,
    Meetings: meetings,
    Status: status,
    Expert: ask_expert,
    TakeRequest: take_request,
    PassRequest: pass_request,
    GiveBack: give_back,
    KeepWaiting: keep_waiting,
    NextShift: next_shift,
    Experts: experts,
    HangPoster: hang_poster,
    SetGroup: set_group,
    WhoIsOn: who_is_on,
    OnDuty: on_duty,
    OffDuty: off_duty,
    Swap: swap,
    DeskToday: desk,
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
    Unclear: clarify.unclear,
    Suggested: clarify.suggest,
    Question: clarify.answer_question,
    Declined: clarify.say_declined,
    NothingAsked: clarify.say_nothing_asked,
    WhichOne: clarify.ask_which_one,
    WhatHour: clarify.ask_hour,
    GuestSays: pass_on,
}
"""A test finds a command without an answer."""
