"""Groups and duty by buttons and forms."""

from __future__ import annotations

import pytest

from bot.core.domain.access import Access
from bot.core.domain.meetings import Preferences
from tests.stories.fake import FakeStage
from tests.stories.test_duty import answer, asked


@pytest.fixture
def core(core: FakeStage) -> FakeStage:
    """A bot with a group that asks Carl, then Bob. It is Monday, 9:00 in UTC."""
    core.settings(admins=Access.parse("erin@example.com"))
    core.hears("erin", "group cardiology is @Carl then @Bob")
    return core


def test_a_lead_changes_the_group_in_a_form(core: FakeStage):
    core.hears("erin", "group cardiology led by @Carl from 8:00 to 18:00 in Berlin")
    core.hears("carl", "group cardiology", space=None)
    filled = {"group.people": "bob@example.com", "group.closes": "12:30"}
    core.presses("carl", "Change", **filled, **{"group.days": "on weekdays"})
    said = core.told("carl")[-1].text
    assert "Monday to Friday, 08:00 to 12:30 (Europe/Berlin)" in said
    assert "Asks: Bob" in said
    core.presses("carl", "Change", **{"group.opens": "", "group.closes": "", "group.people": ""})
    assert "08:00 to 12:30" in core.told("carl")[-1].text


def test_a_swap_by_card(core: FakeStage):
    stand_in = core.colleague()
    core.hears("carl", "who is on for cardiology", space=None)
    core.presses("carl", "Swap", **{"swap.people": stand_in, "swap.time": "18:00"})
    said = core.told("carl")[-1].text
    assert "in your place in cardiology" in said
    assert "18:00 (UTC)" in said
    core.hears("erin", "expert cardiology")
    assert (asked(core, "carl"), asked(core, stand_in)) == (0, 1)
    core.presses("carl", "I’m on duty")
    core.presses("carl", "Swap", **{"swap.people": stand_in, "swap.time": ""})
    assert "Say on duty to be asked again" in core.told("carl")[-1].text


@pytest.mark.parametrize("people", ["", "stranger@other.org", "a@example.com b@example.com"])
def test_a_swap_by_card_with_nobody_in_particular_changes_nothing(core: FakeStage, people: str):
    core.hears("carl", "who is on for cardiology", space=None)
    core.presses("carl", "Swap", **{"swap.people": people, "swap.time": "18:00"})
    core.hears("erin", "expert cardiology")
    assert asked(core, "carl") == 1


def test_a_lead_deletes_the_group_prints_its_poster_and_reads_its_figures_by_card(core: FakeStage):
    core.hears("erin", "group cardiology", space=None)
    core.presses("erin", "Today’s figures")
    assert core.told("erin")[-1].text == "Nobody has asked your groups today."
    core.presses("erin", "Print a poster")
    assert "my pages, which can’t be reached" in core.told("erin")[-1].text
    core.presses("erin", "Delete the group")
    core.presses("erin", "Yes, delete it")
    assert core.told("erin")[-1].text == "cardiology is deleted."
    core.hears("carl", "who is on for cardiology")
    assert "There is no group" in answer(core)


def test_one_press_deletes_no_group(core: FakeStage):
    core.hears("erin", "group cardiology", space=None)
    for _ in range(2):
        core.presses("erin", "Delete the group")
        assert core.told("erin")[-1].text == (
            "Delete cardiology? Nobody will be able to ask it, and its posters will stop working."
            " Press the button or say yes; otherwise it stays."
        )
    core.hears("carl", "who is on for cardiology")
    assert "Always open." in answer(core)
    core.hears("erin", "yes", space=None)
    assert core.told("erin")[-1].text == "cardiology is deleted."


def test_all_groups_by_card(core: FakeStage):
    core.hears("bob", "who is on for cardiology", space=None)
    core.presses("bob", "All groups")
    assert core.told("bob")[-1].text.startswith("Groups of experts")


def test_half_of_the_hours_in_a_form_changes_nothing(core: FakeStage):
    core.hears("erin", "group cardiology", space=None)
    core.presses("erin", "Change", **{"group.opens": "09:00", "group.closes": ""})
    core.hears("erin", "who is on for cardiology")
    assert "Always open." in answer(core)


def test_nobody_else_gets_the_form(core: FakeStage):
    core.hears("bob", "group cardiology", space=None)
    assert "Change the group" not in str(core.told("bob")[-1].card)


def test_a_form_of_a_group_without_hours_guesses_no_zone(core: FakeStage):
    core.settings(defaults=Preferences(minutes=60, vertical="gen", login=True))
    core.hears("erin", "group cardiology", space=None)
    core.presses("erin", "Change", **{"group.opens": "09:00", "group.closes": "17:00"})
    assert "In which time zone? Nothing changed." in core.told("erin")[-1].text
