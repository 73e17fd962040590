"""Answering the bot's own questions in words: `yes`, `the second`, `3pm`."""

from __future__ import annotations

import pytest

from tests.stories.fake import FakeStage
from tests.stories.stage import Stage
from tests.stories.test_more_links import started

ASKED = "Did you mean this?"


def asked_to_resend(bot: Stage, space: str | None = None) -> None:
    started(bot)
    bot.hears("erin", "alice somehow lost her link", space=space)


@pytest.mark.whole
def test_yes_does_what_was_suggested(bot: Stage):
    asked_to_resend(bot)
    assert ASKED in bot.told("erin")[-1].text
    bot.hears("erin", "yes", space=None)
    assert len(bot.told("alice@x.com")) == 2


@pytest.mark.parametrize("said", ["yes please", "ok", "👍", "go ahead", "ja", "d'accord", "1"])
def test_there_are_many_ways_to_say_yes(core: FakeStage, said: str):
    asked_to_resend(core)
    core.hears("erin", said, space=None)
    assert len(core.told("alice@x.com")) == 2


def test_yes_twice_does_it_once(core: FakeStage):
    asked_to_resend(core)
    core.hears("erin", "yes", space=None)
    core.hears("erin", "yes", space=None)
    assert len(core.told("alice@x.com")) == 2
    assert "already answered" in core.told("erin")[-1].text


def test_yes_after_the_button_does_it_once(core: FakeStage):
    asked_to_resend(core)
    core.presses("erin", "Send alice@x.com a new link")
    core.hears("erin", "yes", space=None)
    assert len(core.told("alice@x.com")) == 2


def test_the_button_after_yes_does_it_once(core: FakeStage):
    asked_to_resend(core)
    core.hears("erin", "yes", space=None)
    core.presses("erin", "Send alice@x.com a new link")
    assert len(core.told("alice@x.com")) == 2


@pytest.mark.whole
def test_a_crash_after_any_step_of_an_answer_does_it_once(core: FakeStage):
    asked_to_resend(core)
    core.engine.crashes = lambda _: True
    core.hears("erin", "yes", space=None)
    assert len(core.told("alice@x.com")) == 2


def test_no_declines_and_does_nothing(core: FakeStage):
    asked_to_resend(core)
    core.hears("erin", "no", space=None)
    assert "OK, I’ll leave everything as it is" in core.told("erin")[-1].text
    core.hears("erin", "yes", space=None)
    assert len(core.told("alice@x.com")) == 1


@pytest.mark.parametrize("between", ["meetings", "status", "hello", "what does it cost?"])
def test_anything_else_drops_the_question(core: FakeStage, between: str):
    asked_to_resend(core)
    core.hears("erin", between, space=None)
    core.hears("erin", "yes", space=None)
    assert len(core.told("alice@x.com")) == 1
    assert "haven’t asked you anything" in core.told("erin")[-1].text


def test_yes_without_a_question_is_explained(core: FakeStage):
    core.hears("erin", "yes", space=None)
    assert "haven’t asked you anything" in core.told("erin")[-1].text


def test_ten_minutes_later_yes_is_to_nothing(core: FakeStage):
    asked_to_resend(core)
    core.passes(minutes=10, seconds=1)
    core.hears("erin", "yes", space=None)
    assert len(core.told("alice@x.com")) == 1
    assert "haven’t asked you anything" in core.told("erin")[-1].text


def test_yes_of_somebody_else_or_elsewhere_is_to_nothing(core: FakeStage):
    started(core, "meet alice@x.com about the roof")
    core.hears("erin", "alice somehow lost her link")
    core.hears("carl", "yes")
    core.hears("erin", "yes", space=None)
    assert len(core.told("alice@x.com")) == 1
    core.hears("erin", "yes")
    assert len(core.told("alice@x.com")) == 2


def test_yes_when_the_meeting_is_over_says_that_it_is(core: FakeStage):
    asked_to_resend(core)
    core.passes(minutes=5)
    number = core.told("erin")[0].number
    core.hears("erin", f"cancel #{number}", space="Support")
    core.hears("erin", "yes", space=None)
    assert not core.told("alice@x.com")[-1].links


def test_the_second_of_several_meetings_is_meant(core: FakeStage):
    for subject in ("red roof", "blue roof"):
        started(core, f"meet alice@x.com about the {subject}")
    core.hears("erin", "cancel roof", space=None)
    core.hears("erin", "yes", space=None)
    assert "Which one?" in core.told("erin")[-1].text
    core.hears("erin", "the second", space=None)
    assert "is cancelled" in core.told("erin")[-1].text


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        ("meet dora@z.net tomorrow", "3pm"),
        ("meet dora", "dora@z.net"),
        ("meet dora@z", "dora@z.net"),
        ("meet dora@z.net 31 February 10:00", "30 March 10:00"),
    ],
)
def test_an_answer_fills_the_gap_in_the_question(core: FakeStage, said: str, answered: str):
    core.hears("erin", said, space=None)
    assert not core.told("dora@z.net")
    core.hears("erin", answered, space=None)
    assert len(core.told("dora@z.net")) == 1


def test_a_device_is_dialled_by_a_yes(core: FakeStage):
    core.hears("erin", "meet alice@x.com with Lobby", space=None)
    core.hears("erin", "yes", space=None)
    assert len(core.told("alice@x.com")) == 1


def test_a_question_is_deleted_after_its_time(core: FakeStage):
    asked_to_resend(core)
    assert "resend alice@x.com" in core.kept()
    core.hears("erin", "meetings", space=None)
    assert "resend alice@x.com" not in core.kept()


def test_a_button_that_adds_spare_links_gives_them(core: FakeStage):
    started(core)
    core.hears("erin", "perhaps two more links", space=None)
    note = core.told("erin")[-1]
    core.presses("erin", note.card["actions"][0]["title"], note)
    assert len(core.told("erin")[-1].links) == 2


@pytest.mark.parametrize("said", ["cancel my latest meeting", "cancel the newest meeting"])
def test_the_latest_meeting_is_the_one_made_last_and_asked_about(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com about the roof", space=None)
    core.passes(minutes=15)
    core.hears("erin", "meet dora@z.net tomorrow 15:00 about the cellar", space=None)
    core.passes(minutes=15)
    core.hears("erin", said, space=None)
    assert "cellar" in core.told("erin")[-1].text
    assert "is cancelled" not in core.told("erin")[-1].text
    core.hears("erin", "yes", space=None)
    assert "is cancelled" in core.told("erin")[-1].text
    assert "cancelled" in core.told("dora@z.net")[-1].text
    assert "cancelled" not in core.told("alice@x.com")[-1].text


TWO_HALVES = "meet dora@z.net tomorrow at 3 about the roof"


@pytest.mark.parametrize("said", ["the afternoon", "pm", "nachmittags", "l’après-midi", "la tarde"])
def test_a_part_of_the_day_answers_which_of_two_times(core: FakeStage, said: str):
    core.hears("erin", TWO_HALVES, space=None)
    core.hears("erin", said, space=None)
    assert "15:00" in core.told("dora@z.net")[-1].text


@pytest.mark.whole
def test_another_time_is_asked_about_and_chosen(bot: Stage):
    guest = bot.stranger()
    bot.hears("erin", f"meet {guest} tomorrow at 3", space=None)
    bot.hears("erin", "make that 3:30", space=None)
    assert "15:30" in bot.told("erin")[-1].text
    assert "03:30" in bot.told("erin")[-1].text
    assert not bot.told(guest)
    bot.hears("erin", "the later one", space=None)
    assert "15:30" in bot.told(guest)[-1].text


def test_an_exact_time_takes_the_place_of_those_in_question(core: FakeStage):
    core.hears("erin", TWO_HALVES, space=None)
    core.hears("erin", "no, make that 3:30pm", space=None)
    assert "15:30" in core.told("dora@z.net")[-1].text


def test_a_part_of_the_day_leaves_the_hour_to_be_asked(core: FakeStage):
    core.hears("erin", "meet dora@z.net tomorrow about the roof", space=None)
    core.hears("erin", "in the afternoon", space=None)
    assert "At what time?" in core.told("erin")[-1].text
    core.hears("erin", "3", space=None)
    assert "15:00" in core.told("dora@z.net")[-1].text


def test_an_hour_that_is_no_full_answer_is_asked_about(core: FakeStage):
    core.hears("erin", "meet dora@z.net tomorrow", space=None)
    core.hears("erin", "3", space=None)
    assert not core.told("dora@z.net")
    core.hears("erin", "afternoon", space=None)
    assert "15:00" in core.told("dora@z.net")[-1].text


def test_a_move_asks_for_the_hour_of_a_part_of_the_day(core: FakeStage):
    started(core)
    number = core.told("erin")[0].number
    core.hears("erin", f"move #{number} to", space=None)
    core.hears("erin", "tomorrow", space=None)
    core.hears("erin", "in the afternoon", space=None)
    assert len(core.told("alice@x.com")) == 1


@pytest.mark.parametrize("said", ["no wait, not alice", "not that", "nicht alice", "the other one"])
def test_what_is_not_meant_declines_and_never_offers_the_opposite(core: FakeStage, said: str):
    asked_to_resend(core)
    core.hears("erin", said, space=None)
    assert "OK, I’ll leave everything as it is" in core.told("erin")[-1].text
    assert not core.told("erin")[-1].cards
    core.hears("erin", "yes", space=None)
    assert len(core.told("alice@x.com")) == 1


def test_an_unclear_answer_is_met_by_the_same_question(core: FakeStage):
    for subject in ("red roof", "blue roof"):
        started(core, f"meet alice@x.com about the {subject}")
    core.hears("erin", "cancel roof", space=None)
    for said in ("the third", "the other one", "both"):
        core.hears("erin", said, space=None)
        assert "Which one?" in core.told("erin")[-1].text
    core.hears("erin", "not the first", space=None)
    core.hears("erin", "yes", space=None)
    assert "is cancelled" in core.told("erin")[-1].text


@pytest.mark.parametrize("said", ["the first one", "die zweite", "le dernier"])
def test_an_ordinal_alone_names_no_meeting(core: FakeStage, said: str):
    started(core)
    core.hears("erin", said, space=None)
    assert "haven’t asked you anything" in core.told("erin")[-1].text
    assert not core.told("erin")[-1].cards


@pytest.mark.parametrize(
    "answer",
    ["around eleven in the morning", "at around 11am please", "gegen elf Uhr", "let's say 11:00"],
)
def test_a_time_that_is_said_roughly_is_an_answer(core: FakeStage, answer: str):
    core.hears("erin", "meet carl@example.com on friday", space=None)
    assert "At what time" in core.told("erin")[-1].text
    core.hears("erin", answer, space=None)
    assert "Friday 6 March 2026, 11:00" in core.told("carl")[-1].text


def test_a_rough_time_in_words_may_still_be_of_two_halves(core: FakeStage):
    core.hears("erin", "meet carl@example.com on friday", space=None)
    core.hears("erin", "maybe quarter past three", space=None)
    titles = core.told("erin")[-1].titles
    assert titles == [
        f"Meet carl@example.com: Friday 6 March 2026, {clock}" for clock in ("15:15", "03:15")
    ]
    assert core.told("carl") == []


def test_what_is_said_anew_is_no_answer(core: FakeStage):
    core.hears("erin", "meet alice@x.com tomorrow 15:00 about the roof", space=None)
    core.passes(minutes=6)
    core.hears("erin", "move it to half past 5", space=None)
    core.hears("erin", "move it to 6:30", space=None)
    titles = core.told("erin")[-1].titles
    assert titles == [f"Move the meeting, same day: {clock}" for clock in ("18:30", "06:30")]


def test_another_meeting_without_a_time_is_no_answer_to_the_first(core: FakeStage):
    core.hears("erin", "meet carl@example.com on friday", space=None)
    core.hears("erin", "meet bob@example.com on saturday", space=None)
    core.hears("erin", "3pm", space=None)
    assert core.told("carl") == []
    assert "Saturday 7 March 2026, 15:00" in core.told("bob")[-1].text


@pytest.mark.parametrize("asked", ["extend for 20", "sag", "what's up doc", "meet somebody"])
def test_a_bare_number_that_answers_nothing_starts_no_meeting(core: FakeStage, asked: str):
    core.hears("erin", "meet alice@x.com about the roof", space=None)
    core.hears("erin", asked, space=None)
    core.hears("erin", "1", space=None)
    note = core.told("erin")[-1]
    said = note.offered
    assert "meet" not in said
