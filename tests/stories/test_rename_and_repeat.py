"""A meeting gets another subject, and its guests are met again."""

from __future__ import annotations

import pytest

from tests.stories.fake import FakeStage
from tests.stories.stage import Stage


def test_a_renamed_meeting_is_found_and_told_by_its_new_subject(bot: Stage):
    bot.hears("erin", "meet alice@x.com about the merger", space=None)
    bot.hears("erin", "rename it to the acquisition", space=None)
    assert "is now called “the acquisition”" in bot.told("erin")[-1].text
    bot.hears("erin", "extend the acquisition by 15m", space=None)
    assert "“the acquisition”" in bot.told("erin")[-1].text
    bot.hears("erin", "cancel the merger", space=None)
    assert not any("cancelled" in note.text for note in bot.told("alice@x.com"))


@pytest.mark.parametrize("subject", ["results in german", "plan as agreed", "a course en ligne"])
def test_words_for_to_stay_in_a_subject_behind_to(core: FakeStage, subject: str):
    core.hears("erin", "meet alice@x.com about the merger", space=None)
    core.hears("erin", f"rename to {subject}", space=None)
    note = core.told("erin")[-1]
    offered = note.titles
    is_done = f"is now called “{subject}”" in note.text
    assert is_done or offered == [f"Rename “the merger” to “{subject}”"]


@pytest.mark.parametrize(
    "said",
    [
        *("something shorter", "nothing", "the correct name", "her name", "5pm", "30 min"),
        *("the bill or the receipt", "etwas anderes", "quelque chose d'autre"),
        "the same as #1",
    ],
)
def test_a_new_name_that_may_be_none_is_asked_about(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com about the merger", space=None)
    core.hears("erin", f"rename it to {said}", space=None)
    note = core.told("erin")[-1]
    assert "is now called" not in note.text
    [offered] = note.offered
    assert offered.replace("rename #1", "rename") == f'rename to "{said}"'


@pytest.mark.parametrize("said", ["match the form", "reflect the change", "say it's urgent"])
def test_what_a_new_name_is_for_is_no_name(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com about the merger", space=None)
    core.hears("erin", f"rename it to {said}", space=None)
    assert "is now called" not in core.told("erin")[-1].text


def test_a_private_meeting_is_not_renamed_before_the_eyes_of_a_space(core: FakeStage):
    core.hears("erin", "meet alice@x.com about the merger", space=None)
    core.hears("erin", "rename #1 to the takeover")
    assert "is now called “the takeover”" in core.told("erin")[-1].text
    assert not any("takeover" in note.text for note in core.posted_in("Support"))


def test_a_subject_without_a_new_one_is_asked_about(core: FakeStage):
    core.hears("erin", "meet alice@x.com about the roof", space=None)
    core.hears("erin", "meet bob@example.com tomorrow 15:00 about the cellar", space=None)
    core.passes(minutes=6)
    core.hears("erin", "rename the cellar", space=None)
    assert "What should “the cellar” (#2) be called?" in core.told("erin")[-1].text
    core.hears("erin", "the garden", space=None)
    core.hears("erin", "yes", space=None)
    assert "#2 is now called “the garden”" in core.told("erin")[-1].text


def test_again_invites_the_same_guests_to_a_new_meeting(bot: Stage):
    bot.hears("erin", "meet alice@x.com and carl@z.net about the roof for 30m", space=None)
    bot.hears("erin", "again", space=None)
    for guest in ("alice@x.com", "carl@z.net"):
        assert len(bot.told(guest)) == 2
    links = [note.links[0] for note in bot.told("alice@x.com")]
    assert links[0] != links[1]


def test_a_meeting_that_just_ended_is_repeated_at_another_time(core: FakeStage):
    core.hears("erin", "meet alice@x.com about the visit for 15m", space=None)
    core.passes(minutes=30)
    core.hears("erin", "again tomorrow 15:00", space=None)
    assert "the visit" in core.told("erin")[-1].text
    assert len(core.told("alice@x.com")) == 2


def test_somebody_without_meetings_repeats_nothing(core: FakeStage):
    core.hears("erin", "meet alice@x.com", space=None)
    core.hears("carl", "again", space=None)
    core.hears("carl", "again #1", space=None)
    assert len(core.told("alice@x.com")) == 1


@pytest.mark.parametrize(
    "said", ["one sec", "coffee first", "un instant", "telefon klingelt", "no sé"]
)
def test_words_that_put_an_answer_off_are_no_new_name(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com about the roof", space=None)
    core.hears("erin", "rename #1", space=None)
    core.hears("erin", said, space=None)
    core.hears("erin", "status #1", space=None)
    assert "“the roof”" in core.told("erin")[-1].text
