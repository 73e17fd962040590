"""Processes die while somebody presses, or while hosts are told: nothing is lost or doubled."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.domain.doors import Enter
from bot.core.domain.meetings import Meeting
from bot.core.steps.door_steps import DoorRequest, OpenDoors
from bot.core.steps.ledger_steps import SaveMeeting
from bot.core.wording.texts import LINK, filled_in
from bot.edges.storage.meeting_secrets import random_seed
from tests.doors.conftest import DOORS_AT
from tests.doors.visitors import goes_in, knocks, sees_as_host, token_of
from tests.stories.fake import FakeStage


class Died(BaseException):
    """The process that serves the page dies."""


def test_a_press_without_an_answer_is_one_arrival_when_it_is_repeated(core: FakeStage):
    core.hears("erin", "meet alice@x.com", space=None)
    link, page = core.told("alice@x.com")[-1].link, core.told("erin")[0].links[1]
    core.doors.press(token_of(link))  # recorded, but the answer never arrives
    into = goes_in(core, link)
    assert [each.name for each in sees_as_host(core, page).visitors] == ["alice@x.com"]
    assert sum("is here for" in each.text for each in core.told("erin")) == 1
    assert core.opens(into).meeting == core.opens(core.told("erin")[0].links[0]).meeting


def test_who_dies_after_minting_has_recorded_nothing(
    core: FakeStage, monkeypatch: pytest.MonkeyPatch
):
    core.hears("erin", "meet alice@x.com", space=None)
    link, page = core.told("alice@x.com")[-1].link, core.told("erin")[0].links[1]

    def die() -> None:
        raise Died

    with monkeypatch.context() as patch:
        patch.setattr(core.inbox, "row_of", lambda *_: die())
        with pytest.raises(Died):
            core.doors.press(token_of(link))
    assert sees_as_host(core, page).visitors == ()
    assert isinstance(knocks(core, link), Enter)
    assert sum("is here for" in each.text for each in core.told("erin")) == 1


@pytest.mark.parametrize("wait", ["", " admit first"])
@pytest.mark.parametrize("at", range(8))
def test_hosts_are_told_once_wherever_the_engine_dies(core: FakeStage, at: int, wait: str):
    core.hears("erin", f"meet alice@x.com{wait}", space=None)
    link = core.told("alice@x.com")[-1].link
    core.engine.crashes = lambda position: position == at
    knocks(core, link)
    told = [
        each for each in core.told("erin") if "is here for" in each.text or "Waiting" in each.text
    ]
    assert len(told) == 1


@pytest.mark.parametrize("at", range(10))
def test_a_meeting_is_made_once_and_its_doors_stay_the_same(core: FakeStage, at: int):
    core.engine.crashes = lambda position: position == at
    core.hears("erin", "meet alice@x.com with 2 guests", space=None)
    [note] = core.told("alice@x.com")
    core.engine.crashes = lambda _: False
    into = core.opens(goes_in(core, note.link))
    assert into.role == "guest"
    core.hears("erin", "meetings", space=None)
    assert "#2" not in core.told("erin")[-1].text


@pytest.mark.parametrize("admit_first", [False, True])
def test_a_guest_who_presses_before_the_host_s_delivery_is_recorded_is_told_of(
    core: FakeStage, admit_first: bool
):
    erin, now = core.person("erin"), core.clock()
    made = Meeting(
        random_seed(), erin.id, erin.email, now, now + timedelta(hours=1), admit_first=admit_first
    )
    kept = core.performer.perform(SaveMeeting(made))
    asked = (DoorRequest("alice@x.com", "Alice"),)
    [link] = core.performer.perform(OpenDoors(kept.number, DOORS_AT, asked, "meet"))
    core.makes_host("erin")
    knocks(core, filled_in(LINK, link))
    assert "Alice" in core.told("erin")[-1].text
