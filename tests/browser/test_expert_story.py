"""Experts race for a request and let it pass, and desks are closed, asked for digits, moved."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import requests
from PIL import Image

from tests.browser.conftest import PATIENCE, PHONE, Street
from tests.browser.test_desk_story import BOB, CALL, CARL
from tests.browser.test_doors import keep_seen
from tests.browser.test_duty_story import ERIN, says
from tests.doors.callers import pages_of, scanned

expect = pytest.importorskip("playwright.sync_api", reason="playwright is not installed").expect

GUEST = "alice@x.com"


def passes(street: Street, minutes: int) -> None:
    """Move the sandbox's clock."""
    later = {"json": {"minutes": minutes}, "headers": {"Origin": street.address}}
    assert requests.post(f"{street.address}/chat/clock", timeout=10, **later).ok


def said(chat: Any, words: str) -> Any:
    """Return the messages that match a pattern."""
    return chat.locator("article.message").filter(has_text=re.compile(words))


def chats_of(street: Street, group: str) -> tuple[Any, Any, Any]:
    """Have Erin set a group up, of Carl and then Bob, who are on duty; return their chats.

    The first message to somebody opens their chat with the bot.
    """
    erin = street.chat(ERIN, "Support")
    says(erin, f"group {group} is {BOB}, {CARL}", f"{group} is set up", in_space=True)
    says(erin, f"expert {group}", f"I asked {group}", in_space=True)
    carl, bob = street.chat(CARL), street.chat(BOB)
    for each in (carl, bob):
        says(each, "on duty", "You’re on duty in")  # another story may have left them off duty
    return erin, carl, bob


def hang(street: Street, erin: Any, desk: str, more: str = "") -> str:
    """Have Erin hang a poster; return the address in its code."""
    says(erin, f"poster {desk} {more}", f"The poster for {desk.capitalize()}", in_space=True)
    file = said(erin, f"The poster for {desk.capitalize()}").last.get_by_role(
        "link", name="poster.pdf"
    )
    answer = requests.get(f"{street.address}{file.get_attribute('href')}", timeout=10)
    return scanned(pages_of(answer.content)[0])


def test_of_two_experts_who_press_at_once_one_is_the_host(street: Street) -> None:
    erin, carl, bob = chats_of(street, "racing")
    subject = "the race"
    says(erin, f"expert racing for {GUEST} about {subject}", f"about “{subject}”", in_space=True)
    for each in (carl, bob):
        card = said(each, "an expert is needed").filter(has_text=subject)
        expect(card).to_be_visible(timeout=PATIENCE)
    for each in (carl, bob):
        said(each, subject).get_by_role("button", name="Take it").click(no_wait_after=True)
    mine = street.chat(ERIN)
    expect(said(mine, f"took “{subject}”")).to_have_count(1, timeout=PATIENCE)
    won, lost = (carl, bob) if said(carl, f"You took “{subject}”").count() else (bob, carl)
    expect(said(won, f"You took “{subject}”")).to_be_visible(timeout=PATIENCE)
    expect(said(lost, "was first and took|took #").last).to_be_visible(timeout=PATIENCE)
    keep_seen(lost, "expert-second")
    assert said(lost, f"You took “{subject}”").count() == 0


@pytest.mark.long  # test_experts.py and test_expert_claims.py tell it without a browser
def test_what_nobody_takes_goes_to_the_next_and_then_to_who_asked(street: Street) -> None:
    erin, carl, bob = chats_of(street, "tired")
    says(erin, f"group tired is {CARL} then {BOB} after 2m", "2 minutes apart", in_space=True)
    subject = "the sleep"
    says(erin, f"expert tired for {GUEST} about {subject}", f"about “{subject}”", in_space=True)
    asked = said(carl, "an expert is needed").filter(has_text=subject)
    expect(asked).to_be_visible(timeout=PATIENCE)
    assert said(bob, subject).count() == 0
    passes(street, 2)
    expect(said(bob, "who is free").filter(has_text=subject)).to_be_visible(timeout=PATIENCE)
    mine = street.chat(ERIN)
    choices = said(mine, "Nobody in tired has taken").filter(has_text=subject)
    for _ in range(20):  # three rounds, of which each step is due two minutes after the last
        if choices.count():
            break
        passes(street, 2)
        mine.wait_for_timeout(500)
    expect(choices).to_be_visible(timeout=PATIENCE)
    keep_seen(mine, "expert-choices")
    choices.get_by_role("button", name="Keep waiting").click()
    expect(said(mine, "I’ll keep asking tired")).to_be_visible(timeout=PATIENCE)
    said(bob, subject).get_by_role("button", name="Take it").last.click()
    expect(said(mine, f"took “{subject}”")).to_be_visible(timeout=PATIENCE)


def test_a_closed_group_says_when_it_opens_in_the_chat_and_on_its_poster(street: Street) -> None:
    erin, _, _ = chats_of(street, "early")
    poster = hang(street, erin, "gate", "for early")
    opens = (datetime.now(UTC) + timedelta(hours=11)).hour
    says(
        erin,
        f"group early from {opens}:00 to {opens}:30 in UTC",
        rf"{opens:02}:00 to {opens:02}:30 \(UTC\)",  # what Erin says has no bracket
        in_space=True,
    )
    says(erin, f"expert early for {GUEST}", "early is closed, so I asked nobody", in_space=True)
    keep_seen(erin, "expert-closed")
    phone = street.window(PHONE, "de-DE")
    phone.goto(poster)
    expect(phone.get_by_text("Zurzeit ist niemand da.")).to_be_visible()
    assert phone.get_by_role("button", name=CALL).count() == 0
    keep_seen(phone, "desk-closed")


@pytest.mark.long
def test_a_poster_asks_for_its_digits_and_says_when_it_was_moved_or_taken_down(
    street: Street,
) -> None:
    erin, _, _ = chats_of(street, "digits")
    first = hang(street, erin, "hatch", "for digits with code")
    phone = street.window(PHONE, "en-GB")
    phone.goto(first)
    phone.get_by_role("textbox").fill("0000")
    phone.get_by_role("button", name=CALL).click()
    expect(phone.get_by_text("These aren’t the digits on the poster.")).to_be_visible()
    keep_seen(phone, "desk-digits")
    second = hang(street, erin, "hatch", "new")
    phone.goto(first)
    expect(phone.get_by_text("This poster has been replaced.")).to_be_visible()
    keep_seen(phone, "desk-moved")
    says(erin, "poster hatch off", "no longer in use|out of use|is down", in_space=True)
    phone.goto(second)
    expect(phone.get_by_text("This poster is no longer in use.")).to_be_visible()
    keep_seen(phone, "desk-off")


@pytest.mark.long
def test_a_screen_shows_a_code_that_calls(street: Street) -> None:
    erin, _, bob = chats_of(street, "screens")
    says(erin, "poster kiosk for screens on screen", "The screen for Kiosk is ready", in_space=True)
    mine = street.chat(ERIN)
    link = said(mine, "Open this page on the screen").last.get_by_role("link", name="/d/screen/")
    screen = street.window({"width": 800, "height": 1280}, "en-GB")
    screen.goto(link.get_attribute("href"))
    code = screen.get_by_role("img", name="A code to scan")
    expect(code).to_be_visible()
    keep_seen(screen, "desk-screen")
    phone = street.window(PHONE, "fr-FR")
    phone.goto(scanned(Image.open(io.BytesIO(code.screenshot()))))
    phone.get_by_role("button", name="Appeler").click()
    phone.wait_for_url("**/j/*", timeout=PATIENCE)
    expect(said(bob, "Kiosk").last).to_be_visible(timeout=PATIENCE)
