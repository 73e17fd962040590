"""A call that nobody has taken is cancelled: by its caller, or by the group that is asked."""

from __future__ import annotations

import pytest

from bot.core.domain.desks import DeskCall
from bot.core.domain.doors import DoorState
from bot.core.pages.door_page import guest_page
from bot.core.wording.languages import ENGLISH
from bot.process.translations import spoken
from tests.doors.callers import calls, desk_at, set_up_cardiology, waits_at
from tests.doors.test_desk_pages import app_of, form_of, said
from tests.doors.visitors import sees, starts, token_of
from tests.rows import for_each
from tests.stories.fake import FakeStage
from tests.stories.test_experts import asked, with_host_link


@pytest.fixture
def core(core: FakeStage) -> FakeStage:
    """A bot with a group of experts, whose space has Carl and Bob; Erin is administrator."""
    set_up_cardiology(core)
    return core


@pytest.fixture
def desk(core: FakeStage) -> str:
    """The token of a desk that calls them."""
    core.hears("erin", "poster front desk for cardiology")
    return desk_at(core)


def cards(bot: FakeStage) -> int:
    """Return how many cards ask the group."""
    return sum("Take it" in str(each.cards) for each in bot.posted_in("Cardiology"))


def number_of(bot: FakeStage) -> int:
    """Return the number of the call that is asked about."""
    actions = bot.posted_in("Cardiology")[-1].card["actions"]
    return int(actions[0]["data"]["say"].rpartition("#")[2])


def leaves(bot: FakeStage, door: str) -> None:
    """Press *I no longer need this*."""
    bot.doors.leave(token_of(door))
    bot.settle_doors()


def test_a_caller_takes_a_call_back(core: FakeStage, desk: str):
    calls(core, desk)
    door, number = waits_at(core, desk), number_of(core)
    page = guest_page(spoken(ENGLISH), sees(core, door))
    assert page.leave == "I no longer need this"
    leaves(core, door)
    assert sees(core, door).state is DoorState.CALLED_OFF
    page = guest_page(spoken(ENGLISH), sees(core, door))
    assert (page.headline, page.again, page.leave) == ("This call was cancelled.", "", "")
    assert cards(core) == 0
    assert core.posted_in("Cardiology")[-1].text == (
        f"#{number} was cancelled. There is nothing left to do."
    )
    core.passes(minutes=10)
    assert cards(core) == 0
    core.hears("carl", f"take #{number}", space="Cardiology")
    assert with_host_link(core, "carl") == []
    core.hears("erin", "desk", space=None)
    assert "1 request, 1 not taken" in core.told("erin")[-1].text
    assert isinstance(calls(core, desk), DeskCall)
    assert waits_at(core, desk) != door


def test_the_page_takes_a_call_back_by_a_press_and_not_by_a_look(core: FakeStage, desk: str):
    client = app_of(core)
    called = client.post(f"/d/{desk}", data=form_of(client.get(f"/d/{desk}")))
    door = called.headers["Location"].partition("?")[0]
    assert "I no longer need this" in said(client.get(door))
    client.get(f"{door}/leave")
    core.settle_doors()
    assert cards(core) == 1
    pressed = client.post(f"{door}/leave")
    assert pressed.headers["Location"] == f"{door}?said=leave"
    assert "OK, we’re cancelling your call." in said(client.get(pressed.headers["Location"]))
    core.settle_doors()
    assert cards(core) == 0
    page = client.get(door)
    assert "This call was cancelled. To call again, scan the code" in said(page)
    assert "<button" not in page.text


def test_a_call_that_was_taken_stays(core: FakeStage, desk: str):
    calls(core, desk)
    door = waits_at(core, desk)
    core.presses("carl", "Take it")
    leaves(core, door)
    page = sees(core, door)
    assert page.state is DoorState.ADMITTED
    assert guest_page(spoken(ENGLISH), page).leave == ""
    [host] = with_host_link(core, "carl")
    assert core.opens(starts(core, host)).role == "host"


def test_a_call_that_was_given_back_is_taken_back(core: FakeStage, desk: str):
    calls(core, desk)
    core.presses("carl", "Take it")
    core.presses("carl", "Give back")
    leaves(core, waits_at(core, desk))
    assert cards(core) == 0


def test_who_is_asked_cancels_a_call_after_a_question(core: FakeStage, desk: str):
    calls(core, desk)
    door = waits_at(core, desk)
    core.presses("bob", "Cancel it")
    assert sees(core, door).state is DoorState.WAITING
    core.presses("bob", "Yes, cancel it")
    assert sees(core, door).state is DoorState.CALLED_OFF
    assert cards(core) == 0


@for_each(("who", "space"), [("carl", "Cardiology"), ("bob", None), ("erin", None)])
def test_the_group_its_leads_and_administrators_cancel_a_call_in_words(
    core: FakeStage, desk: str, who: str, space: str | None
):
    core.hears("erin", "group cardiology led by @Bob", space="Cardiology")
    calls(core, desk)
    number = number_of(core)
    core.hears(who, f"cancel #{number}", space=space)
    assert sees(core, waits_or_was(core, desk)).state is DoorState.CALLED_OFF
    told = core.posted_in("Cardiology") if space else core.told(who)
    assert told[-1].text == f"#{number} was cancelled. There is nothing left to do."


def waits_or_was(bot: FakeStage, desk: str) -> str:
    """Return the address of the door of the last call, cancelled or not."""
    call = bot.desks.lookup.last_call("front desk", "a phone")
    assert call
    return bot.desks.door_of(desk, call, "")


def test_nobody_else_cancels_a_call(core: FakeStage, desk: str):
    calls(core, desk)
    core.hears(core.colleague(), f"cancel #{number_of(core)}", space=None)
    core.hears("carl", f"cancel #{number_of(core)}")
    assert sees(core, waits_at(core, desk)).state is DoorState.WAITING
    assert cards(core) == 1


def test_a_call_that_somebody_took_is_not_cancelled_by_others(core: FakeStage, desk: str):
    calls(core, desk)
    number = number_of(core)
    core.presses("carl", "Take it")
    core.hears("bob", f"cancel #{number}", space="Cardiology")
    assert sees(core, waits_at(core, desk)).state is DoorState.ADMITTED


def test_a_request_of_a_colleague_is_only_theirs_to_cancel(core: FakeStage):
    number = asked(core)
    assert "Cancel it" not in str(core.posted_in("Cardiology")[-1].card)
    core.hears("bob", f"cancel #{number}", space="Cardiology")
    assert cards(core) == 1


@pytest.mark.parametrize("at", range(6))
def test_a_call_is_cancelled_wherever_the_engine_dies(core: FakeStage, desk: str, at: int):
    calls(core, desk)
    door = waits_at(core, desk)
    core.engine.crashes = lambda position: position == at
    leaves(core, door)
    assert sees(core, door).state is DoorState.CALLED_OFF
    assert cards(core) == 0
