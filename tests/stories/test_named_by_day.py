"""A meeting that is named by its day is as good as named by its number, if only one is that day."""

from __future__ import annotations

import pytest

from tests.stories.fake import FakeStage


@pytest.fixture
def two(core: FakeStage) -> FakeStage:
    """Return a stage on which Erin has a meeting tomorrow, and one that runs."""
    core.hears("erin", "meet carl@z.net tomorrow 10:00 about the cellar", space=None)
    core.passes(minutes=20)
    core.hears("erin", "meet alice@x.com about the roof", space=None)
    return core


@pytest.mark.parametrize(
    "said",
    [
        *("cancel tomorrow's call", "cancel tomorrow's", "cancel the meeting tomorrow please"),
        *("drop the cellar tomorrow, carl is sick", "call off the one tomorrow"),
        *("sag den Termin morgen ab", "sag den morgigen Termin ab", "storniere den von morgen"),
        *("annule la réunion de demain", "annule celle de demain", "annule le rdv de demain stp"),
        *("cancela la cita de mañana", "cancela la de mañana", "anula la reunión de mañana"),
    ],
)
def test_the_meeting_of_that_day_is_cancelled(two: FakeStage, said: str):
    assert "“the cellar” (#1) is cancelled" in two.answer("erin", said).text


@pytest.mark.parametrize(
    "said",
    [
        *("move tomorrow's call to 3pm", "move the call of tomorrow to 15:00"),
        *("verschieb den Termin von morgen auf 15 Uhr", "verschieb den morgigen Termin auf 15 Uhr"),
        *("décale le rdv de demain à 15h", "reporte la réunion de demain à 15h"),
        *("mueve la cita de mañana a las 15h", "aplaza la reunión de mañana a las 15h"),
    ],
)
def test_the_meeting_of_that_day_is_moved_on_its_own_day(two: FakeStage, said: str):
    two.hears("erin", said, space=None)
    assert "“the cellar”" in two.told("carl@z.net")[-1].text
    assert "15:00" in two.told("carl@z.net")[-1].text
    assert len(two.told("alice@x.com")) == 1


@pytest.mark.parametrize(
    "said", ["add bob@x.com to tomorrow's call", "lade bob@x.com zum Termin morgen ein"]
)
def test_somebody_is_added_to_the_meeting_of_that_day(two: FakeStage, said: str):
    two.hears("erin", said, space=None)
    assert "“the cellar”" in two.told("bob@x.com")[-1].text


@pytest.mark.parametrize(
    "said",
    [
        *("cancel everything tomorrow", "alles morgen absagen", "annule tout demain"),
        *("sag morgen alles ab", "cancela todo lo de mañana"),
    ],
)
def test_the_only_one_of_all_that_day_is_asked_about(two: FakeStage, said: str):
    assert "Cancel “the cellar” (#1)?" in two.answer("erin", said).text
    two.hears("erin", "yes", space=None)
    assert "“the cellar” (#1) is cancelled" in two.told("erin")[-1].text


@pytest.mark.parametrize(
    "said",
    ["move the call tomorrow to 3pm", "verschieb den Termin morgen auf 15 Uhr"],
)
def test_a_day_that_may_be_the_new_one_is_asked_about(two: FakeStage, said: str):
    assert "I haven’t done anything yet" in two.answer("erin", said).text
    assert [each.startswith("Move “the cellar”") for each in two.told("erin")[-1].titles] == [True]


@pytest.mark.parametrize(
    "said",
    ["move tomorrow's call to 4", "move tomorrow's cellar to 4"],
)
def test_each_half_of_the_day_is_offered(two: FakeStage, said: str):
    two.answer("erin", said)
    assert [each.rpartition(" ")[2] for each in two.told("erin")[-1].titles] == ["16:00", "04:00"]


@pytest.mark.parametrize("said", ["cancel tomorrow's call", "annule celle de demain"])
def test_several_meetings_of_that_day_are_asked_about(two: FakeStage, said: str):
    two.hears("erin", "meet bob@x.com tomorrow 16:00 about the attic", space=None)
    assert "I haven’t done anything yet" in two.answer("erin", said).text
    assert sorted(two.told("erin")[-1].titles) == [
        "Cancel “the attic” and tell the guests",
        "Cancel “the cellar” and tell the guests",
    ]


@pytest.mark.parametrize(
    "said",
    [
        *("don't cancel tomorrow's call", "cancel tomorrow's call if carl is sick"),
        *("is tomorrow's call cancelled?", "can I cancel tomorrow's call?"),
        *("> cancel tomorrow's call", "cancel tomorrow", "cancel it tomorrow"),
        *("cancel the roof tomorrow", "cancel the roof meeting of tomorrow"),
    ],
)
def test_what_does_not_ask_for_it_cancels_nothing(two: FakeStage, said: str):
    assert "is cancelled" not in two.answer("erin", said).text
    assert [len(two.told(each)) for each in ("alice@x.com", "carl@z.net")] == [1, 1]


@pytest.mark.parametrize(
    "told", ["I'll be late tomorrow, roof", "I can come tomorrow to the roof", "ich bin morgen da"]
)
def test_a_day_in_a_message_stays_in_it(core: FakeStage, told: str):
    core.hears("erin", "meet alice@x.com tomorrow 15:00 about the roof", space=None)
    core.hears("erin", f"tell alice@x.com {told}", space=None)
    said = [note.text for note in core.told("alice@x.com")] + core.told("erin")[-1].offered
    assert any(told in each for each in said)
