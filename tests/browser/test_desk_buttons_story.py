"""What experts, those who set desks up and callers change by a button in the sandbox.

Each of these stories is told without a browser too, in `tests/stories` and `tests/doors`.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.conftest import PATIENCE, PHONE, Street
from tests.browser.test_desk_story import BOB, CALL, CARL
from tests.browser.test_doors import keep_seen
from tests.browser.test_duty_story import ERIN, says
from tests.browser.test_expert_story import chats_of, hang, said

expect = pytest.importorskip("playwright.sync_api", reason="playwright is not installed").expect


def is_said(chat: Any, words: str) -> None:
    """Wait until the bot has said these words."""
    expect(said(chat, words).last).to_be_visible(timeout=PATIENCE)


@pytest.mark.long
def test_an_expert_swaps_and_their_stand_in_is_told(street: Street) -> None:
    erin, carl, bob = chats_of(street, "swapping")
    says(erin, f"group swapping is {CARL} then {BOB}", "2 minutes apart", in_space=True)
    says(carl, "who is on for swapping", "On duty: Carl Colleague")
    card = said(carl, "On duty: Carl Colleague").last
    card.get_by_role("button", name="Swap…").click()
    card.get_by_label("Who should be asked in your place?").fill(BOB)
    keep_seen(carl, "swap-form")
    card.get_by_role("button", name="Swap", exact=True).click()
    is_said(carl, "I’ll ask Bob Builder in your place in .*swapping")
    is_said(
        bob, "Carl Colleague swapped duty with you, so I’ll ask you in their place in .*swapping"
    )
    keep_seen(bob, "swap-told")
    says(erin, "expert swapping about the knee", "about “the knee”", in_space=True)
    expect(said(bob, "who is free").filter(has_text="the knee")).to_be_visible(timeout=PATIENCE)
    assert said(carl, "the knee").count() == 0
    says(bob, "off duty", "Your swap with Carl Colleague is over")
    is_said(carl, "Bob Builder, who stood in for you, is off duty now")
    says(bob, "on duty", "You’re on duty in")
    keep_seen(bob, "swap-over")


@pytest.mark.long
def test_a_poster_and_then_its_group_go_by_button(street: Street) -> None:
    erin, _, _ = chats_of(street, "leaving")
    poster = hang(street, erin, "booth", "for leaving")
    erin.get_by_role("button", name="Take down").last.click()
    is_said(erin, "The poster for Booth is out of use")
    erin.mouse.move(0, 0)
    keep_seen(erin, "poster-off")
    phone = street.window(PHONE, "en-GB")
    phone.goto(poster)
    expect(phone.get_by_text("This poster is no longer in use.")).to_be_visible()
    mine = street.chat(ERIN)
    says(mine, "group leaving", "Asks: Bob Builder, Carl Colleague")
    card = said(mine, "Asks: Bob Builder, Carl Colleague").last
    card.get_by_role("button", name="Change the group").click()
    keep_seen(mine, "group-form")
    card.get_by_role("button", name="Delete the group").click()
    is_said(mine, "Delete leaving?")
    mine.get_by_role("button", name="Yes, delete it").last.click()
    is_said(mine, "leaving is deleted")
    keep_seen(mine, "group-off")


@pytest.mark.long
def test_a_caller_who_no_longer_needs_it_leaves_nothing_to_take(street: Street) -> None:
    erin, carl, bob = chats_of(street, "calling")
    phone = street.window(PHONE, "en-GB")
    phone.goto(hang(street, erin, "porch", "for calling"))
    phone.get_by_role("button", name=CALL).click()
    phone.wait_for_url("**/j/*", timeout=PATIENCE)
    for each in (carl, bob):
        expect(said(each, "who is free").filter(has_text="Porch")).to_be_visible(timeout=PATIENCE)
    keep_seen(phone, "caller-waits")
    phone.get_by_role("button", name="I no longer need this").click()
    for each in (carl, bob):
        expect(said(each, "who is free").filter(has_text="Porch")).to_have_count(
            0, timeout=PATIENCE
        )
        is_said(each, "was cancelled. There is nothing left to do")
    expect(phone.locator("h1")).not_to_contain_text("knows that you’re here", timeout=PATIENCE)
    assert phone.get_by_role("button", name="I no longer need this").count() == 0
    keep_seen(phone, "caller-left")
    keep_seen(bob, "caller-left-expert")
