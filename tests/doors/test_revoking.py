"""A door can be taken back, unlike a link, and what can't is said."""

from __future__ import annotations

import pytest

from bot.core.domain.doors import Closed, DoorState, Enter, Wait
from bot.core.domain.joseencrypt import LinkRequest
from bot.core.domain.links import Links
from tests.doors.visitors import goes_in, knocks, sees, token_of
from tests.stories.fake import FakeStage
from tests.stories.stage import Stage


@pytest.mark.whole
def test_cancelling_closes_every_door(bot: Stage):
    bot.hears("erin", "meet alice@x.com", space=None)
    link = bot.told("alice@x.com")[-1].link
    number = bot.told("erin")[-1].number
    bot.hears("erin", f"cancel #{number}", space=None)
    assert sees(bot, link).state is DoorState.CALLED_OFF
    assert knocks(bot, link) == Closed()
    said = bot.told("erin")[-1].text
    assert "Guests’ links no longer work. Your host link works until" in said
    assert "already opened or copied" not in said


def test_who_had_joined_before_a_cancellation_is_named(core: FakeStage):
    core.hears("erin", "meet alice@x.com carl@both.org", space=None)
    goes_in(core, core.told("alice@x.com")[-1].link)
    core.hears("erin", "cancel #1", space=None)
    said = core.told("erin")[-1].text
    assert "except for those who had already joined: alice@x.com. Theirs and your" in said


def test_who_is_removed_finds_nothing_at_their_door(core: FakeStage):
    core.hears("erin", "meet alice@x.com carl@both.org", space=None)
    link, other = core.told("alice@x.com")[-1].link, core.mailed("carl@both.org")[-1].link
    core.hears("erin", "remove alice@x.com", space=None)
    assert core.doors.view(token_of(link)) is None
    assert core.doors.press(token_of(link)) is None
    assert "Their links no longer work." in core.told("erin")[-1].text
    assert isinstance(knocks(core, other), Enter)


def test_who_is_removed_while_they_press_gets_no_link(
    core: FakeStage, monkeypatch: pytest.MonkeyPatch
):
    core.hears("erin", "meet alice@x.com", space=None)
    link, mint = core.told("alice@x.com")[-1].link, core.broker.mint

    def mint_late(request: LinkRequest) -> Links:
        links = mint(request)
        core.hears("erin", "remove alice@x.com", space=None)
        return links

    monkeypatch.setattr(core.broker, "mint", mint_late)
    assert core.doors.press(token_of(link)) is None
    core.settle_doors()
    assert not any("is here for" in each.text for each in core.told("erin"))


def test_it_is_said_until_when_a_removed_guest_can_get_in_who_had_joined(core: FakeStage):
    core.hears("erin", "meet alice@x.com", space=None)
    goes_in(core, core.told("alice@x.com")[-1].link)
    core.hears("erin", "remove alice@x.com", space=None)
    said = core.told("erin")[-1].text
    assert "already joined: alice@x.com. They can get in until Monday 2 March 2026, 10:00" in said


def test_who_is_invited_again_gets_another_door(core: FakeStage):
    core.hears("erin", "meet alice@x.com", space=None)
    first = core.told("alice@x.com")[-1].link
    core.hears("erin", "remove alice@x.com", space=None)
    core.hears("erin", "add alice@x.com to #1", space=None)
    again = core.told("alice@x.com")[-1].link
    assert again != first
    assert core.doors.view(token_of(first)) is None
    assert isinstance(knocks(core, again), Enter)


@pytest.mark.whole
def test_a_fresh_link_closes_the_door_before(bot: Stage):
    bot.hears("erin", "meet alice@x.com", space=None)
    first, number = bot.told("alice@x.com")[-1].link, bot.told("erin")[-1].number
    bot.hears("erin", f"resend alice@x.com of #{number}", space=None)
    again = bot.told("alice@x.com")[-1].link
    assert again != first
    assert bot.doors.view(token_of(first)) is None
    assert isinstance(knocks(bot, again), Enter)


def test_who_waits_while_their_link_is_sent_anew_goes_on_waiting(core: FakeStage):
    core.hears("erin", "meet alice@x.com admit first", space=None)
    first = core.told("alice@x.com")[-1].link
    assert knocks(core, first) == Wait()
    core.hears("erin", "resend alice@x.com of #1", space=None)
    assert sees(core, first).state is DoorState.WAITING
    core.hears("erin", "let in all", space=None)
    assert isinstance(knocks(core, first), Enter)


def test_links_that_were_handed_on_are_replaced_by_fresh_ones(core: FakeStage):
    core.hears("erin", "meet with 2 guests", space=None)
    first = next(each for each in core.told("erin") if len(each.links) == 2 and "/j/" in each.text)
    assert len(set(first.links)) == 2
    core.hears("erin", "resend all of #1", space=None)
    assert [core.doors.view(token_of(each)) for each in first.links] == [None, None]


@pytest.mark.parametrize("said", ["extend 30m #1", "move #1 an hour later"])
def test_a_door_stays_the_same_when_the_meeting_changes_its_time(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com tomorrow 15:00", space=None)
    link, before = core.told("alice@x.com")[-1].link, sees(core, core.told("alice@x.com")[-1].link)
    core.hears("erin", said, space=None)
    assert core.told("alice@x.com")[-1].link == link
    assert sees(core, link).expires > before.expires
    assert "new link" not in " ".join(each.text for each in core.said())
    receipt = core.told("erin")[-1].text
    assert ("Guests’ links stay the same" in receipt) is said.startswith("move")


def test_a_former_host_no_longer_has_a_page(core: FakeStage):
    core.hears("erin", "meet alice@x.com", space=None)
    page = token_of(core.told("erin")[0].links[1])
    core.makes_host("carl")
    core.hears("erin", "handover carl@example.com of #1", space=None)
    assert core.doors.host_view(page) is None
    assert core.doors.start(page) is None
    assert core.doors.host_view(token_of(core.told("carl")[0].links[1]))


def test_a_guest_s_link_is_no_host_s_page_once_the_guest_becomes_the_host(core: FakeStage):
    core.hears("erin", "meet @Carl alice@x.com")
    link = next(each.link for each in core.told("carl") if "/j/" in each.text)
    core.makes_host("carl")
    core.hears("erin", "handover @Carl of #1")
    assert core.doors.host_view(token_of(core.told("carl")[-1].links[-1]))
    assert core.doors.host_view(token_of(link)) is None
    assert core.doors.start(token_of(link)) is None


def test_a_host_who_may_no_longer_use_the_bot_has_no_page(core: FakeStage):
    core.hears("erin", "meet alice@x.com", space=None)
    page = token_of(core.told("erin")[0].links[1])
    core.settings(access=type(core.installation.access).parse("elsewhere.org"))
    assert core.doors.start(page) is None


def test_a_text_for_a_guest_has_their_door_or_a_bare_link(core: FakeStage):
    core.hears("erin", "meet alice@x.com", space=None)
    link = core.told("alice@x.com")[-1].link
    core.hears("erin", "text for alice@x.com of #1", space=None)
    assert set(core.told("erin")[-1].links) == {link}
    core.hears("erin", "text for alice@x.com of #1 direct", space=None)
    bare = core.told("erin")[-1].links[0]
    assert "/visit/" in bare
    assert core.opens(bare).role == "guest"


def test_what_is_sent_by_each_way_is_the_same_door(core: FakeStage):
    core.hears("erin", "meet carl@both.org +491713920042 qr tomorrow 15:00", space=None)
    letter = core.mailed("carl@both.org")[-1]
    assert core.told("carl@both.org")[-1].link == letter.link
    assert letter.link in letter.calendar.replace("\r\n ", "").replace("\n ", "")
    assert "/j/" in core.texted("+491713920042")[-1]
    core.passes(hours=29, minutes=50)
    assert core.told("carl@both.org")[-1].link == letter.link
    assert "starts soon" in core.told("carl@both.org")[-1].text
