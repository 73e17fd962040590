"""Hosts are called by their name, and bots are neither hosts nor guests."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core.domain.access import Access
from bot.sandbox.webex.faults import ServerError
from tests.stories.fake import FakeStage
from tests.stories.stage import Stage

ALICE = "+491713920042"


@pytest.mark.whole
def test_guests_read_the_hosts_name(bot: Stage):
    bot.hears("erin", "meet alice@x.com")
    [note] = bot.told("alice@x.com")
    assert note.text.startswith("Erin Expert invites you")
    assert "Erin Expert has the host link" in bot.posted_in("Support")[-1].text


def test_guests_read_the_organisation_too(core: FakeStage):
    core.settings(organisation="Example Clinic")
    core.hears("erin", f"meet alice@x.com {ALICE}")
    assert core.told("alice@x.com")[0].text.startswith("Erin Expert (Example Clinic) invites you")
    assert core.texted(ALICE)[0].startswith("Erin Expert (Example Clinic) invites you")
    assert "Example Clinic" not in core.posted_in("Support")[-1].text


def test_a_name_that_webex_does_not_tell_is_the_address(core: FakeStage):
    core.faults = [ServerError(503, path="/v1/people", times=None)]
    core.hears("erin", "meet alice@x.com")
    assert core.told("alice@x.com")[0].text.startswith("erin@example.com invites you")


def test_the_name_stays_with_the_meeting(core: FakeStage):
    core.hears("erin", "meet here")
    core.faults = [ServerError(503, path="/v1/people", times=None)]
    core.hears("erin", "add alice@x.com")
    assert core.told("alice@x.com")[0].text.startswith("Erin Expert invites you")


def test_the_person_who_presses_a_button_is_called_by_name(core: FakeStage):
    core.makes_host("carl")
    core.hears("erin", "meet here")
    core.hears("erin", "cohost @Carl")
    core.hears("carl", "cancel #1", space=None)
    assert "Carl Colleague cancelled" in core.told("erin")[-1].text


@pytest.mark.parametrize("said", ["cohost", "handover"])
def test_a_colleague_who_is_named_by_address_is_called_by_name(core: FakeStage, said: str):
    core.makes_host("carl")
    core.hears("erin", "meet here")
    core.hears("erin", f"{said} carl@example.com")
    assert core.posted_in("Support")[-1].text.startswith("Carl Colleague is now")


@pytest.fixture
def other_bot(core: FakeStage) -> str:
    """A bot that is mentioned as `@Bob` is: it takes Bob's place in the space."""
    bob = core.person("bob")
    core.world.people[bob.id] = replace(bob, email="other@webex.bot", type="bot")
    return bob.id


@pytest.mark.parametrize("said", ["cohost other@webex.bot", "handover other@webex.bot"])
def test_a_bot_cannot_be_a_host(core: FakeStage, said: str):
    core.settings(access=Access.parse("*"))
    core.world.add_person("Other Bot", "other@webex.bot", kind="bot")
    core.hears("erin", "meet here")
    core.hears("erin", said)
    assert "is a bot, so it can’t be a host" in core.posted_in("Support")[-1].text
    assert core.told("other@webex.bot") == []
    core.check_that_host_links_stayed_private()


@pytest.mark.parametrize("said", ["meet @Bob alice@x.com", "meet other@webex.bot alice@x.com"])
def test_a_bot_cannot_be_a_guest(core: FakeStage, other_bot: str, said: str):
    core.hears("erin", said)
    assert core.told("bob") == []
    assert len(core.told("alice@x.com")) == 1
    assert "a bot, not invited" in core.posted_in("Support")[-1].text
    assert "1 guest invited" in core.posted_in("Support")[-1].text


def test_a_bot_is_not_added_either(core: FakeStage, other_bot: str):
    core.hears("erin", "meet alice@x.com")
    core.hears("erin", "add @Bob")
    core.hears("erin", "add other@webex.bot")
    assert core.told("bob") == []


def test_a_colleague_whose_link_does_not_arrive_is_not_a_host(core: FakeStage):
    core.makes_host("carl")
    core.hears("erin", "meet here")
    core.faults = [ServerError(503, path="joseencrypt", times=None)]
    core.hears("erin", "cohost @Carl")
    core.faults = []
    core.hears("carl", "cancel #1", space=None)
    assert "cancelled" not in core.posted_in("Support")[-1].text
    assert "is cancelled" not in core.told("carl")[-1].text
