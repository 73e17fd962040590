"""Questions of a front desk, its answers, and names that nobody has: what is never offered."""

from __future__ import annotations

import pytest

from tests.stories.fake import FakeStage

LATER = "meet alice@x.com tomorrow 15:00 for 45m about the roof"
NOW = "meet alice@x.com bob@example.com"


@pytest.mark.parametrize(
    "said",
    [
        "who's in the roof call",
        "when is it again?",
        "c'est quand déjà ?",
        "wann war das nochmal",
        "is juan here",
        "does she know?",
        "who took it",
        "can alice use her ipad",
        "tell emma ok",
        "let emma know I'm late",
    ],
)
def test_a_question_or_an_unknown_name_offers_nothing_to_press(core: FakeStage, said: str):
    core.hears("erin", LATER, space=None)
    core.hears("erin", NOW, space=None)
    before = len(core.told("erin"))
    core.hears("erin", said, space=None)
    offered = {
        each["data"].get("say", "").partition(" ")[0]
        for note in core.told("erin")[before:]
        for card in note.cards
        for each in card["content"]["actions"]
        if each["type"] == "Action.Submit"
    }
    assert offered.isdisjoint(_CHANGES)
    assert len(core.told("alice@x.com")) == 2


_CHANGES = {"cancel", "remove", "move", "meet", "add", "again", "rename", "extend", "tell"}


@pytest.mark.parametrize("said", ["keep it", "yes keep it", "no, keep it", "nein, lass es so"])
def test_what_is_kept_is_not_cancelled(core: FakeStage, said: str):
    core.hears("erin", LATER, space=None)
    core.hears("erin", "oops", space=None)
    core.hears("erin", "cancel", space=None)
    assert "Cancel “the roof”" in core.told("erin")[-1].text
    core.hears("erin", said, space=None)
    assert "OK, I’ll leave everything as it is" in core.told("erin")[-1].text


def test_both_is_no_answer_to_one_choice(core: FakeStage):
    core.hears("erin", NOW, space=None)
    core.hears("erin", "alice cant make it, remove her", space=None)
    first = core.told("erin")[-1].card["actions"][0]["title"]
    core.hears("erin", "both", space=None)
    assert core.told("erin")[-1].card["actions"][0]["title"] == first


def test_a_length_to_extend_to_is_the_whole_length(core: FakeStage):
    core.hears("erin", NOW, space=None)
    core.hears("erin", "extend to 90 min", space=None)
    assert core.told("erin")[-1].card["actions"][0]["title"] == "Extend #1 until 10:30"


def test_more_minutes_are_no_new_meeting(core: FakeStage):
    core.hears("erin", NOW, space=None)
    core.hears("erin", "can you make it 20 more minutes", space=None)
    assert core.told("erin")[-1].card["actions"][0]["title"] == "Extend #1 by 20 minutes"


def test_a_question_that_was_answered_asks_no_more(core: FakeStage):
    core.hears("erin", "meet alice@x.com tomorrow about the roof at 4", space=None)
    core.hears("erin", "1", space=None)
    assert len(core.told("alice@x.com")) == 1
    core.hears("erin", "the roof at 5 instead", space=None)
    assert "Which one?" not in core.told("erin")[-1].text
