"""Who is invited again for the hour of a meeting that they have is invited after a press only."""

from __future__ import annotations

from tests.rows import for_each
from tests.stories.fake import FakeStage

FIRST = "meet alice@x.com thursday 9am about the roof"


@for_each(
    "again",
    [
        *(FIRST, "meet alice@x.com thursday at 9:00", "alice@x.com thursday 9am video call"),
        *("visio avec alice@x.com jeudi à 9h", "treffen mit alice@x.com am donnerstag um 9 uhr"),
        "reunión con alice@x.com el jueves a las 9h",
    ],
)
@for_each("by", ["press", "yes"])
def test_it_is_asked_first(core: FakeStage, again: str, by: str):
    core.hears("erin", FIRST, space=None)
    before = len(core.told("alice@x.com"))
    core.hears("erin", again, space=None)
    assert len(core.told("alice@x.com")) == before
    note = core.told("erin")[-1]
    assert "You already have" in note.text
    if by == "yes":
        core.hears("erin", "yes", space=None)
    else:
        core.presses("erin", note.card["actions"][0]["title"], note)
    assert len(core.told("alice@x.com")) == before + 1


@for_each(
    "other",
    [
        *("meet bob@y.com thursday 9am", "meet alice@x.com thursday 10am"),
        *("meet alice@x.com friday 9am", "meet alice@x.com bob@y.com thursday 9am"),
    ],
)
def test_other_guests_or_times_are_not_asked_about(core: FakeStage, other: str):
    core.hears("erin", FIRST, space=None)
    core.hears("erin", other, space=None)
    assert "You already have" not in core.told("erin")[-1].text


def test_after_the_first_was_cancelled_it_is_not_asked(core: FakeStage):
    core.hears("erin", FIRST, space=None)
    core.hears("erin", "cancel", space=None)
    core.hears("erin", FIRST, space=None)
    assert "You already have" not in core.told("erin")[-1].text


def test_a_space_does_not_hear_of_a_private_meeting(core: FakeStage):
    core.hears("erin", FIRST, space=None)
    core.hears("erin", FIRST)
    assert all("already have" not in each.text for each in core.posted_in("Support"))
