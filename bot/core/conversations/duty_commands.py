"""The `on duty`, `off duty` and `swap` commands: whether your groups ask you."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from datetime import datetime
from typing import Any

from bot.core.conversations.expert_lookup import find_expert
from bot.core.conversations.request import Request
from bot.core.domain.commands import Guest, OffDuty, OnDuty, Swap
from bot.core.domain.duty import Duty
from bot.core.domain.experts import ExpertGroup
from bot.core.domain.unknown_zone import is_assumed
from bot.core.replies import duty_replies, expert_replies
from bot.core.steps.expert_steps import ReadGroups, SaveDuty
from bot.core.steps.last_word import LastWord
from bot.core.steps.preference_steps import ReadPreferences, StoredPreferences
from bot.core.steps.step import Conversation, Step
from bot.core.steps.webex_steps import Person, ReadPerson, Say
from bot.core.wording.languages import Language


def on_duty(command: OnDuty, request: Request) -> Conversation:
    """Have the requester asked again."""
    yield from _set_duty(command, request)


def off_duty(command: OffDuty, request: Request) -> Conversation:
    """Have the requester not asked; those they stand in for are asked themselves again."""
    yield from _set_duty(command, request)


def swap(command: Swap, request: Request) -> Conversation:
    """Have a colleague asked in the requester's place."""
    t = request.language
    stand_in = yield from find_expert(command.to, request)
    if stand_in is None:
        yield LastWord(expert_replies.not_an_expert(t, command.to), request.places)
    elif stand_in.person_id == request.requester.person_id:
        yield LastWord(duty_replies.not_with_yourself(t), request.places)
    else:
        yield from _set_duty(command, request, stand_in)


def _set_duty(
    command: OnDuty | OffDuty | Swap, request: Request, stand_in: Guest | None = None
) -> Conversation:
    t = request.language
    if is_assumed(command.until):
        yield LastWord(expert_replies.which_zone(t), request.places)
        return
    groups: tuple[ExpertGroup, ...] = yield ReadGroups()
    me: Guest = yield ReadPerson(request.requester.person_id)
    mine = [each.name for each in groups if any(me.is_same(who) for who in each.people)]
    if not mine:
        yield LastWord(duty_replies.in_no_group(t), request.places)
        return
    duty = Duty(me, isinstance(command, OnDuty), command.until, stand_in)
    yield SaveDuty(duty)
    yield Say(duty_replies.duty_set(t, duty, mine, request.zone), request.places)
    if stand_in:
        t = yield from _language_of(stand_in, request)
        said = duty_replies.stands_in(t, duty, mine, request.zone)
        yield Say(said, (Person(stand_in.person_id),))
    if isinstance(command, OffDuty):
        yield from _give_back(me, groups, request)


def _give_back(me: Guest, groups: Sequence[ExpertGroup], request: Request) -> Conversation:
    """Tell those whom the requester stood in for that they are asked themselves again."""
    for who in _stood_in_for(me, groups, request.at):
        t = yield from _language_of(who, request)
        yield Say(duty_replies.asked_again(t, me), (Person(who.person_id),))


def _stood_in_for(me: Guest, groups: Sequence[ExpertGroup], at: datetime) -> list[Guest]:
    duties = groups[0].rota.duties if groups else ()
    return [
        each.who
        for each in duties
        if each.stand_in and each.lasts(at) and each.stand_in.is_same(me)
    ]


def _language_of(who: Guest, request: Request) -> Generator[Step, Any, Language]:
    recalled: StoredPreferences = yield ReadPreferences(None, who.person_id)
    return request.installation.languages.for_host(recalled.preferences.language)
