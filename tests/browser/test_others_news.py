"""Who on the page has something new, and how to become them."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.browser.conftest import Chat

expect = pytest.importorskip("playwright.sync_api", reason="playwright is not installed").expect


def face(page: Any, name: str) -> Any:
    """The link with which one becomes somebody."""
    return page.get_by_role("navigation", name="Who you are").get_by_role("link", name=name)


def told(chat: Chat, name: str, words: str) -> None:
    """Let the bot tell somebody something in private."""
    bot, person = chat.world.named("Connect Bot"), chat.world.named(name)
    chat.world.say(bot, chat.world.direct(bot, person), words)


def test_a_face_is_marked_until_its_person_has_read_everything(chat: Chat) -> None:
    page = chat.open("Erin Expert", "Support")
    expect(face(page, "Alice Customer").locator(".dot")).to_be_hidden()
    told(chat, "Alice Customer", "your link")
    expect(face(page, "Alice Customer has something new")).to_be_visible()
    expect(face(page, "Bob Builder").locator(".dot")).to_be_hidden()
    face(page, "Alice Customer").click()
    expect(page.locator("article.message")).to_contain_text("your link")
    face(page, "Erin Expert").click()
    expect(face(page, "Alice Customer").locator(".dot")).to_be_hidden()


def test_an_email_marks_a_face_too(chat: Chat) -> None:
    page = chat.open("Erin Expert", "Support")
    chat.world.take_mail("alice@x.com", b"Subject: hello\r\n\r\nwords")
    expect(face(page, "Alice Customer").locator(".dot")).to_be_visible()


def test_a_newcomer_is_told_once_whom_to_be(chat: Chat) -> None:
    page = chat.open("Erin Expert", "Support")
    tip = page.locator("#next-person")
    chat.world.say(chat.world.named("Erin Expert"), chat.world.titled("Support"), "hello all")
    expect(face(page, "Bob Builder").locator(".dot")).to_be_visible()
    expect(tip).to_be_hidden()
    told(chat, "Alice Customer", "your link")
    expect(tip).to_have_text("Alice Customer got something. Be Alice to see it.")
    tip.get_by_role("link", name="Be Alice").click()
    expect(page).to_have_title(re.compile("Alice Customer"))
    told(chat, "Bob Builder", "yours, too")
    expect(face(page, "Bob Builder").locator(".dot")).to_be_visible()
    expect(tip).to_be_hidden()


def test_nothing_is_remembered_of_an_earlier_run(chat: Chat) -> None:
    page = chat.open("Erin Expert", "Support")
    page.get_by_role("combobox", name="Message", exact=True).fill("half a sent")
    page.evaluate("localStorage.setItem('chat:run', 'another')")
    page.reload()
    expect(page.get_by_role("combobox", name="Message", exact=True)).to_have_value("")
