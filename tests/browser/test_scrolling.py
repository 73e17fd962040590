"""The last message stays in sight: below a picture, under a banner, at the reader's own place."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from bot.sandbox.webex.world import Draft
from tests.browser.conftest import PHONE, Chat, said

expect = pytest.importorskip("playwright.sync_api", reason="playwright is not installed").expect

AT_END = """() => {
  const { scrollTop, scrollHeight, clientHeight } = document.getElementById("scroller");
  return scrollHeight - scrollTop - clientHeight < 2 && scrollTop > 0;
}"""


GROW_WHILE_SCROLLING = """() => requestAnimationFrame(() => {
  document.getElementById("more").click();
  const list = document.getElementById("messages");
  setTimeout(() => (list.style.minHeight = `${list.scrollHeight + 400}px`));
})"""


def talk(chat: Chat, lines: int = 30) -> None:
    """Fill Erin's chat with the bot."""
    bot, erin = chat.world.named("Connect Bot"), chat.world.named("Erin Expert")
    for number in range(lines):
        chat.world.say(bot, chat.world.direct(bot, erin), f"line {number}")


def post_picture(chat: Chat) -> None:
    """Let the bot post a picture to Erin."""
    bot, erin = chat.world.named("Connect Bot"), chat.world.named("Erin Expert")
    drawn = BytesIO()
    Image.new("L", (300, 300)).save(drawn, "PNG")
    content = chat.world.add_content("code.png", "image/png", drawn.getvalue())
    chat.world.post(bot, chat.world.direct(bot, erin), Draft(text="Scan", files=(content.id,)))


def loaded(page: Any) -> None:
    """Wait until the picture is there."""
    page.wait_for_function(
        "() => [...document.querySelectorAll('.file img')].at(-1)?.naturalWidth === 300"
    )


@pytest.mark.parametrize("before", [True, False], ids=["already there", "arriving"])
def test_a_picture_that_loads_late_is_scrolled_to_its_end(chat: Chat, before: bool) -> None:
    talk(chat)
    if before:
        post_picture(chat)
    page = chat.open("Erin Expert", "Connect Bot")
    expect(said(page, "line 29")).to_be_visible()
    if not before:
        post_picture(chat)
    loaded(page)
    page.wait_for_function(AT_END)


def test_what_grows_while_the_list_scrolls_is_scrolled_to_its_end(chat: Chat) -> None:
    talk(chat)
    page = chat.open("Erin Expert", "Connect Bot")
    page.wait_for_function(AT_END)
    page.evaluate("() => { document.getElementById('scroller').scrollTop = 40; }")
    page.wait_for_function("() => document.getElementById('scroller').scrollTop === 40")
    page.evaluate(GROW_WHILE_SCROLLING)
    page.wait_for_function("() => document.getElementById('messages').style.minHeight")
    page.wait_for_function(AT_END)


def test_a_banner_hides_no_message(chat: Chat) -> None:
    talk(chat)
    page = chat.open("Erin Expert", "Connect Bot")
    page.wait_for_function(AT_END)
    page.evaluate("document.getElementById('connection').hidden = false")
    page.wait_for_function(AT_END)
    expect(said(page, "line 29")).to_be_in_viewport()


def test_a_reader_further_up_stays_where_they_are(chat: Chat) -> None:
    talk(chat)
    page = chat.open("Erin Expert", "Connect Bot")
    page.wait_for_function(AT_END)
    page.evaluate("document.getElementById('scroller').scrollTop = 40")
    page.wait_for_function("() => document.getElementById('scroller').scrollTop === 40")
    post_picture(chat)
    expect(page.get_by_role("button", name="New messages below")).to_be_visible()
    assert page.evaluate("document.getElementById('scroller').scrollTop") == 40
    page.get_by_role("button", name="New messages below").click()
    page.wait_for_function(AT_END)


@pytest.mark.parametrize("size", [{"width": 1280, "height": 800}, PHONE], ids=["desktop", "phone"])
def test_the_send_button_stands_at_the_edge_as_the_other_buttons_do(
    chat: Chat, size: dict[str, int]
) -> None:
    page = chat.open("Erin Expert", "Support", size=size)
    edges = [
        page.get_by_role("button", name=name, exact=True).bounding_box()
        for name in ("Send", "Invite")
    ]
    send, invite = (box["x"] + box["width"] for box in edges)
    assert abs(send - invite) <= 6
