"""The `desk` command: today's figures for the groups that you lead."""

from __future__ import annotations

from datetime import datetime

from bot.core.conversations.request import Request
from bot.core.domain.commands import DeskToday
from bot.core.domain.desk_figures import GroupFigures
from bot.core.domain.experts import ExpertGroup
from bot.core.replies import desk_replies
from bot.core.steps.expert_steps import ReadDeskFigures, ReadGroups
from bot.core.steps.step import Conversation
from bot.core.steps.webex_steps import Say


def desk(_command: DeskToday, request: Request) -> Conversation:
    """Show today's figures of the groups that somebody leads; administrators see all."""
    groups: tuple[ExpertGroup, ...] = yield ReadGroups()
    me = request.requester.as_guest
    sees_all = request.installation.admins.admits(me.email)
    led = {each.name for each in groups if sees_all or any(who.is_same(me) for who in each.leads)}
    if not led:
        yield Say(desk_replies.leads_none(request.language), request.places)
        return
    found: tuple[GroupFigures, ...] = yield ReadDeskFigures(_midnight(request.at), request.at)
    shown = [each for each in found if each.group in led]
    yield Say(desk_replies.figures(request.language, shown), request.places)


def _midnight(at: datetime) -> datetime:
    return at.replace(hour=0, minute=0, second=0, microsecond=0)
