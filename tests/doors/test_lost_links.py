"""Guests who lost their link get another one, the way they were invited."""

from __future__ import annotations

import pytest

from bot.core.domain.doors import Enter
from bot.core.domain.limits import Limits
from tests.doors.visitors import knocks, token_of
from tests.rows import for_each
from tests.stories.fake import FakeStage
from tests.stories.stage import Stage


@pytest.mark.whole
def test_a_lost_link_is_sent_again_the_way_it_came(bot: Stage):
    bot.hears("erin", "meet dora@z.net about the roof", space=None)
    [first] = bot.mailed("dora@z.net")
    bot.doors.lost("Dora@z.net")
    bot.settle_doors()
    letter = bot.mailed("dora@z.net")[-1]
    assert letter.link != first.link
    assert bot.doors.view(token_of(first.link)) is None
    assert isinstance(knocks(bot, letter.link), Enter)


@for_each("when", ["", " tomorrow 15:00"])
def test_it_names_the_meeting_and_does_not_say_that_it_changed(core: FakeStage, when: str):
    core.hears("erin", f"meet dora@z.net +491713920042{when} about the roof", space=None)
    for address in ("dora@z.net", "+491713920042"):
        core.doors.lost(address)
        core.settle_doors()
    letter, text = core.mailed("dora@z.net")[-1], core.texted("+491713920042")[-1]
    assert letter.subject.startswith("Invitation to a video meeting about “the roof”")
    assert "Erin Expert invites you to a video meeting about “the roof”" in letter.text
    assert 'Erin Expert invites you to a video meeting about "the roof"' in text
    assert "changed" not in f"{letter.text} {letter.html} {text}"


def test_nothing_is_sent_to_who_was_not_invited_or_whose_meeting_is_over(core: FakeStage):
    core.hears("erin", "meet dora@z.net for 30m", space=None)
    core.doors.lost("carl@z.net")
    core.settle_doors()
    core.passes(minutes=31)
    core.doors.lost("dora@z.net")
    core.settle_doors()
    assert core.mailed("carl@z.net") == []
    assert len(core.mailed("dora@z.net")) == 1


@pytest.mark.parametrize("written", ["+49 171 3920042", "0171/3920042"])
def test_a_guest_known_by_phone_gets_a_text(core: FakeStage, written: str):
    core.settings(region="DE")
    core.hears("erin", "meet +491713920042 about the roof", space=None)
    [first] = core.texted("+491713920042")
    core.doors.lost(written)
    core.settle_doors()
    again = core.texted("+491713920042")[-1]
    assert again != first
    assert isinstance(knocks(core, again[again.index("http") :].split()[0]), Enter)


@pytest.mark.parametrize("written", ["alice", "12", "+1", "@", "0171 3920042"])
def test_what_names_nobody_sends_nothing(core: FakeStage, written: str):
    core.settings(region="")
    core.hears("erin", "meet +491713920042 alice@x.com", space=None)
    before = len(core.said())
    core.doors.lost(written)
    core.settle_doors()
    assert len(core.texted("+491713920042")) == 1
    assert len(core.said()) == before


def test_a_guest_gets_three_an_hour_however_it_is_written(core: FakeStage):
    core.hears("erin", "meet dora@z.net", space=None)
    for number in range(5):
        core.doors.lost(("Dora@Z.net", "dora@z.net")[number % 2])
        core.settle_doors()
    assert len(core.mailed("dora@z.net")) == 1 + 3
    core.passes(minutes=59)
    core.hears("erin", "extend 2h", space=None)
    before = len(core.mailed("dora@z.net"))
    core.doors.lost("dora@z.net")
    core.settle_doors()
    assert len(core.mailed("dora@z.net")) == before
    core.passes(minutes=2)
    core.doors.lost("dora@z.net")
    core.settle_doors()
    assert len(core.mailed("dora@z.net")) == before + 1


def test_lost_links_of_several_meetings_are_one_message_in_a_chat(core: FakeStage):
    for subject in ("roof", "cellar", "garden"):
        core.hears("erin", f"meet alice@x.com about the {subject}", space=None)
    before, hosts = len(core.told("alice")), len(core.told("erin"))
    core.doors.lost("alice@x.com")
    core.settle_doors()
    [said] = core.told("alice")[before:]
    for subject in ("roof", "cellar", "garden"):
        assert subject in said.text
    assert len(core.told("erin")) == hosts


def test_lost_links_leave_the_limit_of_messages_to_hosts(core: FakeStage):
    core.settings(limits=Limits(messages_per_guest=3))
    for subject in ("roof", "cellar"):
        core.hears("erin", f"meet dora@z.net about the {subject}", space=None)
    hosts = len(core.told("erin"))
    core.doors.lost("dora@z.net")
    core.settle_doors()
    assert len(core.mailed("dora@z.net")) == 2 + 2
    assert len(core.told("erin")) == hosts
    core.hears("erin", "meet dora@z.net about the garden", space=None)
    assert len(core.mailed("dora@z.net")) == 5


def test_a_guest_reached_by_chat_and_email_gets_several_lost_links_by_both(core: FakeStage):
    for subject in ("roof", "cellar"):
        core.hears("erin", f"meet carl@both.org about the {subject}", space=None)
    earlier = {each.link for each in core.mailed("carl@both.org")}
    notes, hosts = len(core.told("carl@both.org")), len(core.told("erin"))
    core.doors.lost("carl@both.org")
    core.settle_doors()
    [said] = core.told("carl@both.org")[notes:]
    letters = core.mailed("carl@both.org")[2:]
    assert sorted(each.link for each in letters) == sorted(set(said.links))
    assert len(letters) == 2
    assert not earlier & set(said.links)
    assert len(core.told("erin")) == hosts
