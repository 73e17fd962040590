"""Asks the people of a group, tier by tier, to take a request."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.core.conversations.expert_calls.desk_callers import tell_caller_that_nobody_is_free
from bot.core.conversations.expert_calls.expert_asking import Asking, ask_tier
from bot.core.conversations.requests.event_publishing import publish
from bot.core.conversations.requests.installation import Installation
from bot.core.domain.desks import desk_of
from bot.core.domain.experts import ExpertGroup, Tier
from bot.core.domain.group_requests import ExpertRequest
from bot.core.domain.guests import Guest
from bot.core.domain.meetings import Meeting
from bot.core.domain.program_events import EventType, ProgramEvent
from bot.core.replies import asker_replies, duty_replies, expert_cards
from bot.core.steps.expert_steps import (
    AdvanceExpertRequest,
    ReadExpertRequest,
    ReadGroups,
    SaveExpertRequest,
)
from bot.core.steps.ledger_steps import Schedule, ScheduledTask
from bot.core.steps.preference_steps import ReadPreferences, StoredPreferences
from bot.core.steps.step import Conversation, Step
from bot.core.steps.webex_steps import DirectChat, Say
from bot.core.wording.languages import Language
from bot.core.wording.times import moment

ASK = "expert"
"""The kind of the task that asks the next tier."""


def read_groups(installation: Installation) -> Generator[Step, Any, tuple[ExpertGroup, ...]]:
    """Return all groups, without the people who aren't allowed to use the bot."""
    groups: tuple[ExpertGroup, ...] = yield ReadGroups()
    return tuple(each.serving(installation.access) for each in groups)


def group_called(name: str, installation: Installation) -> Generator[Step, Any, ExpertGroup | None]:
    """Return the group of a name, or None."""
    groups = yield from read_groups(installation)
    return next((each for each in groups if each.name == name), None)


def next_task(made: ExpertRequest, due: datetime) -> ScheduledTask:
    """Return the task that asks the next tier."""
    return ScheduledTask(ASK, made.number, due)


def ask_group(
    meeting: Meeting,
    group: ExpertGroup,
    at: datetime,
    installation: Installation,
    tasks: Sequence[ScheduledTask],
) -> Conversation:
    """Ask the first tier of a group to take a meeting, and schedule the next.

    Args:
        meeting: the meeting.
        group: the group.
        at: when it was asked for.
        installation: the settings it is judged by.
        tasks: what else is to be done about the meeting later.
    """
    made = ExpertRequest(meeting.number, group.name, at, group.after)
    due = made.next_due(at)
    made = replace(made, due=due)
    yield SaveExpertRequest(made)
    yield Schedule((*tasks, next_task(made, due)))
    yield from _ask_somebody(Asking(meeting, made, group, installation, at), "unreached")


def advance(asking: Asking, by: str, *, chosen: bool = False) -> Generator[Step, Any, bool]:
    """Ask the next tier; once everybody was asked in each round, let the requester choose.

    Args:
        asking: the request.
        by: identifies the conversation: of several, one goes on.
        chosen: whether to go on in any case.

    Returns:
        whether it was this conversation that went on.
    """
    made, group = asking.made, asking.present
    step = _step_after(made.step, group, chosen=chosen, left_by=asking.gave_back)
    due = made.next_due(asking.at) if group and group.tier_of(step) else None
    if not (yield AdvanceExpertRequest(made.number, made.step, step, due, by)):
        return False
    if due is None and desk_of(asking.meeting):
        yield from tell_caller_that_nobody_is_free(asking.meeting, asking.installation, by)
        return True
    if due is None:
        yield from _have_chosen(asking)
        return True
    yield Schedule((next_task(made, due),))
    escalated = ProgramEvent(EventType.EXPERT_ESCALATED, asking.at, by, made.number)
    yield from publish(asking.meeting, [escalated])
    yield from _ask_somebody(replace(asking, made=replace(made, step=step, due=due)), by)
    return True


def _step_after(
    step: int, group: ExpertGroup | None, *, chosen: bool, left_by: Guest | None
) -> int:
    """Return the next step, skipping those that would only ask the expert who gave it back."""
    if group is None:
        return step + 1
    steps = range(step + 1, step + 1 + len(group.tiers) + chosen)
    asking = [each for each in steps if group.tier_of(each) or not chosen]
    others = [each for each in asking if not _asks_only(left_by, group.tier_of(each))]
    return (others or asking)[0]


def _asks_only(who: Guest | None, tier: Tier | None) -> bool:
    if who is None or tier is None or tier.room_id:
        return False
    return all(each.is_same(who) for each in tier.people)


def wait_again(made: ExpertRequest, at: datetime, by: str) -> Conversation:
    """Go on waiting after a claim failed: the next tier may have been due meanwhile."""
    if made.due:
        due = made.next_due(at)
        if (yield AdvanceExpertRequest(made.number, made.step, made.step, due, by)):
            yield Schedule((next_task(made, due),))


def _ask_somebody(asking: Asking, by: str) -> Conversation:
    """Ask a tier; if nobody in it can be reached, ask the next one of its round at once."""
    if (yield from ask_tier(asking)):
        return
    made, tiers = asking.made, asking.present.tiers if asking.present else ()
    if (made.step + 1) % max(len(tiers), 1):
        yield from advance(asking, f"{by} {made.step}")
    elif made.step < len(tiers) and not desk_of(asking.meeting):
        kept: ExpertRequest | None = yield ReadExpertRequest(made.number)
        if kept and not kept.cards and kept.is_free:
            asker = asking.meeting.host_id
            t = yield from language_of(asker, asking.installation)
            said = asker_replies.group_not_reached(t, asking.meeting, made.group)
            yield Say(said, (DirectChat(asker),))


def _have_chosen(asking: Asking) -> Conversation:
    """Tell the requester that nobody has taken it, and let them choose what happens."""
    meeting, group, at = asking.meeting, asking.group, asking.at
    recalled: StoredPreferences = yield ReadPreferences(None, meeting.host_id)
    t = asking.installation.languages.for_host(recalled.preferences.language)
    zone = ZoneInfo(recalled.preferences.zone or group.zone)
    later = group.waits_until(at)
    closed = asking.present is None
    said = asker_replies.nobody_yet(t, meeting, group.name)
    if closed:
        said = duty_replies.closed_meanwhile(t, group, meeting.number, at, zone)
    then = moment(t, later, zone) if later else ""
    card = expert_cards.choices(t, meeting, group.name, then, closed=closed)
    yield Say(said, (DirectChat(meeting.host_id),), card)


def language_of(person_id: str, installation: Installation) -> Generator[Step, Any, Language]:
    """Return the language of somebody who is told in private."""
    recalled: StoredPreferences = yield ReadPreferences(None, person_id)
    return installation.languages.for_host(recalled.preferences.language)
