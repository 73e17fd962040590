"""A request to experts, with doors: guests wait there, and experts start on their own page."""

from __future__ import annotations

import pytest

from tests.doors.callers import set_up_cardiology
from tests.doors.visitors import goes_in, sees, starts, token_of
from tests.stories.fake import FakeStage
from tests.stories.test_experts import asked


@pytest.fixture
def core(core: FakeStage) -> FakeStage:
    set_up_cardiology(core)
    return core


def pages_of(bot: FakeStage, who: str) -> list[str]:
    """Return the addresses of host pages in somebody's chat."""
    return [each for note in bot.told(who) for each in note.links if "/h/" in each]


def taken_by(bot: FakeStage, who: str) -> str:
    """Have somebody take the request; return the address of their page."""
    bot.presses(who, "Take it")
    [page] = pages_of(bot, who)
    return page


def test_a_guest_gets_a_door_at_once_and_reads_who_is_the_host(core: FakeStage):
    asked(core)
    [note] = core.told("alice@x.com")
    assert note.text.startswith("Erin Expert invites you")
    taken_by(core, "carl")
    assert "which Erin Expert asked for" in core.told("carl")[0].text
    assert sees(core, note.link).host == "Carl Colleague"


@pytest.mark.parametrize("first", ["straight in", "admit first"])
def test_who_asked_is_told_who_is_here_and_can_start_nothing(core: FakeStage, first: str):
    core.hears("erin", f"defaults {first}", space=None)
    asked(core)
    goes = core.told("alice@x.com")[-1].link
    core.doors.press(token_of(goes))
    core.settle_doors()
    assert pages_of(core, "erin") == []


def test_a_claim_leads_to_a_page_that_starts_the_meeting(core: FakeStage):
    asked(core)
    guest = core.opens(goes_in(core, core.told("alice@x.com")[-1].link))
    assert core.opens(starts(core, taken_by(core, "carl"))) == guest.as_host()


def test_a_claimer_who_has_not_started_is_asked_and_then_it_goes_back(core: FakeStage):
    asked(core)
    page = taken_by(core, "carl")
    core.passes(minutes=2, seconds=59)
    assert "Are you coming?" not in core.told("carl")[-1].text
    core.restarts_after(seconds=1)
    assert "Are you coming?" in core.told("carl")[-1].text
    core.passes(minutes=2)
    assert "You’re no longer its host" in core.told("carl")[-1].text
    assert "Carl Colleague can’t take" in core.told("erin")[-1].text
    assert core.doors.start(token_of(page)) is None
    assert pages_of(core, "carl") == []
    core.presses("bob", "Take it")
    assert core.opens(starts(core, pages_of(core, "bob")[0])).role == "host"


def test_a_claimer_who_has_started_is_not_asked(core: FakeStage):
    asked(core)
    starts(core, taken_by(core, "carl"))
    core.passes(minutes=20)
    assert not any("Are you coming?" in each.text for each in core.told("carl"))
    assert pages_of(core, "carl")


def test_a_claimer_who_is_coming_keeps_it_and_is_asked_again(core: FakeStage):
    asked(core)
    page = taken_by(core, "carl")
    core.passes(minutes=3)
    core.presses("carl", "I’m coming")
    core.passes(minutes=2)
    assert core.doors.start(token_of(page)) is not None
    core.passes(minutes=20)
    assert "Are you coming?" in str([each.text for each in core.told("carl")])
    assert pages_of(core, "carl") == [page]


def test_a_claimer_who_is_coming_and_does_not_loses_it(core: FakeStage):
    asked(core)
    page = taken_by(core, "carl")
    core.passes(minutes=3)
    core.presses("carl", "I’m coming")
    core.passes(minutes=5)
    assert core.doors.start(token_of(page)) is None


def times_asked(bot: FakeStage, who: str) -> int:
    """Return how often somebody was asked whether they come."""
    return sum("Are you coming?" in each.text for each in bot.told(who))


def test_a_claimer_who_said_that_they_come_is_asked_three_minutes_after_that(core: FakeStage):
    number = asked(core)
    taken_by(core, "carl")
    core.passes(minutes=1)
    core.hears("carl", f"take #{number}", space=None)
    core.passes(minutes=2, seconds=59)
    assert times_asked(core, "carl") == 0
    core.passes(seconds=1)
    assert times_asked(core, "carl") == 1


def test_who_gave_it_back_and_took_it_again_is_asked_three_minutes_after_that(core: FakeStage):
    number = asked(core)
    taken_by(core, "carl")
    core.passes(minutes=2)
    core.hears("carl", f"give back #{number}", space=None)
    core.presses("carl", "Take it")
    core.passes(minutes=2, seconds=59)
    assert times_asked(core, "carl") == 0
    core.passes(seconds=1)
    assert times_asked(core, "carl") == 1


def test_a_claimer_gives_back_when_asked(core: FakeStage):
    asked(core)
    taken_by(core, "carl")
    core.passes(minutes=3)
    core.presses("carl", "Give back")
    assert pages_of(core, "carl") == []
    before = len(core.told("carl"))
    core.passes(minutes=1)
    assert len(core.told("carl")) == before


def test_who_asked_and_gave_it_back_can_start_nothing(core: FakeStage):
    number = asked(core)
    page = taken_by(core, "erin")
    core.hears("erin", f"give back #{number}", space=None)
    assert core.doors.start(token_of(page)) is None


def test_a_fresh_link_of_a_claimer_is_their_page(core: FakeStage):
    number = asked(core)
    page = taken_by(core, "carl")
    core.hears("carl", f"resend me of #{number}", space=None)
    assert core.told("carl")[-1].links == [page]


def test_a_guest_who_lost_their_link_before_anybody_took_it_gets_it_again(core: FakeStage):
    asked(core)
    core.doors.lost("alice@x.com")
    core.settle_doors()
    assert len(core.told("alice@x.com")) == 2


def test_who_cancels_their_request_is_told_of_no_host_link(core: FakeStage):
    number = asked(core)
    core.hears("erin", f"cancel #{number}")
    [said] = [each.text for each in core.posted_in("Support") if "is cancelled" in each.text]
    assert "Their links no longer work." in said
    assert "host link" not in said


@pytest.mark.parametrize(
    "said", ["yes", "ja", "coming", "on my way", "ja bin unterwegs", "j'arrive"]
)
def test_an_expert_who_says_that_they_come_keeps_the_request(core: FakeStage, said: str):
    asked(core)
    taken_by(core, "carl")
    core.passes(minutes=3)
    assert "Are you coming?" in core.told("carl")[-1].text
    told = len(core.told("alice@x.com"))
    core.hears("carl", said, space=None)
    core.passes(minutes=2, seconds=30)
    assert not any("asking the others" in each.text for each in core.told("carl"))
    assert len(core.told("alice@x.com")) == told
