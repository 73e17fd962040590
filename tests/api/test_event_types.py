"""Each type of event, as it happens to a meeting of a program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.conversations.requests.decision import DeliverEvent
from bot.core.conversations.scheduled.event_delivery import LONGEST, PAUSES, deliver_event
from bot.core.domain.access import Access
from bot.core.domain.commands import Expert, Guest, Meet
from bot.core.domain.doors import Rsvp
from bot.core.domain.program_events import MEANINGS, EventType
from bot.core.incoming.event_attempts import EventAttempt
from bot.core.steps.event_steps import CallEndpoint, EventAnswer, TurnedOff, TurnOffEndpoint
from bot.core.steps.ledger_steps import Schedule
from bot.edges.storage.api_key_store import ApiKeyStore
from tests.doors.visitors import goes_in, token_of
from tests.stories.fake import FakeStage

ALICE = Guest(email="alice@x.com")


@pytest.fixture
def core() -> Iterator[FakeStage]:
    """A bot with doors, and a program whose endpoint is turned off: it only collects events."""
    stage = FakeStage()
    stage.settings(doors_at="https://door.example", admins=Access.parse("erin@example.com"))
    ApiKeyStore(stage.database, clock=stage.clock).new("portal", ["meetings"], None)
    endpoint, _ = stage.events.endpoints.add("endpoint", "portal", "https://example.com/events")
    stage.events.endpoints.change(replace(endpoint, stopped=stage.clock()))
    yield stage
    stage.close()


def asks(core: FakeStage, command: Meet | Expert, program: str = "portal") -> None:
    """Have a program ask for something on Erin's behalf."""
    core.program_asks(program, command, "erin@example.com")


def told(core: FakeStage) -> list[str]:
    """Return the types of events so far, oldest first."""
    [endpoint] = core.events.endpoints.all()
    return [each.type for each in reversed(core.events.deliveries(endpoint, 100))]


def test_a_meeting_takes_place_and_ends(core: FakeStage):
    asks(core, Meet((ALICE, Guest(email="bob@y.org")), minutes=60))
    goes_in(core, core.told("alice@x.com")[-1].link)
    core.passes(minutes=61)
    assert told(core).count("guest.here") == 1
    assert told(core).count("guest.no_show") == 1
    assert told(core)[-1] == "meeting.ended"


def test_a_guest_declines(core: FakeStage):
    asks(core, Meet((ALICE,), opens=core.clock() + timedelta(days=1)))
    link = core.told("alice@x.com")[-1].link
    for answer in (Rsvp.LATE, Rsvp.CANNOT):
        core.doors.rsvp(token_of(link), answer)
        core.settle_doors()
    assert told(core).count("guest.declined") == 1


def test_a_request_to_experts_is_escalated_and_claimed(core: FakeStage):
    core.space("Cardiology", "erin", "carl", "bob")
    core.hears("erin", "group cardiology is here then @Bob after 2m", space="Cardiology")
    asks(core, Expert("cardiology", (ALICE,)))
    core.passes(minutes=3)
    core.hears("carl", "take #1", space="Cardiology")
    assert [each for each in told(core) if each.startswith("expert")] == [
        "expert.escalated",
        "expert.claimed",
    ]


def test_a_person_s_own_meeting_is_told_to_nobody(core: FakeStage):
    core.hears("erin", "meet alice@x.com")
    asks(core, Meet((ALICE,)), program="another")
    core.passes(minutes=61)
    assert told(core) == []


def test_a_crash_at_any_step_loses_and_doubles_no_event(core: FakeStage):
    crashed: set[int] = set()
    core.engine.crashes = lambda at: at not in crashed and not crashed.add(at)
    asks(core, Meet((ALICE,)))
    assert crashed
    assert sorted(told(core)) == ["guest.invited", "meeting.created"]


def test_each_type_is_described():
    assert set(MEANINGS) == set(EventType)


def test_attempts_follow_the_standard_s_table(core: FakeStage):
    hours = [round(each.total_seconds() / 3600, 3) for each in PAUSES]
    assert hours == [0.001, 0.083, 0.5, 2, 5, 10, 14, 20, 24]
    now = core.clock()
    for nth, pause in enumerate(PAUSES, start=1):
        assert next_after(core, nth, EventAnswer(is_done=False, status=500)) == now + pause
    asked = EventAnswer(is_done=False, status=503, wait=3600.0)
    assert next_after(core, 1, asked) == now + timedelta(hours=1)
    assert next_after(core, 1, replace(asked, wait=1e9)) == now + LONGEST
    assert next_after(core, len(PAUSES) + 1, asked) is None
    assert next_after(core, 1, EventAnswer(is_done=False, status=410)) is None


def next_after(core: FakeStage, nth: int, answer: EventAnswer):
    """Return when the next attempt is due; None if there is none, and the endpoint is off."""
    attempt = EventAttempt("endpoint", "event", nth, core.clock())
    talk = deliver_event(DeliverEvent(attempt, core.installation))
    assert talk.send(None) == CallEndpoint("endpoint", "event")
    step = talk.send(answer)
    if isinstance(step, TurnOffEndpoint):
        with pytest.raises(StopIteration):
            talk.send(TurnedOff("portal"))
        return None
    step = talk.send(core.clock().timestamp())
    assert isinstance(step, Schedule)
    assert step.tasks[0].nth == nth + 1
    return step.tasks[0].due
