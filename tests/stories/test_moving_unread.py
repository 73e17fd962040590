"""A new time of which a part is not read moves nothing, nor does one that is an end."""

from __future__ import annotations

import pytest

from tests.stories.fake import FakeStage


@pytest.fixture
def demo(core: FakeStage) -> FakeStage:
    """Return a stage on which Erin has a meeting about the demo."""
    core.hears("erin", "meet bob@example.com tomorrow 12:00 about the demo", space=None)
    core.passes(minutes=20)
    return core


@pytest.mark.parametrize(
    "said",
    [
        *("move the demo to xmas eve 10am", "move it to new year's eve 10am"),
        *("verschiebe die demo auf heiligabend 10 uhr", "décale the demo à noël 10h"),
        "mueve the demo a nochebuena a las 10:00",
        *("move the demo so it ends at 5pm", "move the demo to end at 5pm"),
        "verschiebe die demo, damit sie um 17 uhr endet",
        *("décale the demo pour finir à 17h", "mueve the demo para que termine a las 17:00"),
    ],
)
def test_a_day_or_an_end_that_is_not_read_moves_nothing(demo: FakeStage, said: str):
    demo.hears("erin", said, space=None)
    assert not [each for each in demo.told("erin")[-1].offered if each.startswith("move")]
    assert len(demo.told("bob")) == 1
    assert "as a time" in demo.told("erin")[-1].text


def test_an_end_is_offered_as_one(demo: FakeStage):
    demo.hears("erin", "make it end at 5pm", space=None)
    assert demo.told("erin")[-1].offered[0] == "extend #1 until 17:00 UTC+00:00"


def test_a_time_behind_words_that_say_little_is_offered(demo: FakeStage):
    demo.hears("erin", "move the meeting with bob to like 2pm", space=None)
    assert demo.told("erin")[-1].offered == ["move #1 at 14:00 UTC+00:00"]


@pytest.mark.parametrize(
    "said", ["move the demo to 5 and the roof to 5.30", "the end of the demo should be 5pm"]
)
def test_no_meeting_is_offered_that_there_is_not(demo: FakeStage, said: str):
    demo.hears("erin", said, space=None)
    assert not [
        each for each in demo.told("erin")[-1].offered if "roof" in each or "should" in each
    ]
