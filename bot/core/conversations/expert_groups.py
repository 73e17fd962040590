"""The `group` and `experts` commands: sets up groups of experts, and lists them."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from bot.core import replies
from bot.core.conversations.request import Request
from bot.core.domain.commands import Experts, Guest, SetGroup
from bot.core.domain.errors import NotFound
from bot.core.domain.experts import ExpertGroup, Tier
from bot.core.replies import expert_replies
from bot.core.steps.expert_steps import ReadGroups, SaveGroup
from bot.core.steps.step import Conversation, Step
from bot.core.steps.webex_steps import ReadPerson, Say

USUAL_MINUTES = 2
"""Before the next tier is asked."""


def experts(_command: Experts, request: Request) -> Conversation:
    """List the groups."""
    found: tuple[ExpertGroup, ...] = yield ReadGroups()
    yield Say(expert_replies.groups(request.language, found), request.places)


def set_group(command: SetGroup, request: Request) -> Conversation:
    """Set up or delete a group, for an administrator."""
    t = request.language
    if not request.installation.admins.admits(request.requester.email):
        yield Say(replies.only_administrators(t), request.places)
        return
    if request.room_id is None and any(each.here for each in command.tiers):
        yield Say(expert_replies.not_here_in_private(t), request.places)
        return
    tiers = []
    for each in command.tiers:
        people = []
        for who in each.guests:
            person = yield from _expert(who, request)
            if person is None:
                yield Say(expert_replies.not_an_expert(t, who), request.places)
                return
            people.append(person)
        tiers.append(Tier((request.room_id or "") if each.here else "", tuple(people)))
    group = ExpertGroup(command.group, tuple(tiers), command.after or USUAL_MINUTES)
    yield SaveGroup(group)
    yield Say(expert_replies.group_set(t, group), request.places)


def _expert(who: Guest, request: Request) -> Generator[Step, Any, Guest | None]:
    """Return somebody as Webex knows them; None if they may not be a host."""
    if who.phone:
        return None
    try:
        found: Guest = yield ReadPerson(who.person_id, who.email)
    except NotFound:
        return None
    return found if request.installation.access.admits(found.email) else None
