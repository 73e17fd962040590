"""Every view of the chat page passes axe's checks: wide and on a phone, light and dark."""

from __future__ import annotations

from typing import Any

import pytest

from bot.sandbox.webex.traffic import Exchange
from tests.browser.conftest import PHONE, WIDE, Chat
from tests.browser.test_chat_page import post_form, writing
from tests.browser.test_inbox import arrives
from tests.browser.test_scrolling import post_picture

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")

OFF = {"enabled": False}
RULES = {"aria-allowed-role": OFF, "landmark-one-main": OFF}
"""A textarea should be no combobox, but a textbox can't say that its list of people is open. On a
phone one column is shown at a time, and not each is the main one.
"""

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
IN_SCHEME = {"light": TAGS, "dark": ["color-contrast"]}
"""What is checked in each scheme: nothing but the colours differs in the dark one."""
CALLS = [
    Exchange("Connect Bot", "POST", "/v1/messages", 200, 0.012, '{"text": "hi"}', "{}"),
    Exchange(
        "Webex",
        "POST",
        "http://127.0.0.1:9/webex",
        None,
        1.0,
        '{"resource": "rooms", "event": "updated"}',
        "",
    ),
]


def a_card_and_a_picture(chat: Chat, size: dict[str, int]) -> Any:
    post_form(chat)
    post_picture(chat)
    page = chat.open("Erin Expert", "Connect Bot", size=size)
    page.get_by_role("button", name="Plan", exact=True).click()
    page.get_by_text("Name somebody.").wait_for()
    return page


def a_space_and_a_completion(chat: Chat, size: dict[str, int]) -> Any:
    world = chat.world
    erin, bot, support = world.named("Erin Expert"), world.named("Connect Bot"), "Support"
    world.say(erin, world.titled(support), f"<@personId:{bot.id}|Connect> meet `alice@x.com`")
    world.say(bot, world.direct(bot, world.named("Alice Customer")), "your link")
    page = chat.open("Erin Expert", support, size=size)
    page.get_by_text("Be Alice").wait_for()
    writing(page).press_sequentially("@")
    page.get_by_role("option").first.wait_for()
    return page


def an_empty_space_without_the_bot(chat: Chat, size: dict[str, int]) -> Any:
    page = chat.open("Erin Expert", "Front desk", size=size)
    writing(page).fill("@Connect Bot help")
    writing(page).press("Enter")
    page.get_by_role("button", name="Invite Connect Bot").wait_for()
    return page


def an_inbox(chat: Chat, size: dict[str, int]) -> Any:
    arrives(chat)
    page = chat.open("Alice Customer", size=size)
    if size == PHONE:
        page.get_by_role("button", name="Received 1").click()
    page.locator("#inbox iframe").wait_for()
    return page


def the_tools(chat: Chat, size: dict[str, int]) -> Any:
    for each in CALLS:
        chat.world.log_exchange(each)
    page = chat.open("Erin Expert", "Support", size=size)
    page.get_by_role("button", name="Developer tools").click()
    page.get_by_label("The mail server is down").check()
    page.get_by_role("button", name="+1 day").click()
    page.locator(".exchange summary").last.click()
    page.get_by_text('"text": "hi"').wait_for()
    return page


VIEWS = [
    a_card_and_a_picture,
    a_space_and_a_completion,
    an_empty_space_without_the_bot,
    an_inbox,
    the_tools,
]


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_the_page_passes_axes_checks(chat: Chat, view: Any, size: dict[str, int]) -> None:
    page = view(chat, size)
    schemes = IN_SCHEME if size == WIDE else {"light": TAGS}  # in the dark, both have its colours
    for scheme, checks in schemes.items():
        page.emulate_media(color_scheme=scheme)
        found = axe.Axe().run(page, options={"runOnly": checks, "rules": RULES, "iframes": False})
        assert not found.violations_count, f"{scheme}: {found.generate_report()}"
