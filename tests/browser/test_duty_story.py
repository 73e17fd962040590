"""A lead and an expert say in the sandbox when a group is open, and who is on duty."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.browser.conftest import PATIENCE, Street
from tests.browser.test_doors import keep_seen

expect = pytest.importorskip("playwright.sync_api", reason="playwright is not installed").expect

ERIN, CARL = "erin@example.com", "carl@example.com"


def says(chat: Any, words: str, answer: str, *, in_space: bool = False) -> None:
    """Say something to the bot, and wait for an answer that has these words."""
    before = chat.locator("article.message", has_text=re.compile(answer)).count()
    box = chat.get_by_role("combobox", name="Message", exact=True)
    if in_space:
        box.press_sequentially("@con")
        box.press("Tab")
    box.press_sequentially(words)
    box.press("Enter")
    found = chat.locator("article.message", has_text=re.compile(answer))
    expect(found).to_have_count(before + 1, timeout=PATIENCE)


@pytest.mark.long
def test_a_group_gets_hours_and_an_expert_goes_off_duty_by_card(street: Street) -> None:
    erin = street.chat(ERIN, "Support")
    says(
        erin,
        "group cardiology is carl@example.com led by carl@example.com",
        "is set up",
        in_space=True,
    )
    says(
        erin,
        "group cardiology from 0:00 to 23:59 in Berlin",
        "Every day, 00:00 to 23:59",
        in_space=True,
    )
    says(erin, "Gruppe cardiology von 0 bis 24 Uhr", "Always open", in_space=True)
    says(erin, "who is on for cardiology?", "On duty: Carl Colleague", in_space=True)
    keep_seen(erin, "duty-group")
    erin.get_by_role("button", name="Ask for an expert").last.click()
    carl = street.chat(CARL)
    expect(carl.get_by_role("button", name="Take it").last).to_be_visible(timeout=PATIENCE)
    says(carl, "experts", "Groups of experts")
    keep_seen(carl, "duty-experts")
    carl.get_by_role("button", name="I’m off duty").last.click()
    off = carl.locator("article.message", has_text="You’re off duty")
    expect(off).to_have_count(1, timeout=PATIENCE)
    says(erin, "expert cardiology", "Nobody in cardiology is on duty now", in_space=True)
    says(carl, "group cardiology", "Led by Carl Colleague")
    carl.get_by_role("button", name="Change the group").last.click()
    keep_seen(carl, "duty-form")
    carl.get_by_label("Opens").last.fill("09:00")
    carl.get_by_label("Closes").last.fill("17:30")
    carl.get_by_role("button", name="Change", exact=True).last.click()
    changed = carl.locator("article.message", has_text="Every day, 09:00 to 17:30")
    expect(changed).to_have_count(1, timeout=PATIENCE)
    keep_seen(carl, "duty-changed")
