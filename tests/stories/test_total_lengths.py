"""`extend to 90 min` is how long a meeting lasts in all, and `make it shorter` never extends it."""

from __future__ import annotations

import pytest

from tests.stories.fake import FakeStage


@pytest.fixture
def hour(core: FakeStage) -> FakeStage:
    """Return a stage on which Erin has a meeting of one hour tomorrow."""
    core.hears("erin", "meet alice@x.com tomorrow 15:00 about the roof", space=None)
    core.passes(minutes=20)
    return core


@pytest.mark.parametrize(
    "said",
    [
        *("extend to 90 min", "make it 90 minutes", "verlängere auf 90 min"),
        *("extend to an hour and a half", "make it 90 minutes in total", "90 min in total please"),
        *("verlängere auf anderthalb Stunden", "prolonge jusqu'à 90 minutes"),
        *("verlängere auf 90 Minuten", "Verlängere das Treffen auf 90 Minuten"),
    ],
)
def test_what_is_missing_to_the_whole_length_is_offered(hour: FakeStage, said: str):
    assert "Extend “the roof” until 16:30" in hour.answer("erin", said).text


@pytest.mark.parametrize("said", ["prolonge à 90 min", "alarga a 90 minutos"])
def test_the_whole_length_is_not_added(hour: FakeStage, said: str):
    assert "until Tuesday" in hour.answer("erin", said).text
    assert "16:30" in hour.told("erin")[-1].text


def test_until_is_when_the_meeting_ends(hour: FakeStage):
    assert "Extend “the roof” until 16:30" in hour.answer("erin", "until 16:30").text


@pytest.mark.parametrize(
    "said", ["make it shorter", "make it shorter, 15 min", "mach es kürzer", "plus court stp"]
)
def test_a_shorter_meeting_is_not_made_longer(hour: FakeStage, said: str):
    assert "Extend" not in hour.answer("erin", said).text


@pytest.mark.parametrize("said", ["move it back", "push it back again", "verschieb ihn zurück"])
def test_moving_is_not_answered_with_cancelling(hour: FakeStage, said: str):
    said = hour.answer("erin", said).text
    assert "Cancel" not in said
    assert "Remove" not in said
