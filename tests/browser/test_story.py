"""The bot's main story in a browser, with the real bot.

``SCREENSHOT=1`` saves the README's picture, tests/browser/chat.png.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import WIDE

expect = pytest.importorskip("playwright.sync_api", reason="playwright is not installed").expect

PICTURE = Path(__file__).with_name("chat.png")
PATIENCE = 20_000  # milliseconds
BOILER = re.compile(r"#\d+ the boiler")


@pytest.fixture
def address(windows: Any, started: str) -> Iterator[str]:
    """The same, for one story's own people: the others' stories stay where they were told."""
    yield started
    for page in windows.pages:
        page.close()


def test_a_newcomer_asks_for_a_meeting_and_the_guest_joins(windows: Any, address: str) -> None:
    erin = _opened(windows, f"{address}/?as=erin@example.com", "Support")
    field = erin.get_by_role("combobox", name="Message", exact=True)
    field.press_sequentially("@con")
    field.press("Tab")
    field.press_sequentially("meet alice@x.com about the invoice")
    field.press("Enter")
    receipt = _said(erin, "1 guest invited").last
    expect(receipt).to_be_visible(timeout=PATIENCE)
    expect(receipt.get_by_role("link", name="http")).to_have_count(0)
    _keep_picture(erin)
    _open(erin, "Connect Bot")
    expect(_said(erin, "Start here")).to_be_visible(timeout=PATIENCE)

    alice = _opened(windows, f"{address}/?as=alice@x.com", "Connect Bot")
    invitation = _said(alice, "invites you to a video meeting about “the invoice”")
    expect(invitation).to_be_visible(timeout=PATIENCE)
    alice.goto(invitation.get_by_role("link", name="/j/").get_attribute("href"))
    alice.get_by_role("button", name="Join").click()
    alice.wait_for_url("**/visit/*", timeout=PATIENCE)
    expect(alice.locator("body")).to_contain_text(re.compile("guest", re.IGNORECASE))


@pytest.mark.long
def test_a_later_meeting_is_planned_by_the_form_and_kept_by_its_buttons(
    windows: Any, address: str
) -> None:
    carl = _opened(windows, f"{address}/?as=carl@example.com", "Support")
    _says(carl, "plan")
    form = _said(carl, "Plan a meeting")
    form.get_by_label("Guests").fill("bob@example.com")
    form.get_by_label("Subject").fill("the boiler")
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    form.get_by_label("Date (").fill(f"{tomorrow:%Y-%m-%d}")
    form.get_by_label("Time in").fill("14:30")
    _keep_seen(carl, "plan")
    form.get_by_role("button", name="Invite").click()
    expect(_said(carl, "1 guest invited").last).to_be_visible(timeout=PATIENCE)

    bob = _opened(windows, f"{address}/?as=bob@example.com", "Connect Bot")
    link = _said(bob, "14:30 (UTC)").get_by_role("link", name="/j/").get_attribute("href")
    page = windows.new_page()
    page.goto(link)
    expect(page.get_by_role("link", name="Add to calendar")).to_be_visible()
    expect(page.get_by_role("button", name="Join")).to_have_count(0)

    _open(carl, "Connect Bot")
    expect(_said(carl, BOILER)).to_be_visible(timeout=PATIENCE)
    _keep_seen(carl, "host")
    _said(carl, BOILER).get_by_role("button", name="Extend 30 min").click()
    expect(_said(carl, "lasts until")).to_be_visible(timeout=PATIENCE)
    _says(carl, "meetings")
    _said(carl, "Later").get_by_role("button", name="More…").click(timeout=PATIENCE)
    forms = _said(carl, "Message guests")
    forms.get_by_role("button", name="Move or extend").click(timeout=PATIENCE)
    forms.get_by_label("Time in").locator("visible=true").fill("16:00")
    _keep_seen(carl, "move")
    forms.get_by_role("button", name="Move", exact=True).click()
    expect(_said(bob, "16:00 (UTC)")).to_be_visible(timeout=PATIENCE)
    _said(carl, "Later").get_by_role("button", name="Cancel meeting").click()
    _said(carl, "Cancel and tell 1 guest?").get_by_role("button", name="Yes").click(
        timeout=PATIENCE
    )
    expect(_said(carl, "is cancelled")).to_be_visible(timeout=PATIENCE)
    expect(_said(bob, "cancelled the video meeting about “the boiler”")).to_be_visible()
    expect(bob.get_by_role("link", name="/j/")).to_have_count(0)


@pytest.mark.long
def test_an_outage_and_the_time_are_tried_with_the_developer_tools(
    windows: Any, address: str
) -> None:
    erin = _opened(windows, f"{address}/?as=erin@example.com", "Front desk")
    _says(erin, "hello", mention="@Connect Bot ")
    erin.get_by_role("button", name="Invite Connect Bot").click()
    expect(erin.locator("#space-people")).to_contain_text("Connect Bot")
    erin.get_by_role("button", name="Developer tools").click()
    erin.get_by_label("Instant Connect is down").check()
    _says(erin, "meet bob@example.com in 125 minutes about the roof")
    refused = erin.locator(".exchange").filter(has_text="joseencrypt").filter(has_text="503")
    expect(refused.first).to_be_visible(timeout=PATIENCE)
    erin.get_by_label("Instant Connect is down").uncheck()
    expect(_said(erin, "1 guest invited").last).to_be_visible(timeout=PATIENCE)

    bob = _opened(windows, f"{address}/?as=bob@example.com", "Connect Bot")
    erin.get_by_role("button", name="+1 hour").click()
    erin.get_by_role("button", name="+1 hour").click()
    expect(_said(bob, "“the roof” starts soon")).to_be_visible(timeout=PATIENCE)
    erin.get_by_role("button", name="+1 day").click()
    _open(erin, "Connect Bot")
    expect(_said(erin, "“the roof”").filter(has_text="expired")).to_be_visible(timeout=PATIENCE)


def _says(page: Any, sentence: str, mention: str = "") -> None:
    field = page.get_by_role("combobox", name="Message", exact=True)
    if mention:
        field.fill(mention)
    else:
        field.press_sequentially("@con")
        field.press("Tab")
    field.press_sequentially(sentence)
    field.press("Enter")


def _keep_seen(page: Any, name: str) -> None:
    """Keep what is seen, wide and as on a phone, where SCREENS names a folder."""
    folder = os.environ.get("SCREENS")
    for width in (390, 1200) if folder else ():
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_timeout(300)
        page.screenshot(path=f"{folder}/{name}-{width}.png")


def _opened(windows: Any, url: str, space: str) -> Any:
    page = windows.new_page()
    page.set_viewport_size(WIDE)
    page.goto(url)
    _open(page, space)
    return page


def _open(page: Any, space: str) -> None:
    spaces = page.get_by_role("navigation", name="Spaces")
    spaces.get_by_role("link", name=re.compile(f"^{space}")).click(timeout=PATIENCE)


def _said(page: Any, words: str | re.Pattern[str]) -> Any:
    return page.locator("article.message").filter(has_text=words)


def _keep_picture(page: Any) -> None:
    if os.environ.get("SCREENSHOT"):
        page.set_viewport_size({"width": 1200, "height": 520})
        page.mouse.move(600, 450)
        page.screenshot(path=PICTURE)
