"""Delivers events to programs, and tries again when they don't accept one.

https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.core.conversations.requests.decision import DeliverEvent
from bot.core.replies.event_replies import events_stopped
from bot.core.steps.event_steps import CallEndpoint, EventAnswer, TurnedOff, TurnOffEndpoint
from bot.core.steps.ledger_steps import Schedule
from bot.core.steps.preference_steps import ReadPreferences, StoredPreferences
from bot.core.steps.step import Conversation, ReadClock
from bot.core.steps.webex_steps import DirectChat, ReadPerson, Say

PAUSES = tuple(
    timedelta(seconds=each) for each in (5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400)
)
"""How long to wait after each attempt, by the table of Standard Webhooks: three days in all."""

LONGEST = timedelta(days=1)
"""The longest that a program may ask to wait."""


def deliver_event(due: DeliverEvent) -> Conversation:
    """Send an event once. If it isn't accepted, schedule the next attempt, or give up."""
    attempt = due.attempt
    answer: EventAnswer = yield CallEndpoint(attempt.endpoint, attempt.event)
    if answer.is_done and not answer.is_gone:
        return
    if answer.is_gone or attempt.nth > len(PAUSES):
        yield from _give_up(due)
        return
    now = datetime.fromtimestamp((yield ReadClock()), UTC)
    wait = max(PAUSES[attempt.nth - 1], timedelta(seconds=answer.wait or 0))
    yield Schedule((replace(attempt, nth=attempt.nth + 1, due=now + min(wait, LONGEST)),))


def _give_up(due: DeliverEvent) -> Conversation:
    """Turn the endpoint off, and tell the person whom its program named."""
    off: TurnedOff = yield TurnOffEndpoint(due.attempt.endpoint, due.attempt.event)
    if not off.contact or not due.installation.access.admits(off.contact):
        return
    who = yield ReadPerson(email=off.contact)
    recalled: StoredPreferences = yield ReadPreferences(None, who.person_id)
    language = recalled.for_person(who.person_id).language
    t = due.installation.languages.for_host(language or due.installation.defaults.language)
    yield Say(events_stopped(t, off.program, due.attempt.endpoint), (DirectChat(who.person_id),))
