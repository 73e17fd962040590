"""Finds the group of experts that a command means, or says which names are close to it."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import Any

from bot.core.conversations.expert_calls.expert_tiers import read_groups
from bot.core.conversations.requests.ask import ask
from bot.core.conversations.requests.request import Request
from bot.core.domain.commands import Expert, Guest, Unclear, WhoIsOn
from bot.core.domain.errors import NotFound
from bot.core.domain.experts import ExpertGroup
from bot.core.domain.hints import Hint
from bot.core.parsing import grammar
from bot.core.replies import duty_replies, group_replies, suggestions
from bot.core.steps.last_word import LastWord
from bot.core.steps.step import Conversation, Step
from bot.core.steps.webex_steps import ReadPerson
from bot.core.suggesting.readings import Suggested


def find_group(
    name: str, request: Request, lead: str = "expert"
) -> Generator[Step, Any, ExpertGroup | None]:
    """Return a group; None if there is none, and the requester was told which there are.

    Args:
        name: of the group.
        request: who asks.
        lead: the words of the command before the name, for what may have been meant.
    """
    groups = yield from read_groups(request.installation)
    found = next((each for each in groups if each.name == name), None)
    if found is None:
        near = get_close_matches(name, [each.name for each in groups], n=3)
        yield from _ask_which_group(name, near, request, lead)
    return found


def _ask_which_group(name: str, near: Sequence[str], request: Request, lead: str) -> Conversation:
    """Say that there is no such group; ask about those with similar names, if any."""
    t, command = request.language, request.command
    said = group_replies.no_group(t, name, near, lead)
    if not near or request.program or not isinstance(command, Expert | WhoIsOn):
        yield LastWord(said, request.places)
        return
    choices = tuple(replace(command, group=each) for each in near)
    meant = Suggested(choices, Unclear("", Hint.UNKNOWN))
    card = suggestions.buttons(t, meant, request.zone, whose=request.asked_person)
    yield from ask(request, said, card, choices=[grammar.say(each) for each in choices])


def find_available_group(name: str, request: Request) -> Generator[Step, Any, ExpertGroup | None]:
    """Return a group with those on duty; None if the requester was told why nobody is."""
    group = yield from find_group(name, request)
    if group is None:
        return None
    t, at, zone = request.language, request.at, request.zone
    if not group.is_open(at):
        groups = yield from read_groups(request.installation)
        others = [each.name for each in groups if each.is_open(at) and each.as_of(at).tiers]
        yield LastWord(duty_replies.closed(t, group, others, at, zone), request.places)
        return None
    present = group.as_of(at)
    if not present.tiers:
        yield LastWord(duty_replies.nobody_on_duty(t, group, at, zone), request.places)
        return None
    return present


def find_expert(who: Guest, request: Request) -> Generator[Step, Any, Guest | None]:
    """Return somebody as Webex knows them; None if they aren't allowed to be a host."""
    if who.phone:
        return None
    try:
        found: Guest = yield ReadPerson(who.person_id, who.email)
    except NotFound:
        return None
    return found if request.installation.access.admits(found.email) else None
