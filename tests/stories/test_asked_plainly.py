"""A question gets an answer, and a request for more time never starts another meeting."""

from __future__ import annotations

import pytest

from tests.stories.fake import FakeStage


@pytest.mark.parametrize("said", ["can you make it 20 more minutes", "make it 20 more minutes"])
def test_more_minutes_are_for_the_meeting_that_runs(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com about consult", space=None)
    core.hears("erin", said, space=None)
    assert core.told("erin")[-1].titles == ["Extend “consult” by 20 minutes"]


@pytest.mark.parametrize(
    "said",
    [
        "c'est quand déjà?",
        "c'était quand ?",
        "when is it again",
        "wann ist das nochmal?",
        "cuándo es?",
    ],
)
def test_when_a_meeting_is_is_answered(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com tomorrow 10:00 about prescription", space=None)
    core.hears("erin", said, space=None)
    assert "“prescription” (#1)" in core.told("erin")[-1].text
    assert "10:00" in core.told("erin")[-1].text
    assert not any("Cancel" in each or "Remove" in each for each in core.told("erin")[-1].titles)


def test_the_subject_of_a_remark_in_brackets_is_offered_first(core: FakeStage):
    core.hears(
        "erin", "meet emma@acme.com tomorrow 9:30 re: contract (bob@x.com can't come)", space=None
    )
    assert 'about "contract"' in core.told("erin")[-1].card["actions"][0]["data"]["say"]
    core.presses("erin", core.told("erin")[-1].titles[0])
    core.hears("erin", "status #1", space=None)
    assert "“contract”" in core.told("erin")[-1].text
    assert "bob@x.com" not in core.told("erin")[-1].text


@pytest.mark.parametrize(
    ("said", "title"),
    [
        *((said, "Start a meeting now") for said in ("meet you", "meet al", "meet bot")),
        ("meet alice@x.com and team", "Meet alice@x\u2060.\u2060com now – “team”"),
    ],
)
def test_who_cannot_be_known_is_not_left_out_of_a_meeting(core: FakeStage, said: str, title: str):
    core.hears("erin", said, space=None)
    assert core.told("erin")[-1].titles[0].replace("\u2060", "") == title.replace("\u2060", "")
    assert not core.told("alice@x.com")


@pytest.mark.parametrize("said", ["the invoice is at 5pm", "the invoice starts at 17:00"])
def test_a_stated_hour_moves_nothing(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com tomorrow 15:00 about the invoice", space=None)
    core.hears("erin", said, space=None)
    shown = "15:00" in core.told("erin")[-1].text
    assert shown or core.told("erin")[-1].titles == ["Move “the invoice”, same day: 17:00"]
    assert not any("moved" in note.text for note in core.told("alice@x.com"))


@pytest.mark.parametrize("said", ["cancel", "cancel that"])
def test_after_a_cancelled_meeting_others_are_asked_about(core: FakeStage, said: str):
    core.hears("erin", "meet bob@example.com tomorrow 9:30 about contract", space=None)
    core.hears("erin", "meet alice@x.com about consult", space=None)
    core.hears("erin", "cancel", space=None)
    core.hears("erin", said, space=None)
    assert "Which meeting do you mean" in core.told("erin")[-1].text
    core.hears("erin", "yes", space=None)
    core.hears("erin", "meetings", space=None)
    assert "contract" in core.told("erin")[-1].text


@pytest.mark.parametrize(
    ("said", "clock"),
    [("no, 4pm", "16:00"), ("sorry 16:00", "16:00"), ("nein, 8:45", "08:45")],
)
def test_another_time_right_after_a_meeting_was_made_moves_it_after_a_yes(
    core: FakeStage, said: str, clock: str
):
    core.hears("erin", "meet bob@example.com friday 9:30 about contract", space=None)
    core.hears("erin", "meet alice@x.com tomorrow 15:00 about consult", space=None)
    core.hears("erin", said, space=None)
    assert core.told("erin")[-1].titles == [f"Move “consult”, same day: {clock}"]


def test_another_time_long_after_a_meeting_was_made_moves_nothing(core: FakeStage):
    core.hears("erin", "meet alice@x.com tomorrow 15:00 about consult", space=None)
    core.passes(minutes=20)
    core.hears("erin", "no, 4pm", space=None)
    assert core.told("erin")[-1].titles == []


@pytest.mark.parametrize("said", ["cancel it after 10 minutes", "end the meeting after an hour"])
def test_nothing_is_cancelled_later(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com about consult", space=None)
    core.hears("erin", said, space=None)
    assert core.told("erin")[-1].titles == []
    assert "later" in core.told("erin")[-1].text


def test_of_two_meetings_that_are_named_both_are_offered(core: FakeStage):
    core.hears("erin", "meet bob@example.com friday 9:30 about signature", space=None)
    core.hears("erin", "meet alice@x.com tomorrow 15:00 about contract terms", space=None)
    core.hears("erin", "meet alice@x.com tomorrow 17:00 about terms", space=None)
    core.hears("erin", "cancel signature and contract terms", space=None)
    titles = [each.split(" and ")[0] for each in core.told("erin")[-1].titles]
    assert sorted(titles) == ["Cancel “contract terms”", "Cancel “signature”"]
