"""The developer tools in a browser: clock, outages, calls; on a desktop and on a phone."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.sandbox.outages import is_on
from bot.sandbox.webex.traffic import Exchange
from tests.browser.conftest import PHONE, Chat

expect = pytest.importorskip("playwright.sync_api", reason="playwright is not installed").expect

POST = Exchange("Connect Bot", "POST", "/v1/messages", 200, 0.012, '{"text": "hi"}', '{"id": 7}')
HOOK = Exchange(
    "Webex",
    "POST",
    "http://127.0.0.1:9/webex",
    None,
    1.0,
    '{"resource": "rooms", "event": "updated"}',
    "",
)


def tools(page: Any) -> Any:
    """The panel, opened."""
    page.get_by_role("button", name="Developer tools").click()
    return page.get_by_role("complementary", name="Developer tools")


def test_calls_are_listed_as_they_happen_with_their_bodies(chat: Chat) -> None:
    chat.world.log_exchange(POST)
    page = chat.open("Erin Expert", "Support")
    panel = tools(page)
    calls = panel.get_by_role("list", name="Newest first").get_by_role("listitem")
    expect(calls).to_have_count(1)
    chat.world.log_exchange(HOOK)
    expect(calls).to_have_count(2)
    expect(calls.first).to_contain_text("rooms updated")
    expect(calls.first).to_contain_text("no answer")
    expect(calls.last).to_contain_text("Connect Bot")
    expect(calls.last).to_contain_text("12 ms")
    calls.last.locator("summary").click()
    expect(calls.last).to_contain_text('{"text": "hi"}')
    expect(calls.last).to_contain_text('{"id": 7}')
    panel.get_by_label("Filter the calls").fill("v1/mess")
    expect(calls.filter(visible=True)).to_have_count(1)
    panel.get_by_role("button", name="Clear").click()
    expect(calls).to_have_count(0)
    page.get_by_role("button", name="Developer tools").click()
    expect(panel).to_be_hidden()


def test_the_clock_is_moved_and_messages_say_the_new_day(chat: Chat) -> None:
    page = chat.open("Erin Expert", "Support")
    panel = tools(page)
    panel.get_by_role("button", name="+1 day").click()
    panel.get_by_role("button", name="+10 min").click()
    expect(page.get_by_role("button", name="Developer tools")).to_contain_text("+1 d 10 min")
    assert chat.world.clock.ahead == timedelta(days=1, minutes=10)
    chat.world.say(chat.world.named("Bob Builder"), chat.world.titled("Support"), "good morning")
    expect(page.locator(".day")).to_have_text("Today")
    expect(panel.get_by_text("Your bot keeps its own clock")).to_be_visible()


def test_an_outage_is_switched_on_and_off(chat: Chat) -> None:
    page = chat.open("Erin Expert", "Support")
    panel = tools(page)
    down = panel.get_by_label("Instant Connect is down")
    down.check()
    mark = page.get_by_role("button", name="Developer tools")
    expect(mark).to_contain_text("1 outage")
    assert is_on(chat.world, "broker")
    down.uncheck()
    expect(mark).not_to_contain_text("outage")
    assert chat.world.faults == []


def test_on_a_phone_the_tools_fill_the_page_and_fit(chat: Chat) -> None:
    chat.world.log_exchange(POST)
    page = chat.open("Erin Expert", "Support", size=PHONE)
    panel = tools(page)
    expect(panel.get_by_role("button", name="+1 hour")).to_be_visible()
    expect(page.get_by_role("main")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    assert panel.evaluate("(panel) => panel.scrollWidth <= panel.clientWidth")
