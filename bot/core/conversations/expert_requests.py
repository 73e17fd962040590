"""The `expert` command: asks a group, tier by tier, until somebody takes the request."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core import replies
from bot.core.conversations.cancellation import record_deliveries
from bot.core.conversations.decision import RunScheduledTask
from bot.core.conversations.desk_callers import tell_caller_that_nobody_is_free
from bot.core.conversations.expert_lookup import find_available_group
from bot.core.conversations.failed_requests import no_links
from bot.core.conversations.installation import Installation
from bot.core.conversations.meet import meeting_of, send_links, why_refused, with_each_once
from bot.core.conversations.meeting_tasks import tasks_for
from bot.core.conversations.message_delivery import ReceiptPages
from bot.core.conversations.minting import Recipient, guest_recipient, mint_beside
from bot.core.conversations.receipts import send_receipt
from bot.core.conversations.request import Request
from bot.core.domain.commands import Expert, Meet
from bot.core.domain.desks import desk_of
from bot.core.domain.errors import Trouble
from bot.core.domain.experts import ExpertCard, ExpertGroup, ExpertRequest
from bot.core.domain.limits import LimitReached
from bot.core.domain.meetings import Meeting, Preferences
from bot.core.replies import duty_replies, expert_replies
from bot.core.steps.expert_steps import (
    ReadExpertRequest,
    ReadGroups,
    RecordExpertCards,
    SaveExpertRequest,
)
from bot.core.steps.last_word import LastWord
from bot.core.steps.ledger_steps import SaveMeeting, Schedule, ScheduledTask
from bot.core.steps.preference_steps import ReadPreferences, StoredPreferences
from bot.core.steps.step import Conversation, Posted, Together
from bot.core.steps.webex_steps import DeleteMessage, Person, Place, Say, Space


def ask_expert(command: Expert, request: Request) -> Conversation:
    """Ask a group, and give its guests their doors, where they wait."""
    group = yield from find_available_group(command.group, request)
    if group is None:
        return
    meet = yield from with_each_once(Meet(command.guests, command.subject), request)
    refusal = why_refused(meet, request)
    if refusal:
        yield LastWord(refusal, request.places)
        return
    meeting, recipients = meeting_of(meet, request), _recipients(meet, request)
    try:
        links, _ = yield from mint_beside(meeting, request.installation, recipients, ())
    except Trouble as trouble:
        yield no_links(request, trouble, replies.no_meeting(request.language, trouble), command)
        return
    kept = yield SaveMeeting(meeting, request.at, request.installation.limits)
    if isinstance(kept, LimitReached):
        yield LastWord(replies.too_often(request.language, kept), request.places)
        return
    tasks = tasks_for(kept, request)
    yield from ask_group(kept, group, request.at, request.installation, tasks)
    yield Say(expert_replies.asked(request.language, kept, group.name), request.places)
    receipt = _receipt(request, kept)
    sent = yield from send_links(request, kept, recipients, links, receipt)
    if (yield from record_deliveries(request, kept, sent.deliveries)):
        yield from send_receipt(request, kept, sent, receipt)


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
    yield SaveExpertRequest(made)
    yield Schedule((*tasks, _task(made, 1)))
    yield from _ask_tier(meeting, made, group, 0, installation)


def _receipt(request: Request, meeting: Meeting) -> ReceiptPages:
    t, times, direct = request.language, request.times(meeting), request.in_private
    return lambda told: replies.receipt(t, meeting, told, [], times, direct=direct)


def ask_next(due: RunScheduledTask) -> Conversation:
    """Ask the next tier, or tell who asked that nobody has taken it."""
    meeting = due.record.meeting
    made: ExpertRequest | None = yield ReadExpertRequest(meeting.number)
    if made is None or made.claimed_by:
        return
    groups: tuple[ExpertGroup, ...] = yield ReadGroups()
    group = next((each for each in groups if each.name == made.group), None)
    step = made.step_at(due.task.due)
    present = group.as_of(due.now) if group and group.is_open(due.now) else None
    if present and present.tier_of(step):
        yield Schedule((_task(made, step + 1),))
        yield from _ask_tier(meeting, made, present, step, due.installation)
        return
    if desk_of(meeting):
        yield from tell_caller_that_nobody_is_free(due)
        return
    t = due.installation.languages.for_host(due.recalled.for_person(meeting.host_id).language)
    if group and not (present and present.tiers):
        zone = ZoneInfo(due.recalled.for_person(meeting.host_id).zone or group.zone)
        gone = duty_replies.closed_meanwhile(t, group, meeting.number, due.now, zone)
        yield Say(gone, (Person(meeting.host_id),))
        return
    said = expert_replies.nobody_yet if group else expert_replies.group_not_reached
    yield Say(said(t, meeting, made.group), (Person(meeting.host_id),))


def _task(made: ExpertRequest, step: int) -> ScheduledTask:
    return ScheduledTask("expert", made.number, made.due_at(step))


def _recipients(meet: Meet, request: Request) -> list[Recipient]:
    """Return who gets a guest's link: without guests, the requester."""
    guests = [request.with_language(each) for each in meet.guests]
    me = request.with_language(request.requester.as_guest)
    return [guest_recipient(each, request.installation) for each in guests or [me]]


def _ask_tier(
    meeting: Meeting,
    made: ExpertRequest,
    group: ExpertGroup,
    step: int,
    installation: Installation,
) -> Conversation:
    """Post the cards of a tier; take them back if somebody has claimed the request meanwhile."""
    tier = group.tier_of(step)
    if tier is None:
        return
    places: list[Place] = [Space(tier.room_id)] * bool(tier.room_id)
    places += [Person(each.person_id or None, each.email or None) for each in tier.people]
    shown = replace(meeting, subject=None) if installation.discreet else meeting
    known = yield Together(tuple(map(_preferences_of, places)))
    posts = [
        _card(shown, made, place, installation, each.preferences)
        for place, each in zip(places, known, strict=True)
    ]
    outcomes = yield Together(tuple(posts))
    posted = [each for each in outcomes if isinstance(each, Posted)]
    cards = tuple(ExpertCard(each.message_id, each.room_id or "") for each in posted)
    is_free: bool = yield RecordExpertCards(made.number, cards)
    if not is_free:
        yield Together(tuple(DeleteMessage(each.message_id) for each in cards))
    if not posted and len(group.tiers) == 1 and step == 0:
        recalled: StoredPreferences = yield ReadPreferences(None, meeting.host_id)
        t = installation.languages.for_host(recalled.preferences.language)
        said = expert_replies.group_not_reached(t, meeting, made.group)
        yield Say(said, (Person(meeting.host_id),))


def _preferences_of(place: Place) -> ReadPreferences:
    if isinstance(place, Space):
        return ReadPreferences(place.room_id, None)
    return ReadPreferences(None, place.person_id)


def _card(
    meeting: Meeting,
    made: ExpertRequest,
    place: Place,
    installation: Installation,
    preferences: Preferences,
) -> Say:
    usual = preferences.with_fallback(installation.defaults)
    t, zone = installation.languages.for_host(usual.language), ZoneInfo(usual.zone or "UTC")
    direct = isinstance(place, Person)
    card = expert_replies.wanted_card(t, meeting, made.group, zone, direct=direct)
    return Say(expert_replies.wanted(t, made.group), (place,), card)
