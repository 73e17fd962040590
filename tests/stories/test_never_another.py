"""A sentence that names a meeting which isn't found leads to no button for another one."""

from __future__ import annotations

import pytest

from tests.stories.fake import FakeStage

NOT_FOUND = [
    *("cancel plaster", "move plaster to 5pm", "extend plaster", "rename plaster to x"),
    *("add bob@example.com to plaster", "add @Bob to plaster", "move it to 6pm about plaster"),
    *("annule plaster", "déplace plaster à 17h", "ajoute bob@example.com à plaster"),
    *("storniere plaster", "verschiebe plaster auf 17 Uhr", "lade bob@example.com zu plaster ein"),
    *("cancela plaster", "mueve plaster a las 17:00", "añade a bob@example.com a plaster"),
    *("cancel the plaster meeting tomorrow", "annule la réunion plaster demain"),
    *("cancela la cita plaster mañana", "sag den termin plaster morgen ab", "cancel plaster tom"),
    *("again tomorrow 3pm about plaster", "handover plaster to carl@example.com"),
]


@pytest.fixture
def two(core: FakeStage) -> FakeStage:
    """Return a stage on which Erin has two meetings, one of which runs."""
    core.hears("erin", "meet alice@x.com for 3h about the roof", space=None)
    core.hears("erin", "meet alice@x.com tomorrow 16:00 about the second opinion", space=None)
    core.passes(minutes=20)
    return core


def offers_nothing(core: FakeStage, said: str) -> None:
    """Say something, and expect that it is only answered in words."""
    core.hears("erin", said, space=None)
    note = core.told("erin")[-1]
    assert "“the roof”" not in note.text
    assert "second opinion" not in note.text
    assert len(core.told("alice@x.com")) == 2


@pytest.mark.parametrize("said", NOT_FOUND)
def test_a_meeting_that_there_is_not(two: FakeStage, said: str):
    offers_nothing(two, said)


@pytest.mark.long
@pytest.mark.parametrize("said", NOT_FOUND)
def test_a_meeting_of_a_colleague(two: FakeStage, said: str):
    two.hears("carl", "meet erin@example.com tomorrow 11:00 about plaster", space=None)
    offers_nothing(two, said)


@pytest.mark.long
@pytest.mark.parametrize("said", NOT_FOUND)
def test_a_meeting_of_another_place(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com tomorrow 15:00 about plaster", space=None)
    core.hears("erin", "meet alice@x.com tomorrow 16:00 about the second opinion")
    core.passes(minutes=20)
    core.hears("erin", said)
    note = core.posted_in("Support")[-1]
    assert "second opinion" not in note.text


@pytest.mark.parametrize(
    ("said", "offered"),
    [
        ("cancel the call with alice", {"the roof", "the second opinion"}),
        ("cancel the meeting with alice tomorrow", {"the second opinion"}),
        ("resend alice@x.com of the roof please she is waiting", {"the roof", "alice"}),
    ],
)
def test_guests_and_days_name_a_meeting(two: FakeStage, said: str, offered: set[str]):
    two.hears("erin", said, space=None)
    titles = " ".join(each["title"] for each in two.told("erin")[-1].card["actions"])
    assert any(each in titles for each in offered)
    assert ("the roof" in titles) == ("the roof" in offered and "alice" not in offered)


@pytest.mark.parametrize(
    "said",
    [
        *("the meeting is at 3pm", "ich muss um 17 uhr zum zahnarzt", "the staff meets at 3pm"),
        *("das treffen ist um 15 uhr", "la réunion est à 15h", "la reunión es a las 15:00"),
    ],
)
def test_a_time_of_day_alone_cancels_nothing(two: FakeStage, said: str):
    two.hears("erin", said, space=None)
    assert "Cancel" not in two.told("erin")[-1].text
