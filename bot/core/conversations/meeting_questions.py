"""Asks before a meeting starts, where a wrong guess could not be taken back."""

from __future__ import annotations

from bot.core import replies
from bot.core.conversations.request import Request
from bot.core.domain.commands import Meet
from bot.core.replies import question_cards
from bot.core.steps.webex_steps import Say
from bot.core.wording.country_time_zones import guess_time_zone


def question_about(command: Meet, request: Request) -> Say | None:
    """Return the question to ask first, or None."""
    if command.zone_assumed:
        return _which_zone(command, request)
    if command.devices and not command.dial:
        return _may_dial(command, request)
    return None


def _which_zone(command: Meet, request: Request) -> Say:
    """Ask in which time zone the meeting begins, with the likely one on the buttons."""
    t, likely = request.language, guess_time_zone(request.requester.email)
    card = None
    if likely and not request.moved_to_private:
        card = question_cards.which_zone(t, command, likely, request.asked_person)
    return Say(replies.which_zone(t, command), request.places, card)


def _may_dial(command: Meet, request: Request) -> Say:
    """Ask whether to dial devices. In private, no button: it would answer in private."""
    t, card = request.language, None
    if not request.moved_to_private:
        card = question_cards.may_dial(t, command, request.asked_person)
    return Say(replies.may_dial(t, command, buttons=card is not None), request.places, card)
