"""What did not work, or is over, can be done again by one press."""

from __future__ import annotations

import pytest

from bot.sandbox.webex.faults import NotFoundYet, ServerError
from tests.rows import for_each
from tests.stories.fake import FakeStage
from tests.stories.stage import Stage
from tests.stories.test_more_links import meetings_of, started

DOWN = ServerError(503, path="joseencrypt", times=None)


@pytest.mark.whole
def test_a_meeting_that_failed_is_started_by_a_button(bot: Stage):
    bot.faults = [DOWN]
    bot.hears("erin", "meet alice@x.com @Bob about the invoice")
    assert "Nobody was invited" in bot.posted_in("Support")[-1].text
    bot.faults = []
    bot.presses("erin", "Try again")
    assert len(meetings_of(bot, "erin", "alice@x.com", "bob")) == 1
    assert "“the invoice”" in bot.told("alice@x.com")[0].text


@for_each(
    ("said", "done"),
    [
        ("extend 30m", "now lasts until"),
        ("add dora@z.net", "1 guest invited"),
        ("resend all", "Fresh links"),
        ("move to tomorrow 3pm", "is now on"),
    ],
)
def test_a_change_that_failed_is_tried_again_on_the_same_meeting(said: str, done: str):
    core = FakeStage()
    number = started(core).number
    core.faults = [DOWN]
    core.hears("erin", said)
    core.faults = []
    core.hears("carl", "meet")  # another meeting of the space
    core.presses("erin", "Try again")
    said_last = core.posted_in("Support")[-1].text
    assert done in said_last
    assert f"#{number}" in said_last
    core.close()


def test_while_it_fails_it_can_be_tried_again(core: FakeStage):
    core.faults = [DOWN]
    core.hears("erin", "meet alice@x.com", space=None)
    core.presses("erin", "Try again")
    assert "Nobody was invited" in core.told("erin")[-1].text
    core.faults = []
    core.presses("erin", "Try again")
    assert len(core.told("alice@x.com")) == 1


def test_a_device_is_not_asked_about_again(core: FakeStage):
    core.hears("erin", "meet with Room 12", space=None)
    core.faults = [DOWN]
    core.presses("erin", "Yes, dial Room 12")
    core.faults = []
    core.presses("erin", "Try again")
    assert core.told("erin")[-2].links


def test_there_is_no_button_where_it_would_not_help(core: FakeStage):
    core.faults = [NotFoundYet(times=None, path="joseencrypt")]
    core.hears("erin", "meet alice@x.com")
    assert core.posted_in("Support")[-1].titles == []


def test_nobody_else_tries_it_again(core: FakeStage):
    core.faults = [DOWN]
    core.hears("erin", "meet alice@x.com")
    core.faults = []
    core.presses("carl", "Try again")
    assert "That question is for erin@example.com" in core.posted_in("Support")[-1].text
    assert core.told("alice@x.com") == []


def test_after_the_end_its_host_meets_the_same_guests_by_a_button(core: FakeStage):
    started(core)
    core.passes(minutes=61)
    ended = core.told("erin")[-1]
    assert "have expired. To meet the same guests again, say again #1." in ended.text
    core.presses("erin", "Meet again", ended)
    assert core.told("alice@x.com")[-1].links
    assert "“the invoice” (#2)" in core.told("erin")[-2].text


def test_after_a_meeting_without_guests_nobody_is_met_again(core: FakeStage):
    core.hears("erin", "meet 2 guests")
    core.passes(minutes=61)
    assert "Say meet to start a new meeting" in core.told("erin")[-1].text
    assert core.told("erin")[-1].titles == []


@for_each("said", ["extend", "extend #1", "resend all", "add dora@z.net to #1", "text for all"])
def test_who_means_a_meeting_that_is_over_can_meet_again(said: str):
    core = FakeStage()
    started(core)
    core.passes(minutes=65)
    core.hears("erin", said)
    assert "“the invoice” (#1) is over, so I did nothing." in core.posted_in("Support")[-1].text
    core.hears("erin", "yes")
    assert core.told("alice@x.com")[-1].links
    core.close()


def test_the_length_that_was_asked_for_is_that_of_the_new_meeting(core: FakeStage):
    started(core)
    core.passes(minutes=65)
    core.hears("erin", "extend 30m", space=None)
    core.presses("erin", "Meet again")
    assert "works for 30 minutes" in core.told("alice@x.com")[-1].text


def test_hours_later_nothing_is_guessed(core: FakeStage):
    started(core)
    core.passes(minutes=125)
    core.hears("erin", "extend")
    assert "You don’t have an open meeting" in core.posted_in("Support")[-1].text


@pytest.mark.whole
def test_a_device_that_is_dialled_is_named_afterwards(bot: Stage):
    bot.hears("erin", "meet alice@x.com with Room 12 dial it")
    assert "When you join, I dial Room 12." in bot.told("erin")[0].text
    assert "Room 12" not in bot.told("alice@x.com")[0].text
    bot.hears("erin", "status", space=None)
    assert "dialled when a host joins: Room 12" in bot.told("erin")[-1].text


def test_a_fresh_host_link_and_the_next_host_call_everybody_by_name(core: FakeStage):
    core.makes_host("carl")
    core.hears("erin", "meet here")
    core.hears("erin", "resend me")
    assert "Erin Expert (host): sent" in core.posted_in("Support")[-1].text
    core.hears("erin", "handover @Carl")
    assert core.told("carl")[0].text.startswith("Erin Expert handed over #1 to you.")
