"""The `on duty`, `off duty` and `swap` commands: whether your groups ask you."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.core.conversations.experts.expert_lookup import find_expert
from bot.core.conversations.requests.request import Request
from bot.core.domain.commands import Guest, OffDuty, OnDuty, Swap
from bot.core.domain.duty import Duty, Rota
from bot.core.domain.experts import ExpertGroup
from bot.core.domain.unknown_zone import is_assumed
from bot.core.replies import duty_replies, group_replies
from bot.core.steps.expert_steps import ReadGroups, SaveDuty
from bot.core.steps.last_word import LastWord
from bot.core.steps.preference_steps import ReadPreferences, StoredPreferences
from bot.core.steps.step import Conversation, Step
from bot.core.steps.webex_steps import DirectChat, ReadPerson, Say
from bot.core.wording.languages import Language


def on_duty(command: OnDuty, request: Request) -> Conversation:
    """Put the requester on duty."""
    own = yield from _own(command, request)
    if own:
        yield from _set_duty(Duty(own.me, True, command.until), own, request)


def off_duty(command: OffDuty, request: Request) -> Conversation:
    """Take the requester off duty, and end any swap in which they stand in."""
    own = yield from _own(command, request)
    if own is None:
        return
    t, over = request.language, own.stands_in
    duty = Duty(own.me, False, command.until)
    if own.named:
        yield from _set_duty(duty, own, request, over)
    else:
        yield Say(duty_replies.swaps_over(t, over), request.places)
    for each in over:
        yield SaveDuty(replace(each, until=request.at))
        theirs = yield from _language_of(each.who, request)
        yield Say(duty_replies.asked_again(theirs, own.me), (DirectChat(each.who.person_id),))


def swap(command: Swap, request: Request) -> Conversation:
    """Swap duty with a colleague, who is asked in the requester's place."""
    t = request.language
    stand_in = yield from find_expert(command.to, request)
    if stand_in is None:
        yield LastWord(group_replies.not_an_expert(t, command.to), request.places)
        return
    if stand_in.person_id == request.requester.person_id:
        yield LastWord(duty_replies.not_with_yourself(t), request.places)
        return
    own = yield from _own(command, request)
    if own is None:
        return
    if own.rota.is_off(stand_in, request.at):
        yield LastWord(duty_replies.is_off_duty(t, stand_in), request.places)
        return
    duty = Duty(own.me, False, command.until, stand_in)
    yield from _set_duty(duty, own, request)
    theirs = yield from _language_of(stand_in, request)
    said = duty_replies.stands_in(theirs, duty, own.asked_in, request.zone)
    yield Say(said, (DirectChat(stand_in.person_id),))


@dataclass(frozen=True)
class _Own:
    """Somebody's place in the groups.

    Args:
        me: who.
        groups: those that may ask them.
        at: now, aware.
    """

    me: Guest
    groups: tuple[ExpertGroup, ...]
    at: datetime

    @property
    def rota(self) -> Rota:
        return self.groups[0].rota

    @property
    def asked_in(self) -> list[str]:
        """The names of the groups."""
        return [each.name for each in self.groups]

    @property
    def named(self) -> list[str]:
        """The names of the groups that name them, and not only whom they stand in for."""
        named = [each for each in self.groups if any(self.me.is_same(who) for who in each.named)]
        return [each.name for each in named]

    @property
    def stands_in(self) -> list[Duty]:
        """What others said whom they stand in for."""
        said = [each for each in self.rota.duties if each.lasts(self.at) and each.stand_in]
        return [each for each in said if each.stand_in and each.stand_in.is_same(self.me)]

    @property
    def stand_in(self) -> Guest | None:
        """Who stands in for them."""
        said = self.rota.duty_of(self.me, self.at)
        return said.stand_in if said else None


def _own(command: OnDuty | OffDuty | Swap, request: Request) -> Generator[Step, Any, _Own | None]:
    """Return the requester's place in the groups; None if they were told that there is none."""
    if is_assumed(command.until):
        yield LastWord(group_replies.which_zone(request.language), request.places)
        return None
    groups: tuple[ExpertGroup, ...] = yield ReadGroups()
    me: Guest = yield ReadPerson(request.requester.person_id)
    mine = tuple(each for each in groups if each.asks(me, request.at))
    if not mine:
        yield LastWord(duty_replies.in_no_group(request.language), request.places)
        return None
    return _Own(me, mine, request.at)


def _set_duty(duty: Duty, own: _Own, request: Request, over: Sequence[Duty] = ()) -> Conversation:
    """Record the requester's duty, and tell them and their former stand-in."""
    t, before = request.language, own.stand_in
    yield SaveDuty(duty)
    groups = own.asked_in if duty.is_on or duty.stand_in else own.named
    yield Say(duty_replies.duty_set(t, duty, groups, request.zone, over), request.places)
    if before and not (duty.stand_in and duty.stand_in.is_same(before)):
        theirs = yield from _language_of(before, request)
        yield Say(duty_replies.stands_in_no_more(theirs, own.me), (DirectChat(before.person_id),))


def _language_of(who: Guest, request: Request) -> Generator[Step, Any, Language]:
    recalled: StoredPreferences = yield ReadPreferences(None, who.person_id)
    return request.installation.languages.for_host(recalled.preferences.language)
