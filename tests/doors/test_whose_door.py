"""`let in` and `reply` mean the meeting where the guest is, whatever others are open."""

from __future__ import annotations

import pytest

from bot.core.domain.doors import DoorState, Reply
from tests.doors.visitors import knocks, sees
from tests.stories.fake import FakeStage


@pytest.fixture
def link(core: FakeStage) -> str:
    """Return the link of Alice, who waits, while Erin has spoken of other meetings."""
    core.hears("erin", "meet bob@example.com friday 10:00 about skin", space=None)
    core.hears("erin", "meet carl@both.org today 18:00 about schedule", space=None)
    core.hears("erin", "meet alice@x.com about consult admit first", space=None)
    link = core.told("alice@x.com")[-1].link
    knocks(core, link)
    core.hears("erin", "status #1", space=None)
    core.hears("erin", "status #2", space=None)
    return link


@pytest.mark.parametrize(
    "said", ["let alice in please", "admit everyone", "let in", "alice can come in"]
)
def test_who_waits_is_let_in_whatever_meeting_was_spoken_of(core: FakeStage, link: str, said: str):
    core.hears("erin", said, space=None)
    assert sees(core, link).state is DoorState.ADMITTED


def test_who_waits_is_answered_whatever_meeting_was_spoken_of(core: FakeStage, link: str):
    core.hears("erin", "reply alice in 5", space=None)
    assert sees(core, link).reply is Reply.IN_5


@pytest.mark.parametrize("said", ["let the other one in", "let her in", "alice next"])
def test_who_waits_is_offered_if_only_pointed_at(core: FakeStage, link: str, said: str):
    core.hears("erin", said, space=None)
    assert sees(core, link).state is DoorState.WAITING
    actions = core.told("erin")[-1].card["actions"]
    assert [each["data"]["say"] for each in actions] == ["let in alice@x.com of #3"]


def test_nobody_else_is_let_in(core: FakeStage, link: str):
    core.hears("erin", "let carl in", space=None)
    assert sees(core, link).state is DoorState.WAITING


def test_guests_of_one_name_who_wait_for_two_meetings_are_asked_about(core: FakeStage, link: str):
    core.hears("erin", "meet alice@z.net about budget admit first", space=None)
    knocks(core, core.mailed("alice@z.net")[-1].link)
    core.hears("erin", "let alice in", space=None)
    assert "Which meeting do you mean" in core.told("erin")[-1].text
    assert sees(core, link).state is DoorState.WAITING
