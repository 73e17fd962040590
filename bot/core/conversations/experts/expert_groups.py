"""The `group`, `experts` and `who is on` commands: sets up groups of experts, and shows them."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import replace
from typing import Any

from bot.core.conversations.expert_calls.expert_tiers import read_groups
from bot.core.conversations.expert_calls.group_deleting import stop_asking
from bot.core.conversations.experts.expert_lookup import find_expert, find_group
from bot.core.conversations.requests.ask import ask
from bot.core.conversations.requests.request import Request
from bot.core.domain.commands import Experts, Guest, SetGroup, WhoIsOn
from bot.core.domain.expert_commands import TierNamed
from bot.core.domain.experts import ExpertGroup, Tier
from bot.core.domain.unknown_zone import is_assumed
from bot.core.parsing import grammar
from bot.core.replies import group_cards, group_lists, group_replies
from bot.core.steps.expert_steps import RestoreGroup, SaveGroup
from bot.core.steps.last_word import LastWord
from bot.core.steps.step import Conversation, Step
from bot.core.steps.webex_steps import Say
from bot.core.wording.texts import Card, Text

USUAL_MINUTES = 2
"""Before the next tier is asked."""


def experts(_command: Experts, request: Request) -> Conversation:
    """List the groups, with who is on duty."""
    t, direct = request.language, request.in_private
    found = yield from read_groups(request.installation)
    if not found:
        yield Say(group_lists.no_groups(t), request.places)
        return
    *pages, last = group_lists.groups(t, found, request.at, request.zone)
    for page in pages:
        yield Say(page, request.places)
    yield Say(last, request.places, group_cards.groups_card(t, found, direct=direct))


def who_is_on(command: WhoIsOn, request: Request) -> Conversation:
    """Say who is on duty in a group, now and next, and when nobody is."""
    group = yield from find_group(command.group, request, "who is on for")
    if group:
        yield from _show(group, request)


def _show(group: ExpertGroup, request: Request) -> Conversation:
    *pages, last = _told(group, request, is_set=False)
    for page in pages:
        yield Say(page, request.places)
    yield Say(last, request.places, _card(group, request))


def _card(group: ExpertGroup, request: Request) -> Card:
    may_change = _is_admin(request) or _leads(group, request)
    t, direct = request.language, request.in_private
    return group_cards.group_card(t, group, direct=direct, changes=may_change and direct)


def _told(group: ExpertGroup, request: Request, *, is_set: bool) -> tuple[Text, ...]:
    t, here = request.language, request.room_id or ""
    return group_lists.group(t, group, request.at, request.zone, here, is_set=is_set)


def set_group(command: SetGroup, request: Request) -> Conversation:
    """Set up, change or delete a group, for administrators and its leads."""
    groups = yield from read_groups(request.installation)
    before = next((each for each in groups if each.name == command.group), None)
    if before is None and not (command.tiers or command.as_filed):
        yield from find_group(command.group, request, "group")
        return
    if before and command == SetGroup(command.group):
        yield from _show(before, request)
        return
    refusal = _refusal(command, before, request)
    if refusal:
        yield LastWord(refusal, request.places)
        return
    if command.as_filed:
        yield from _restore(command, request)
        return
    if before and command.off:
        yield from _delete(before.name, command, request)
        return
    group = yield from _changed(command, before, request)
    if group:
        yield SaveGroup(group)
        for page in _told(group, request, is_set=True):
            yield Say(page, request.places)


def _delete(name: str, command: SetGroup, request: Request) -> Conversation:
    """Delete a group, or ask first whether to."""
    t = request.language
    if command.ask_first:
        card, sentence = group_cards.may_delete(t, name, request.asked_person), grammar.say(command)
        yield from ask(request, group_replies.may_delete(t, name), card, choices=[sentence])
        return
    yield SaveGroup(ExpertGroup(name, ()))
    yield Say(group_replies.group_deleted(t, name), request.places)
    yield from stop_asking(name, request)


def _restore(command: SetGroup, request: Request) -> Conversation:
    """Reset a group to what the file says, and show it."""
    yield RestoreGroup(command.group)
    group = yield from find_group(command.group, request, "group")
    if group:
        yield from _show(group, request)
    else:
        yield from stop_asking(command.group, request)


def _refusal(command: SetGroup, before: ExpertGroup | None, request: Request) -> Text | None:
    """Return why a group can't be set up so, if it can't."""
    t = request.language
    if not (_is_admin(request) or (before and _leads(before, request))):
        return group_replies.only_leads(t)
    if command.leads and not _is_admin(request):
        return group_replies.only_administrators_name_leads(t)
    if request.room_id is None and any(each.here for each in command.tiers):
        return group_replies.not_here_in_private(t)
    if any(each.on_call for each in command.tiers) and not (before and before.rota.has_calendar):
        return group_replies.no_calendar(t, command.group)
    if command.hours and not command.hours.is_all_day and not _zone(command, before, request):
        return group_replies.which_zone(t)
    return None


def _is_admin(request: Request) -> bool:
    return request.installation.admins.admits(request.requester.email)


def _leads(group: ExpertGroup, request: Request) -> bool:
    me = Guest(request.requester.person_id, request.requester.email)
    return any(each.is_same(me) for each in group.leads)


def _zone(command: SetGroup, before: ExpertGroup | None, request: Request) -> str | None:
    """Return the zone of a group's hours: as said, as it is, or the requester's own."""
    own = None if is_assumed(request.at) else request.preferences.zone
    return command.zone or (before.zone if before and before.hours else own)


def _changed(
    command: SetGroup, before: ExpertGroup | None, request: Request
) -> Generator[Step, Any, ExpertGroup | None]:
    """Return the group as it is from now on; None if the requester was told why it can't be."""
    tiers = yield from _tiers(command.tiers, request)
    leads = yield from _people(command.leads, request)
    if tiers is None or leads is None:
        return None
    was = before or ExpertGroup(command.group, (), USUAL_MINUTES)
    hours = was.hours
    if command.hours:
        hours = () if command.hours.is_all_day else (command.hours,)
    return replace(
        was,
        tiers=tiers or was.tiers,
        after=command.after or was.after,
        leads=leads or was.leads,
        hours=hours,
        zone=_zone(command, before, request) or "UTC",
        is_from_file=False,
    )


def _tiers(
    named: Sequence[TierNamed], request: Request
) -> Generator[Step, Any, tuple[Tier, ...] | None]:
    tiers = []
    for each in named:
        people = yield from _people(each.guests, request)
        if people is None:
            return None
        room = (request.room_id or "") if each.here else ""
        tiers.append(Tier(room, people, each.on_call))
    return tuple(tiers)


def _people(
    named: Sequence[Guest], request: Request
) -> Generator[Step, Any, tuple[Guest, ...] | None]:
    """Return people as Webex knows them; None if the requester was told who can't be one."""
    people = []
    for who in named:
        person = yield from find_expert(who, request)
        if person is None:
            yield LastWord(group_replies.not_an_expert(request.language, who), request.places)
            return None
        people.append(person)
    return tuple(people)
