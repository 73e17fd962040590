"""A program's host can't be messaged: their guests are told all the same."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from bot.core.domain.access import Access
from bot.core.domain.commands import Add, Cancel, Expert, Extend, Meet, Move, Remove, Rename
from bot.core.domain.guests import Guest
from bot.core.domain.meeting_commands import MeetingReference
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.incoming.api_requests import ApiCommand
from bot.core.steps.find_steps import ReadMeeting
from bot.edges.storage.ledger import Ledger
from bot.sandbox.webex.faults import RefuseDirect, ServerError
from tests.mail.conftest import WAYS
from tests.rows import for_each
from tests.stories.fake import FakeStage

HOST = "erin@example.com"
ALICE, ZOE = Guest(email="alice@x.com"), Guest(email="zoe@x.com")
FIRST = MeetingReference(1)

CHANGES = (
    (Extend(30, FIRST), ALICE, "Changed"),
    (Move(by=60, which=FIRST), ALICE, "Changed"),
    (Add((ZOE,), FIRST), ZOE, "Invitation to"),
    (Remove((ALICE,), FIRST), ALICE, "Invitation withdrawn"),
    (Cancel(FIRST), ALICE, "Cancelled"),
)


@pytest.fixture
def core() -> Iterator[FakeStage]:
    with closing(out_of_reach()) as core:
        yield core


def out_of_reach() -> FakeStage:
    """Return a bot that Webex doesn't let message Erin."""
    core = FakeStage()
    core.settings(ways=WAYS, admins=Access.parse("carl@example.com"))
    core.faults = [RefuseDirect(email=HOST, times=None)]
    return core


def asks(core: FakeStage, command: ApiCommand) -> None:
    core.program_asks("portal", command, HOST)


def recorded(core: FakeStage, number: int) -> MeetingRecord:
    record = Ledger(core.database).read_meeting(ReadMeeting(number))
    assert record is not None
    return record


@for_each(["command", "guest", "subject"], CHANGES)
def test_a_guest_hears_of_each_change(command: ApiCommand, guest: Guest, subject: str):
    with closing(out_of_reach()) as core:
        asks(core, Meet((ALICE,)))
        asks(core, command)
        assert core.mailed(guest.email)[-1].subject.startswith(subject)
        assert core.told("erin") == []


def test_a_meeting_gets_its_new_name(core: FakeStage):
    asks(core, Meet((ALICE,)))
    asks(core, Rename("the roof", FIRST))
    assert recorded(core, 1).meeting.subject == "the roof"


def test_experts_are_asked_and_the_guest_gets_in(core: FakeStage):
    core.space("Cardiology", "carl", "bob")
    core.hears("carl", "group cardiology is here", space="Cardiology")
    asks(core, Expert("cardiology", (ALICE,)))
    core.hears("carl", "take #1", space="Cardiology")
    assert core.opens(core.mailed("alice@x.com")[-1].link).role == "guest"
    assert recorded(core, 1).has_reached_host
    assert core.told("erin") == []


def test_whether_the_host_got_their_link_is_on_record(core: FakeStage):
    asks(core, Meet((ALICE,)))
    assert recorded(core, 1).has_reached_host is False
    core.faults = []
    asks(core, Meet((ALICE,)))
    assert recorded(core, 2).has_reached_host is True


def test_what_failed_is_not_taken_for_done(core: FakeStage):
    core.faults = [*core.faults, ServerError(503, path="joseencrypt", times=None)]
    asks(core, Meet((ALICE,)))
    assert core.mailed("alice@x.com") == []
    assert Ledger(core.database).read_meeting(ReadMeeting(1)) is None
