"""A meeting about `A` is meant by `move A to 10:00`: the letter is no article there."""

from __future__ import annotations

import pytest

from tests.stories.fake import FakeStage


@pytest.fixture
def two(core: FakeStage) -> FakeStage:
    """Return a stage on which Erin has meetings about A and B, the second made just now."""
    core.hears("erin", "meet alice@x.com tomorrow 15:00 about A", space=None)
    core.passes(minutes=20)
    core.hears("erin", "meet carl@z.net friday 15:00 about B", space=None)
    return core


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("move A to 11:00", "“A” (#1) is now on"),
        ("cancel A", "“A” (#1) is cancelled"),
        ("status A", "“A” (#1):"),
        ("add dora@z.net to A", "1 guest invited to “A” (#1)"),
        ("cancel B", "“B” (#2) is cancelled"),
    ],
)
def test_the_letter_names_the_meeting(two: FakeStage, said: str, answer: str):
    two.hears("erin", said, space=None)
    assert answer in two.told("erin")[-1].text
    assert len(two.told("carl@z.net")) == 1 + ("B" in said)


def test_the_letter_stays_in_what_is_suggested(two: FakeStage):
    two.hears("erin", "move A to 10", space=None)
    two.hears("erin", "1", space=None)
    assert "“A” (#1) is now on" in two.told("erin")[-1].text


@pytest.mark.parametrize("said", ["cancel A", "move A to 11:00", "extend A by 30 minutes"])
def test_no_other_meeting_takes_its_place(two: FakeStage, said: str):
    two.hears("erin", "cancel #1", space=None)
    two.hears("erin", said, space=None)
    assert "You don’t have an open meeting about “A”" in two.told("erin")[-1].text
    assert len(two.told("carl@z.net")) == 1


@pytest.mark.parametrize("said", ["cancel a", "CANCEL A MEETING"])
def test_a_letter_that_may_be_an_article_is_asked_about(two: FakeStage, said: str):
    two.hears("erin", said, space=None)
    assert "is cancelled" not in two.told("erin")[-1].text
