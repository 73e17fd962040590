"""What is said after a question was answered, and what declines one."""

from __future__ import annotations

import pytest

from tests.stories.fake import FakeStage


@pytest.fixture
def answered(core: FakeStage) -> FakeStage:
    """Return a stage on which Erin was asked for the half of the day, and answered."""
    core.hears("erin", "meet alice@x.com tomorrow 15:00 about the roof", space=None)
    core.passes(minutes=20)
    core.hears("erin", "meet dora@z.net tomorrow 18:00 about the cellar", space=None)
    core.hears("erin", "move the roof to 4", space=None)
    core.hears("erin", "1", space=None)
    assert "“the roof” (#1) is now on" in core.told("erin")[-1].text
    return core


@pytest.mark.parametrize("said", ["roof at 5 instead", "yes", "the other one", "keep it", "pm"])
def test_a_question_that_was_answered_takes_no_other_words(answered: FakeStage, said: str):
    answered.hears("erin", said, space=None)
    assert "Which one?" not in answered.told("erin")[-1].text
    assert "OK, I’ll leave everything as it is" not in answered.told("erin")[-1].text
    assert len(answered.told("alice@x.com")) == 2


def test_a_second_answer_is_told_so(answered: FakeStage):
    answered.hears("erin", "2", space=None)
    assert "already answered" in answered.told("erin")[-1].text


@pytest.mark.parametrize(
    "said",
    [
        *("keep it", "no, keep it", "yes keep it", "leave it", "lieber behalten", "nein, lass es"),
        *("non, garde-le", "laisse comme ça", "no, mantenla", "déjala así"),
    ],
)
def test_keeping_it_declines(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com tomorrow 15:00 about the roof", space=None)
    core.hears("erin", "meet dora@z.net tomorrow 18:00 about the cellar", space=None)
    core.passes(minutes=20)
    core.hears("erin", "cancel", space=None)
    core.hears("erin", said, space=None)
    assert "OK, I’ll leave everything as it is" in core.told("erin")[-1].text
    assert len(core.told("alice@x.com")) == 1


@pytest.mark.parametrize("said", ["no", "keep it", "nein", "non merci", "no gracias"])
def test_a_question_that_was_declined_is_over_for_its_buttons_too(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com tomorrow 15:00 about the roof", space=None)
    core.presses("erin", "Cancel meeting")
    asked = core.told("erin")[-1]
    core.hears("erin", said, space=None)
    core.presses("erin", "Yes, cancel it", asked)
    assert "already answered that question" in core.told("erin")[-1].text
    assert len(core.told("alice@x.com")) == 1
    core.presses("erin", "Cancel meeting")
    core.presses("erin", "Yes, cancel it")
    assert "is cancelled" in core.told("erin")[-1].text


@pytest.mark.parametrize(
    ("request_", "text"),
    [("tell alice@x.com", "i'm late"), ("sag alice@x.com", "ich komme später")],
)
def test_what_to_tell_is_offered_as_the_message(core: FakeStage, request_: str, text: str):
    core.hears("erin", "meet alice@x.com about the roof", space=None)
    heard = len(core.told("alice@x.com"))
    core.hears("erin", request_, space=None)
    core.hears("erin", text, space=None)
    assert len(core.told("alice@x.com")) == heard
    core.hears("erin", "yes", space=None)
    assert text in core.told("alice@x.com")[-1].text


@pytest.mark.parametrize("asked", ["1?", "the roof?"])
def test_a_choice_that_is_asked_about_is_not_taken(core: FakeStage, asked: str):
    core.hears("erin", "meet alice@x.com about the roof", space=None)
    core.hears("erin", "meet alice@x.com tomorrow 15:00 about the cellar", space=None)
    core.passes(minutes=20)
    core.hears("erin", "cancel", space=None)
    core.hears("erin", asked, space=None)
    assert not any("cancelled" in note.text for note in core.told("alice@x.com"))
    assert "Did you mean this?" in core.told("erin")[-1].text


def test_a_yes_with_a_question_mark_asks_again(core: FakeStage):
    core.hears("erin", "alice@x.com", space=None)
    core.hears("erin", "yes?", space=None)
    assert not core.told("alice@x.com")
    assert "Did you mean this?" in core.told("erin")[-1].text
