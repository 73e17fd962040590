"""`cancel everything` cancels nothing before it is asked which meetings are meant."""

from __future__ import annotations

import pytest

from tests.stories.fake import FakeStage


@pytest.fixture
def two(core: FakeStage) -> FakeStage:
    """Return a stage on which Erin has two meetings, one of them made just now."""
    core.hears("erin", "meet alice@x.com tomorrow 15:00 about the roof", space=None)
    core.passes(minutes=20)
    core.hears("erin", "meet carl@z.net friday 15:00 about the cellar", space=None)
    return core


@pytest.mark.parametrize(
    "said",
    [
        *("cancel everything", "cancel all", "cancel them all please", "cancel all my meetings"),
        *("call it all off", "call everything off", "call off everything"),
        *("sag alles ab", "alles absagen", "storniere alle Termine", "bitte sag alles ab"),
        *("annule tout", "tout annuler", "annulez tous les rendez-vous", "on doit annuler tout"),
        *("cancela todo", "anula todo", "cancelar todas las citas", "cancélalas todas"),
    ],
)
def test_it_is_asked_which_meeting_to_cancel(two: FakeStage, said: str):
    two.hears("erin", said, space=None)
    asked = two.told("erin")[-1]
    titles = asked.titles
    assert "Which meeting do you mean" in asked.text
    assert [len(two.told(each)) for each in ("alice@x.com", "carl@z.net")] == [1, 1]
    assert sorted(titles) == ["#1 the roof", "#2 the cellar"]


def test_the_only_meeting_is_asked_about(core: FakeStage):
    core.hears("erin", "meet alice@x.com tomorrow 15:00 about the roof", space=None)
    core.hears("erin", "cancela todo", space=None)
    assert "Cancel “the roof” (#1)?" in core.told("erin")[-1].text
    core.hears("erin", "yes", space=None)
    assert "is cancelled" in core.told("erin")[-1].text


def test_what_is_left_is_asked_about_after_one_was_cancelled(two: FakeStage):
    two.hears("erin", "cancel the cellar", space=None)
    two.hears("erin", "annule tout", space=None)
    assert "Cancel “the roof” (#1)?" in two.told("erin")[-1].text


def test_it_is_said_that_there_are_more_than_buttons(core: FakeStage):
    for hour in range(12, 19):
        core.hears("erin", f"meet alice@x.com tomorrow {hour}:00 about room {hour}x", space=None)
    core.hears("erin", "cancel everything", space=None)
    assert "older ones fit too" in core.told("erin")[-1].text


@pytest.mark.parametrize("said", ["don't cancel everything", "cancel all except the roof"])
def test_what_is_to_stay_is_not_asked_about(two: FakeStage, said: str):
    two.hears("erin", said, space=None)
    assert "Which meeting" not in two.told("erin")[-1].text
    assert "is cancelled" not in two.told("erin")[-1].text


@pytest.mark.parametrize(
    "said", ["cancel the meeting with paul", "cancel the appointment with paul"]
)
def test_every_meeting_of_the_guest_named_is_offered(core: FakeStage, said: str):
    core.hears("erin", "meet paul@z.net tomorrow 15:00 about the roof", space=None)
    core.passes(minutes=20)
    core.hears("erin", "meet paul@z.net friday 15:00 about the cellar", space=None)
    core.hears("erin", said, space=None)
    titles = core.told("erin")[-1].titles
    assert titles == [
        "Cancel “the cellar” and tell the guests",
        "Cancel “the roof” and tell the guests",
    ]


def test_cancelling_is_not_answered_with_a_new_meeting(core: FakeStage):
    core.hears("erin", "meet paul@z.net tomorrow 15:00 about the roof", space=None)
    core.hears("erin", "cancel the roof", space=None)
    core.hears("erin", "cancel the appointment with paul", space=None)
    assert "Meet paul@z.net now" not in core.told("erin")[-1].text


def test_all_that_may_be_meant_are_asked_about_after_one_was_mentioned(core: FakeStage):
    for subject, hour in (("the roof", 13), ("the cellar", 15), ("the attic", 17)):
        core.hears("erin", f"meet alice@x.com tomorrow {hour}:00 about {subject}", space=None)
        core.passes(minutes=20)
    core.hears("erin", "status of the cellar", space=None)
    core.hears("erin", "cancel", space=None)
    asked = core.told("erin")[-1].text
    assert all(f"“{each}”" in asked for each in ("the roof", "the cellar", "the attic"))
