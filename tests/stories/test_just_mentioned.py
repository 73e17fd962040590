"""`it` may be the meeting that was just named, or of which the bot has just told: it is asked."""

from __future__ import annotations

import pytest

from tests.stories.fake import FakeStage

NOW = "meet alice@x.com for 3h about the blood test"
LATER = "meet bob@example.com today 14:30 about shoes"


@pytest.fixture
def two(core: FakeStage) -> FakeStage:
    """Return a stage on which Erin has a meeting that runs, and one that is planned."""
    core.hears("erin", NOW, space=None)
    core.hears("erin", LATER, space=None)
    core.passes(minutes=15)
    return core


@pytest.mark.parametrize("named", ["extend #2 15 min", "status #2", "add dora@z.net to shoes"])
@pytest.mark.parametrize("said", ["extend 15 min", "rename it to Boots", "tell all: see you"])
def test_the_meeting_that_was_just_named_is_asked_about(two: FakeStage, named: str, said: str):
    two.hears("erin", named, space=None)
    two.hears("erin", said, space=None)
    assert "Which meeting do you mean" in two.told("erin")[-1].text
    assert two.told("erin")[-1].titles == ["#2 shoes", "#1 the blood test"]


def test_it_is_forgotten_after_some_minutes(two: FakeStage):
    two.hears("erin", "extend #2 15 min", space=None)
    two.passes(minutes=6)
    two.hears("erin", "extend 15 min", space=None)
    assert "“the blood test” (#1) now lasts until" in two.told("erin")[-1].text


def test_the_meeting_of_a_reminder_is_asked_about(two: FakeStage):
    two.passes(hours=2, minutes=55)
    two.hears("erin", "extend #1 3h", space=None)
    two.passes(hours=2, minutes=12)
    assert "“shoes” starts soon" in two.told("erin")[-1].text
    two.hears("erin", "ten minutes later please", space=None)
    assert two.told("erin")[-1].titles[0] == "Move “shoes”: 10 minutes later"


def test_more_time_for_one_of_two_that_end_is_asked_about(core: FakeStage):
    core.hears("erin", "meet alice@x.com for 1h about the blood test", space=None)
    core.passes(minutes=1)
    core.hears("erin", "meet bob@example.com for 1h about shoes", space=None)
    core.passes(minutes=51)
    core.hears("erin", "we need more time", space=None)
    assert core.told("erin")[-1].titles == ["#2 shoes", "#1 the blood test"]


def test_the_meeting_of_a_guest_who_wrote_is_asked_about(two: FakeStage):
    two.hears("bob", "tell host: I can't come", space=None)
    assert "about “shoes” (#2)" in two.told("erin")[-1].text
    two.hears("erin", "move it to 16:00", space=None)
    assert two.told("erin")[-1].titles == ["#2 shoes", "#1 the blood test"]


def test_the_only_meeting_is_still_meant(core: FakeStage):
    core.hears("erin", NOW, space=None)
    core.hears("erin", "status #1", space=None)
    core.hears("erin", "extend 15 min", space=None)
    assert "(#1) now lasts until" in core.told("erin")[-1].text


def test_what_one_host_names_is_not_what_another_means(two: FakeStage):
    two.makes_host("carl")
    two.hears("erin", "cohost carl@example.com of #1", space=None)
    two.hears("erin", "cohost carl@example.com of #2", space=None)
    two.passes(minutes=6)
    two.hears("erin", "status #2", space=None)
    two.hears("carl", "extend 15 min", space=None)
    assert "(#1) now lasts until" in two.told("carl")[-1].text


def test_in_a_space_only_its_own_meetings_are_meant(core: FakeStage):
    core.hears("erin", "meet alice@x.com for 3h about the blood test")
    core.hears("erin", LATER, space=None)
    core.passes(minutes=15)
    core.hears("erin", "status #2", space=None)
    core.hears("erin", "extend 15 min")
    assert "(#1) now lasts until" in core.posted_in("Support")[-1].text


def test_cancelling_asks_though_it_was_just_named(two: FakeStage):
    two.hears("erin", "extend #2 15 min", space=None)
    two.hears("erin", "cancel", space=None)
    assert two.told("erin")[-1].titles == ["#2 shoes", "#1 the blood test"]


def test_what_was_named_before_another_was_made_is_not_meant(core: FakeStage):
    core.hears("erin", NOW, space=None)
    core.hears("erin", "status #1", space=None)
    core.passes(minutes=1)
    core.hears("erin", "meet carl@z.net about boots", space=None)
    core.hears("erin", "extend 15 min", space=None)
    assert "“boots” (#2) now lasts until" in core.told("erin")[-1].text
