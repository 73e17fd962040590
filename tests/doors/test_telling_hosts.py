"""What hosts hear of guests: answers, no-shows, requests for a new time, trouble."""

from __future__ import annotations

import pytest

from bot.core.domain.doors import Enter, Rsvp, Unavailable
from bot.sandbox.webex.faults import ServerError
from tests.doors.visitors import goes_in, knocks, sees, token_of
from tests.stories.fake import FakeStage
from tests.stories.stage import Stage

NO_LINKS = ServerError(503, path="joseencrypt", times=None)


def last(bot: Stage, who: str = "erin") -> str:
    return bot.told(who)[-1].text


@pytest.mark.whole
def test_a_guest_s_answer_is_passed_on(bot: Stage):
    bot.hears("erin", "meet alice@x.com tomorrow 15:00 about the roof", space=None)
    link = bot.told("alice@x.com")[-1].link
    assert bot.doors.rsvp(token_of(link), Rsvp.LATE)
    bot.settle_doors()
    assert "alice@x.com is running late for “the roof”" in last(bot)
    assert sees(bot, link).rsvp is Rsvp.LATE
    told = len(bot.told("erin"))
    assert bot.doors.rsvp(token_of(link), Rsvp.LATE)
    bot.settle_doors()
    assert len(bot.told("erin")) == told
    bot.doors.rsvp(token_of(link), Rsvp.CANNOT)
    bot.settle_doors()
    assert "alice@x.com can’t come to “the roof”" in last(bot)


def test_who_does_not_come_is_named_once(core: FakeStage):
    core.hears("erin", "meet alice@x.com carl@both.org dora@both.org", space=None)
    goes_in(core, core.told("alice@x.com")[-1].link)
    core.passes(minutes=9)
    assert "Not here yet" not in last(core)
    core.passes(minutes=2)
    assert "Not here yet for #1: carl@both.org, dora@both.org" in last(core)
    told = len(core.told("erin"))
    core.passes(minutes=20)
    assert len(core.told("erin")) == told


@pytest.mark.parametrize("said", ["cancel #1", "move #1 3 hours later"])
def test_nobody_is_missed_at_a_meeting_that_is_not_then(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com today 15:00", space=None)
    core.hears("erin", said, space=None)
    core.passes(hours=6, minutes=30)
    assert not any("Not here yet" in each.text for each in core.told("erin"))


def test_when_everybody_came_nothing_is_said(core: FakeStage):
    core.hears("erin", "meet alice@x.com", space=None)
    goes_in(core, core.told("alice@x.com")[-1].link)
    core.passes(minutes=11)
    assert not any("Not here yet" in each.text for each in core.told("erin"))


@pytest.mark.whole
def test_a_guest_asks_for_a_new_time_and_the_host_has_buttons(bot: Stage):
    bot.hears("erin", "meet alice@x.com about the roof", space=None)
    link, number = bot.told("alice@x.com")[-1].link, bot.told("erin")[-1].number
    bot.hears("erin", f"cancel #{number}", space=None)
    assert bot.doors.ask_again(token_of(link))
    bot.settle_doors()
    assert "alice@x.com asks for a new time for “the roof”" in last(bot)
    asked = len(bot.told("erin"))
    assert bot.doors.ask_again(token_of(link))
    bot.settle_doors()
    assert len(bot.told("erin")) == asked


def test_the_button_meets_the_same_guest_again(core: FakeStage):
    core.hears("erin", "meet alice@x.com about the roof for 30m", space=None)
    link = core.told("alice@x.com")[-1].link
    core.passes(minutes=31)
    core.doors.ask_again(token_of(link))
    core.settle_doors()
    core.presses("erin", "Meet again now")
    again = core.told("alice@x.com")[-1].link
    assert again != link
    assert isinstance(knocks(core, again), Enter)


def test_a_press_while_there_are_no_links_is_told_once_and_works_later(core: FakeStage):
    core.hears("erin", "meet alice@x.com", space=None)
    link = core.told("alice@x.com")[-1].link
    core.faults = [NO_LINKS]
    assert knocks(core, link) == Unavailable()
    assert knocks(core, link) == Unavailable()
    assert "alice@x.com is here" in last(core)
    core.settle_doors(late=True)
    assert "alice@x.com can’t get into #1: Instant Connect isn’t giving me links" in last(core)
    told = len(core.told("erin"))
    core.faults = []
    assert isinstance(knocks(core, link), Enter)
    core.settle_doors(late=True)
    assert len(core.told("erin")) == told


def test_a_short_outage_is_not_worth_a_word(core: FakeStage):
    core.hears("erin", "meet alice@x.com", space=None)
    link = core.told("alice@x.com")[-1].link
    core.faults = [NO_LINKS]
    assert knocks(core, link) == Unavailable()
    core.faults = []
    goes_in(core, link)
    core.settle_doors(late=True)
    assert "can’t get into" not in last(core)


def test_the_status_says_who_came(core: FakeStage):
    core.hears("erin", "meet alice@x.com carl@both.org admit first", space=None)
    link = core.told("alice@x.com")[-1].link
    knocks(core, link)
    core.passes(minutes=2)
    core.hears("erin", "let in alice", space=None)
    core.hears("erin", "status #1", space=None)
    said = last(core)
    assert "alice@x.com: here since 09:00, let in at 09:02" in said
    assert "carl@both.org: has not pressed Join" in said
