"""Asks before a meeting starts, where a wrong guess could not be taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core import replies
from bot.core.conversations.requests.ask import ask
from bot.core.conversations.requests.clarify import suggest
from bot.core.conversations.requests.request import Request
from bot.core.domain.commands import Meet, Sayable
from bot.core.parsing import grammar
from bot.core.replies import question_cards
from bot.core.steps.step import Conversation
from bot.core.suggesting.readings import suggested
from bot.core.suggesting.remarks import may_go_there
from bot.core.wording.country_time_zones import guess_time_zone


def question_about(command: Meet, request: Request) -> Conversation | None:
    """Return the question to ask first, or None."""
    if command.zone_assumed:
        return ask_for_zone(request, command.opens, lambda zone: _in_zone(command, zone))
    if command.devices and not command.dial:
        return _may_dial(command, request)
    if may_go_there(request.own_words):
        return suggest(suggested(command), request)
    return None


def _in_zone(command: Meet, zone: ZoneInfo) -> Meet:
    opens = command.opens.replace(tzinfo=zone) if command.opens else None
    return replace(command, opens=opens, zone_assumed=False)


def ask_for_zone(
    request: Request, opens: datetime | None, in_zone: Callable[[ZoneInfo], Sayable]
) -> Conversation:
    """Ask in which time zone a meeting begins, with the likely one on the buttons."""
    t, likely = request.language, guess_time_zone(request.requester.email)
    card = None
    if likely and not request.moved_to_private:
        card = question_cards.which_zone(t, in_zone(likely), likely, request.asked_person)
    yield from ask(request, replies.which_zone(t, opens), card)


def _may_dial(command: Meet, request: Request) -> Conversation:
    """Ask whether to dial devices. In private, no button: it would answer in private."""
    t, card = request.language, None
    if not request.moved_to_private:
        card = question_cards.may_dial(t, command, request.asked_person)
    text = replies.may_dial(t, command, buttons=card is not None)
    yield from ask(request, text, card, choices=[grammar.say(replace(command, dial=True))])
