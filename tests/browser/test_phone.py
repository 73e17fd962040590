"""Alice's text messages on the chat page, on a desktop and on a narrow screen."""

from __future__ import annotations

from typing import Any

import pytest

from bot.sandbox.webex.model import PhoneText
from bot.sandbox.webex.world import ALICES_PHONE
from tests.browser.conftest import Chat

expect = pytest.importorskip("playwright.sync_api", reason="playwright is not installed").expect

NARROW = {"width": 375, "height": 812}
LINK = "http://127.0.0.1:9/visit/abcdefgh"
FITS = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"


def comes(chat: Chat, text: str, number: str = ALICES_PHONE) -> None:
    name = f"text{len(chat.world.texts)}"
    chat.world.text(PhoneText(name, number, text, chat.world.clock()))


def phone(page: Any) -> Any:
    return page.get_by_role("region", name="Alice’s phone")


def test_a_text_is_there_as_it_comes_and_its_link_can_be_opened(chat: Chat):
    page = chat.open("Alice Customer")
    expect(phone(page)).to_contain_text(f"No texts yet. Say: meet {ALICES_PHONE}")
    comes(chat, f"Erin invites you. Join: {LINK}")
    link = phone(page).get_by_role("link", name=LINK)
    expect(link).to_have_attribute("href", LINK)
    expect(link).to_have_attribute("target", "_blank")
    comes(chat, "The meeting is off: <b>now</b>")
    expect(phone(page).get_by_role("listitem")).to_have_count(2)
    expect(phone(page).get_by_role("listitem").first).to_contain_text("off: <b>now</b>")


@pytest.mark.long
def test_a_text_to_an_unknown_number_appears_at_alices_phone(chat: Chat):
    page = chat.open("Alice Customer")
    comes(chat, "Join here", "+15005550006")
    expect(phone(page).get_by_text("To +15005550006")).to_be_visible()


@pytest.mark.long
def test_nobody_else_sees_a_phone(chat: Chat):
    comes(chat, f"Erin invites you. Join: {LINK}")
    page = chat.open("Erin Expert", "Support")
    expect(page.locator("#space-title")).to_have_text("Support")
    expect(page.locator("#phone")).to_be_hidden()


@pytest.mark.long
def test_on_a_narrow_page_the_phone_is_a_press_away_and_fits(chat: Chat):
    comes(chat, f"Erin invites you to a video meeting about “the roof”. Join: {LINK}{'x' * 90}")
    page = chat.open("Alice Customer", size=NARROW)
    page.get_by_role("button", name="Received 1").click()
    expect(phone(page).get_by_role("link")).to_be_visible()
    assert page.evaluate(FITS)
    cast = page.get_by_role("navigation", name="Who you are")
    assert cast.evaluate("cast => cast.scrollWidth <= cast.clientWidth"), "somebody is cut off"
    page.get_by_role("button", name="Received 1").click()
    expect(phone(page)).to_be_hidden()
