"""A guest is given a page's address; a press there leads in, and the host is told."""

from __future__ import annotations

import pytest

from bot.core.domain.doors import Closed, DoorState, Early, Rsvp, VisitorState
from tests.doors.visitors import goes_in, knocks, sees, sees_as_host, starts, token_of
from tests.stories.fake import FakeStage
from tests.stories.stage import Stage


@pytest.mark.whole
def test_a_press_leads_in_and_the_host_is_told_once(bot: Stage):
    bot.hears("erin", "meet alice@x.com about the roof", space=None)
    link = bot.told("alice@x.com")[-1].link
    assert "/j/" in link
    page = sees(bot, link)
    assert (page.state, page.subject, page.host) == (DoorState.OPEN, "the roof", "Erin Expert")
    into = goes_in(bot, link)
    told = bot.told("erin")[-1]
    assert "alice@x.com is here for “the roof”" in told.text
    assert bot.opens(into).role == "guest"
    again = goes_in(bot, link)
    assert again != into
    assert bot.opens(again).meeting == bot.opens(into).meeting
    assert bot.told("erin")[-1] == told
    assert bot.opens(starts(bot, told.link)) == bot.opens(into).as_host()


def test_it_may_be_the_meeting_to_which_somebody_just_came(core: FakeStage):
    core.hears("erin", "meet alice@x.com about the roof", space=None)
    link = core.told("alice@x.com")[-1].link
    core.passes(minutes=6)
    core.hears("erin", "meet carl@example.com about the door", space=None)
    core.passes(minutes=2)
    goes_in(core, link)
    core.hears("erin", "extend 15 min", space=None)
    titles = core.told("erin")[-1].titles
    assert titles == ["#1 the roof", "#2 the door"]


@pytest.mark.whole
def test_reading_a_page_tells_nobody(bot: Stage):
    bot.hears("erin", "meet alice@x.com", space=None)
    link = bot.told("alice@x.com")[-1].link
    before, calls = len(bot.told("erin")), bot.calls_of("joseencrypt")
    first, second = sees(bot, link), sees(bot, link)
    bot.settle_doors()
    assert first.version == second.version
    assert (len(bot.told("erin")), bot.calls_of("joseencrypt")) == (before, calls)


def test_who_is_early_waits_for_the_time(core: FakeStage):
    core.hears("erin", "meet alice@x.com tomorrow 15:00", space=None)
    link = core.told("alice@x.com")[-1].link
    before = len(core.told("erin"))
    assert sees(core, link).state is DoorState.EARLY
    assert knocks(core, link) == Early()
    assert len(core.told("erin")) == before
    core.passes(hours=29, minutes=50)
    assert sees(core, link).state is DoorState.OPEN
    assert core.opens(goes_in(core, link)).state == "open"


def test_after_the_end_it_is_closed(core: FakeStage):
    core.hears("erin", "meet alice@x.com for 30m", space=None)
    link = core.told("alice@x.com")[-1].link
    core.passes(minutes=31)
    assert sees(core, link).state is DoorState.OVER
    assert knocks(core, link) == Closed()


def test_a_token_that_was_made_up_opens_nothing(core: FakeStage):
    core.hears("erin", "meet alice@x.com", space=None)
    token = token_of(core.told("alice@x.com")[-1].link)
    wrong = ("A" if token[0] != "A" else "B") + token[1:]
    assert core.doors.view(wrong) is None
    assert core.doors.view(token.swapcase()) is None
    assert core.doors.press(wrong) is None
    assert core.doors.host_view(token) is None
    assert core.doors.start(token) is None
    assert core.doors.calendar(wrong) is None


def test_a_host_s_token_opens_no_guest_s_door(core: FakeStage):
    core.hears("erin", "meet alice@x.com", space=None)
    page = token_of(core.told("erin")[0].links[1])
    assert core.doors.host_view(page)
    assert core.doors.view(page) is None
    assert core.doors.press(page) is None
    assert core.doors.calendar(page) is None


def test_the_host_s_page_shows_who_is_here(core: FakeStage):
    core.hears("erin", "meet alice@x.com carl@z.net", space=None)
    goes_in(core, core.told("alice@x.com")[-1].link)
    page = sees_as_host(core, core.told("erin")[-1].link)
    [visitor] = page.visitors
    assert (visitor.name, visitor.state) == ("alice@x.com", VisitorState.JOINED)
    assert not page.started
    starts(core, core.told("erin")[-1].link)
    assert sees_as_host(core, core.told("erin")[-1].link).started


def test_a_host_starts_neither_early_nor_once_it_is_cancelled(core: FakeStage):
    core.hears("erin", "meet alice@x.com tomorrow 15:00", space=None)
    page = token_of(next(each for each in core.told("erin")[0].links if "/h/" in each))
    assert core.doors.start(page) == Early()
    core.hears("erin", "cancel #1", space=None)
    assert core.doors.start(page) == Closed()


def test_nobody_answers_for_all_who_share_a_door(core: FakeStage):
    core.hears("erin", "meet here tomorrow 15:00")
    assert not core.doors.rsvp(token_of(core.posted_in("Support")[0].link), Rsvp.CANNOT)


def test_the_subject_of_a_discreet_meeting_is_not_on_the_page(core: FakeStage):
    core.settings(discreet=True)
    core.hears("erin", "meet alice@x.com about the merger", space=None)
    link = core.told("alice@x.com")[-1].link
    assert sees(core, link).subject is None
    assert b"merger" not in (core.doors.calendar(token_of(link)) or b"")


def test_a_link_can_be_made_to_work_for_less_than_the_meeting(core: FakeStage):
    core.door_link_minutes = 10
    core.hears("erin", "meet alice@x.com for 60m", space=None)
    link = core.told("alice@x.com")[-1].link
    into = goes_in(core, link)
    core.passes(minutes=11)
    assert core.opens(into).state == "expired"
    assert core.opens(goes_in(core, link)).state == "open"


def test_a_link_never_works_for_longer_than_the_meeting(core: FakeStage):
    core.door_link_minutes = 30
    core.hears("erin", "meet alice@x.com for 60m", space=None)
    core.passes(minutes=50)
    into = goes_in(core, core.told("alice@x.com")[-1].link)
    core.passes(minutes=11)
    assert core.opens(into).state == "expired"


def test_nothing_that_opens_a_door_is_kept(core: FakeStage):
    core.hears("erin", "meet alice@x.com", space=None)
    link = core.told("alice@x.com")[-1].link
    goes_in(core, link)
    page = core.told("erin")[-1].link
    kept = core.kept()
    assert token_of(link) not in kept
    assert token_of(page) not in kept
