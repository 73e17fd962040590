"""The figures of groups of experts: in the chat, on the admin page, and for Prometheus."""

from __future__ import annotations

import pytest

from bot.core.domain.access import Access
from bot.core.domain.desk_figures import GroupFigures
from tests.stories.fake import FakeStage
from tests.stories.test_experts import asked


@pytest.fixture
def core(core: FakeStage) -> FakeStage:
    """A bot with a group that Carl leads; Erin is administrator."""
    core.settings(admins=Access.parse("erin@example.com"))
    core.space("Cardiology", "erin", "carl", "bob")
    core.hears("erin", "group cardiology is here led by carl@example.com", space="Cardiology")
    return core


def test_the_lead_reads_how_long_it_took_and_what_came_of_it(core: FakeStage):
    for seconds in (30, 90, 125):
        asked(core, "expert cardiology for alice@x.com")
        core.passes(seconds=seconds)
        core.presses("bob", "Take it")
    core.hears("bob", "give back", space=None)
    asked(core, "expert cardiology")
    asked(core, "expert cardiology")
    core.hears("erin", "cancel")
    core.hears("carl", "desk", space=None)
    assert core.told("carl")[-1].text.removeprefix("Today ") == (
        "cardiology: 5 requests, 3 taken (half within 1:30, 90% within 2:05), 1 waiting, 1 not"
        " taken, 1 passed on to the next tier, 1 given back"
    )
    assert "Bob" not in core.told("carl")[-1].text


def test_yesterday_is_not_today(core: FakeStage):
    asked(core, "expert cardiology for alice@x.com")
    core.passes(days=1)
    core.hears("carl", "desk", space=None)
    assert core.told("carl")[-1].text == "Nobody has asked your groups today."


def test_administrators_read_all_groups_and_others_none(core: FakeStage):
    asked(core, "expert cardiology for alice@x.com")
    core.hears("erin", "desk", space=None)
    assert "cardiology: 1 request, 1 waiting" in core.told("erin")[-1].text
    core.hears("bob", "desk", space=None)
    assert "You don’t lead a group" in core.told("bob")[-1].text


@pytest.mark.parametrize("said", ["Zahlen", "chiffres", "cifras"])
def test_in_other_languages(core: FakeStage, said: str):
    core.hears("carl", said, space=None)
    assert core.told("carl")[-1].text == "Nobody has asked your groups today."


def test_how_long_it_took_is_that_of_somebody_who_waited():
    found = GroupFigures("cardiology", 10, tuple(map(float, range(1, 11))))
    assert (found.within(50), found.within(90), found.waiting) == (5.0, 9.0, 0)
    assert GroupFigures("cardiology", 1).within(90) == 0.0


def test_how_long_it_took_is_the_same_in_every_time_zone(core: FakeStage):
    core.hears("bob", "defaults in America/New_York", space=None)
    asked(core, "expert cardiology for alice@x.com")
    core.passes(seconds=30)
    core.presses("bob", "Take it")
    core.hears("carl", "desk", space=None)
    assert "1 taken (half within 0:30" in core.told("carl")[-1].text
