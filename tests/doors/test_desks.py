"""Somebody scans a poster and calls; whoever is free first takes the call."""

from __future__ import annotations

import re

import pytest

from bot.core.domain.desks import MOST_BY_DESK, MOST_BY_DEVICE, CallRefusal, DeskCall, DeskState
from bot.core.domain.doors import DoorState, Reply
from bot.edges.web.door.desk_doors import CallPress
from tests.doors.callers import calls, desk_at, poster_in, set_up_cardiology, text_of, waits_at
from tests.doors.test_interrupted import Died
from tests.doors.visitors import goes_in, sees, starts
from tests.stories.fake import FakeStage
from tests.stories.test_experts import with_host_link


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


def test_who_calls_waits_and_is_let_in_by_whoever_takes_the_call(core: FakeStage, desk: str):
    assert isinstance(calls(core, desk), DeskCall)
    door = waits_at(core, desk)
    page = sees(core, door)
    assert (page.state, page.host) == (DoorState.WAITING, "Front desk")
    card = core.posted_in("Cardiology")[-1]
    assert "Front desk" in str(card.card)
    core.presses("carl", "Take it")
    page = sees(core, door)
    assert (page.state, page.reply) == (DoorState.ADMITTED, Reply.COMING)
    [host] = with_host_link(core, "carl")
    into = core.opens(goes_in(core, door))
    assert (into.role, into.as_host()) == ("guest", core.opens(starts(core, host)))
    assert "Somebody is calling at Front desk" in " ".join(each.text for each in core.told("carl"))
    assert core.told("carl")[0].text.startswith("You took the call “Front desk” (#1). Start here:")
    assert core.told("erin") == []
    core.passes(minutes=20)
    assert not any("has taken" in each.text for each in core.told("erin"))


def test_a_caller_waits_again_if_the_call_is_given_back(core: FakeStage, desk: str):
    calls(core, desk)
    door = waits_at(core, desk)
    core.presses("carl", "Take it")
    assert sees(core, door).state is DoorState.ADMITTED
    core.presses("carl", "Give back")
    page = sees(core, door)
    assert (page.state, page.reply, page.host) == (DoorState.WAITING, None, "Front desk")
    core.presses("bob", "Take it")
    page = sees(core, door)
    assert (page.state, page.host) == (DoorState.ADMITTED, "Bob Builder")
    assert core.opens(goes_in(core, door)).role == "guest"


def test_a_call_that_is_given_back_to_a_deleted_group_is_not_left_in_silence(
    core: FakeStage, desk: str
):
    calls(core, desk)
    door = waits_at(core, desk)
    core.presses("carl", "Take it")
    core.hears("erin", "group cardiology off", space="Cardiology")
    core.hears("carl", "give back", space=None)
    page = sees(core, door)
    assert page.state is DoorState.WAITING
    assert "Nobody has been free so far" in page.messages[0]


def test_one_of_two_experts_has_the_call(core: FakeStage, desk: str):
    calls(core, desk)
    number = int(core.posted_in("Cardiology")[-1].card["actions"][0]["data"]["say"][-1])
    core.presses("carl", "Take it")
    core.hears("bob", f"take #{number}", space="Cardiology")
    assert with_host_link(core, "bob") == []
    assert "Carl Colleague was first" in core.told("bob")[-1].text


def test_a_phone_that_presses_20_times_has_one_call(core: FakeStage, desk: str):
    made = {str(calls(core, desk)) for _ in range(20)}
    assert len({waits_at(core, desk)}) == 1
    assert len(made) <= 2  # the first has no number yet
    assert len(core.posted_in("Cardiology")) == 2  # the answer to `group`, and one card


def test_a_page_that_is_sent_twice_is_one_call(core: FakeStage, desk: str):
    calls(core, desk, "", form="the same page")
    calls(core, desk, "a cookie by now", form="the same page")
    assert len(core.posted_in("Cardiology")) == 2


def test_every_call_is_a_meeting_of_its_own(core: FakeStage, desk: str):
    for phone in ("one", "another"):
        calls(core, desk, phone)
    core.presses("carl", "Take it")
    core.presses("bob", "Take it")
    rooms = {
        core.opens(goes_in(core, waits_at(core, desk, each))).meeting for each in ("one", "another")
    }
    assert len(rooms) == 2


def test_limits_by_device_and_by_desk(core: FakeStage, desk: str):
    for _ in range(MOST_BY_DEVICE):
        assert isinstance(calls(core, desk), DeskCall)
        core.presses("carl", "Take it")
        number = core.posted_in("Cardiology")[-1].number
        core.hears("carl", f"cancel #{number}", space=None)
    assert calls(core, desk) is CallRefusal.DEVICE
    for number in range(MOST_BY_DESK - MOST_BY_DEVICE):
        assert isinstance(calls(core, desk, f"phone {number}"), DeskCall)
    assert calls(core, desk, "one more") is CallRefusal.DESK
    core.passes(minutes=6)
    assert isinstance(calls(core, desk, "one more"), DeskCall)


def test_nobody_more_may_call_while_many_wait(core: FakeStage, desk: str):
    for number in range(MOST_BY_DESK):
        calls(core, desk, f"phone {number}")
    core.passes(minutes=6)
    assert calls(core, desk, "one more") is CallRefusal.WAITING
    assert isinstance(calls(core, desk, "phone 3"), DeskCall)  # waits already
    core.presses("carl", "Take it")
    assert isinstance(calls(core, desk, "one more"), DeskCall)


def test_who_waits_in_vain_is_told_so(core: FakeStage, desk: str):
    calls(core, desk)
    core.passes(minutes=7)
    assert "Nobody has been free so far" in sees(core, waits_at(core, desk)).messages[0]
    core.presses("carl", "Take it")
    page = sees(core, waits_at(core, desk))
    assert (page.state, page.messages) == (DoorState.ADMITTED, ())


def test_who_called_a_group_that_is_deleted_is_told_at_once(core: FakeStage, desk: str):
    calls(core, desk)
    core.hears("erin", "group cardiology off")
    assert "Nobody has been free so far" in sees(core, waits_at(core, desk)).messages[0]
    assert not any("Take it" in str(each.cards) for each in core.posted_in("Cardiology"))
    core.passes(minutes=7)
    assert len(sees(core, waits_at(core, desk)).messages) == 1


def test_a_desk_that_is_off_moved_or_without_a_group_says_so(core: FakeStage, desk: str):
    core.hears("erin", "poster front desk off")
    assert core.desks.view(desk).state is DeskState.OFF
    assert calls(core, desk) is CallRefusal.NOT_READY
    core.hears("erin", "poster front desk")
    assert core.desks.view(desk).state is DeskState.READY
    core.hears("erin", "poster front desk new")
    assert core.desks.view(desk).state is DeskState.MOVED
    assert calls(core, desk) is CallRefusal.NOT_READY
    assert core.desks.view(desk_at(core)).state is DeskState.READY
    core.hears("erin", "group cardiology off", space="Cardiology")
    assert core.desks.view(desk_at(core)).state is DeskState.CLOSED
    assert core.desks.view("nothing2") is None


def test_the_digits_on_the_poster_are_asked_for(core: FakeStage):
    core.hears("erin", "poster front desk for cardiology with code")
    desk = desk_at(core)
    assert core.desks.view(desk).asks_code
    digits = re.findall(r"Digits: (\d{4})$", text_of(poster_in(core)), re.MULTILINE)[0]
    wrong = f"{(int(digits) + 1) % 10_000:04}"
    assert calls(core, desk) is CallRefusal.CODE
    assert calls(core, desk, digits=wrong) is CallRefusal.CODE
    assert isinstance(calls(core, desk, digits=digits), DeskCall)


def test_a_code_on_a_screen_changes_and_an_old_one_calls_nobody(core: FakeStage):
    core.hears("erin", "poster front desk for cardiology on a screen")
    [screen] = core.told("erin")[-1].text.split("://")[1].split()[:1]
    token = screen.rpartition("/")[2]
    shown = core.desks.screen(token)
    assert shown
    page, _, code = shown[1].partition("?k=")
    desk = page.rpartition("/")[2]
    assert core.desks.view(desk).by_screen
    assert not core.desks.view(desk, code).by_screen
    assert calls(core, desk) is CallRefusal.OLD_CODE
    assert isinstance(calls(core, desk, screen_code=code), DeskCall)
    core.passes(minutes=6)
    assert calls(core, desk, "another", screen_code=code) is CallRefusal.OLD_CODE
    assert core.desks.screen(desk) is None
    assert core.desks.view(token) is None
    core.hears("erin", "poster front desk new")
    assert core.desks.screen(token) is None


@pytest.mark.parametrize("at", range(9))
def test_a_call_is_one_wherever_the_engine_dies(core: FakeStage, desk: str, at: int):
    core.engine.crashes = lambda position: position == at
    calls(core, desk)
    core.engine.crashes = lambda _: False
    assert sum(bool(each.cards) for each in core.posted_in("Cardiology")) in {1, 2}
    core.presses("carl", "Take it")
    assert len(with_host_link(core, "carl")) == 1
    assert core.opens(goes_in(core, waits_at(core, desk))).role == "guest"
    assert not any(each.cards for each in core.posted_in("Cardiology"))


def test_who_dies_while_a_press_is_recorded_has_recorded_nothing(
    core: FakeStage, desk: str, monkeypatch: pytest.MonkeyPatch
):
    def die() -> None:
        raise Died

    with monkeypatch.context() as patch:
        patch.setattr(core.inbox, "row_of", lambda *_: die())
        with pytest.raises(Died):
            core.desks.press(desk, CallPress("a phone", "a page", "en"))
    assert core.desks.call_of(desk, "a phone") is None
    # The next one dies when it is recorded, before the answer: the browser sends it again.
    core.desks.press(desk, CallPress("a phone", "a page", "en"))
    calls(core, desk, form="a page")
    assert sum(bool(each.cards) for each in core.posted_in("Cardiology")) == 1


def test_nothing_that_leads_to_a_desk_is_kept(core: FakeStage, desk: str):
    calls(core, desk)
    kept = core.kept()
    assert desk not in kept
    assert waits_at(core, desk).rpartition("/")[2] not in kept
    assert "a phone" not in kept


def test_a_phone_that_called_at_one_desk_can_call_at_another(core: FakeStage, desk: str):
    calls(core, desk)
    core.hears("erin", "poster lobby for cardiology")
    lobby = desk_at(core)
    assert core.desks.call_of(lobby, "a phone") is None
    calls(core, lobby)
    assert waits_at(core, lobby) != waits_at(core, desk)
