"""Which meeting is meant when there are several, and what is asked before one is cancelled."""

from __future__ import annotations

import pytest

from tests.stories.fake import FakeStage

INVOICE = "meet alice@x.com for 3h about the invoice"
BOTH = ["Cancel “the invoice” and tell the guests", "Cancel “the MRI results” and tell the guests"]
MRI = "meet dora@z.net tomorrow 15:00 about the MRI results"


@pytest.fixture
def two(core: FakeStage) -> FakeStage:
    """Return a stage on which Erin has two meetings, both made a while ago."""
    core.hears("erin", INVOICE, space=None)
    core.passes(minutes=1)
    core.hears("erin", MRI, space=None)
    core.passes(minutes=15)
    return core


@pytest.mark.parametrize(
    "said", ["cancel", "cancel it", "cancel that", "Cancel it please.", "annule"]
)
def test_it_is_asked_which_of_several_meetings_to_cancel(two: FakeStage, said: str):
    two.hears("erin", said, space=None)
    assert "Which meeting do you mean" in two.told("erin")[-1].text
    assert len(two.told("erin")[-1].titles) == 2
    two.hears("erin", "the second", space=None)
    assert "is cancelled" in two.told("erin")[-1].text


def test_the_one_just_made_is_cancelled(two: FakeStage):
    two.hears("erin", "meet carl@both.org about the rota", space=None)
    two.hears("erin", "cancel it", space=None)
    assert "“the rota” (#3) is cancelled" in two.told("erin")[-1].text


@pytest.mark.parametrize("before", ["meetings", "list my meetings", "status #1", "meine termine"])
@pytest.mark.parametrize("said", ["cancel", "cancel it", "storniere das", "annule"])
def test_the_one_just_made_is_asked_about_behind_a_list_or_another(
    two: FakeStage, before: str, said: str
):
    two.hears("erin", "meet carl@both.org about the rota", space=None)
    two.passes(minutes=1)
    two.hears("erin", before, space=None)
    two.hears("erin", said, space=None)
    assert max(two.told("erin")[-1].titles) == "#3 the rota"
    assert len(two.told("carl@both.org")) == 1


def test_the_only_meeting_of_a_list_is_cancelled(core: FakeStage):
    core.hears("erin", INVOICE, space=None)
    core.hears("erin", "meetings", space=None)
    core.hears("erin", "cancel", space=None)
    assert "“the invoice” (#1) is cancelled" in core.told("erin")[-1].text


@pytest.mark.parametrize("before", ["don't cancel the invoice", "please don't send alice anything"])
def test_cancel_right_after_a_refusal_is_asked_about(core: FakeStage, before: str):
    core.hears("erin", INVOICE, space=None)
    core.hears("erin", before, space=None)
    core.hears("erin", "cancel that", space=None)
    assert "is cancelled" not in core.told("erin")[-1].text
    assert core.told("erin")[-1].titles


def test_cancel_in_answer_to_a_question_is_asked_about(core: FakeStage):
    core.hears("erin", INVOICE, space=None)
    core.hears("erin", "could u maybe move it to 4", space=None)
    core.hears("erin", "cancel", space=None)
    assert "is cancelled" not in core.told("erin")[-1].text


@pytest.mark.parametrize(
    ("said", "offered"),
    [
        ("cancel the later one", ["Cancel “the MRI results” and tell the guests"]),
        ("tomorrow's call needs longer", ["Extend “the MRI results” by 30 minutes"]),
        ("make that 3:30pm", ["Move “the invoice”, same day: 15:30"]),
        (
            "cancel #1 and #2",
            [
                "Cancel “the invoice” and tell the guests",
                "Cancel “the MRI results” and tell the guests",
            ],
        ),
        (
            "call off both",
            [
                "Cancel “the invoice” and tell the guests",
                "Cancel “the MRI results” and tell the guests",
            ],
        ),
        ("tell everyone except alice that we are late", None),
    ],
)
def test_what_is_offered_is_for_the_meeting_that_is_named(
    two: FakeStage, said: str, offered: list[str] | None
):
    two.hears("erin", said, space=None)
    note = two.told("erin")[-1]
    assert (two.told("erin")[-1].titles if note.cards else None) == offered
    assert len(two.told("alice@x.com")) == 1


@pytest.mark.parametrize("said", ["when is the MRI thing", "who did I invite to the MRI"])
def test_a_lookup_is_of_the_meeting_that_is_named(two: FakeStage, said: str):
    two.hears("erin", said, space=None)
    assert "dora@z.net" in two.told("erin")[-1].text
    assert "alice@x.com" not in two.told("erin")[-1].text


@pytest.mark.parametrize(
    "said", ["cancel the budget meeting", "extend the x-ray by 15 min", "when is the biopsy thing"]
)
def test_a_meeting_that_there_is_not_is_never_replaced(two: FakeStage, said: str):
    two.hears("erin", said, space=None)
    note = two.told("erin")[-1]
    assert not note.cards
    assert "invoice" not in note.text


@pytest.mark.parametrize("said", ["undo", "cancel nothing", "cancel my last message"])
def test_nothing_to_take_back_is_said(two: FakeStage, said: str):
    two.hears("erin", said, space=None)
    assert not two.told("erin")[-1].cards
