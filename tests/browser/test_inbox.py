"""Alice's email inbox on the chat page, on a desktop and on a phone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.headerregistry import Address
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.core import replies
from bot.core.domain.commands import Guest
from bot.core.domain.links import GuestLink
from bot.core.domain.meetings import Meeting
from bot.core.steps.mail_steps import Occasion
from bot.core.wording.times import Times
from bot.edges.delivery.mime import build_message
from bot.process.translations import spoken
from tests.browser.conftest import PHONE, Chat

expect = pytest.importorskip("playwright.sync_api", reason="playwright is not installed").expect

OPENS = datetime(2026, 11, 25, 14, 30, tzinfo=UTC)
MEETING = Meeting(
    *("sub", "erin", "erin@example.com", OPENS, OPENS + timedelta(minutes=45), "the roof"),
    planned=True,
    number=12,
)
SENDER = Address("Example Clinic", "no-reply", "example.com")
LINK = GuestLink("http://127.0.0.1:9/visit/abcdefgh")
OCCASION = Occasion("m", Times(ZoneInfo("Europe/Berlin")))


def arrives(chat: Chat, email: str = "alice@x.com", *, cancelled: bool = False) -> None:
    t, guest = spoken("en"), Guest(email=email)
    mail = (
        replies.cancellation_mail(t, MEETING, guest, OCCASION)
        if cancelled
        else replies.invitation_mail(t, MEETING, guest, LINK, OCCASION)
    )
    chat.world.take_mail(email, bytes(build_message(mail, SENDER)))


def inbox(page: Any) -> Any:
    return page.get_by_role("region", name="Alice’s inbox")


def test_a_mail_is_there_as_it_arrives_with_its_page_and_its_calendar(chat: Chat):
    page = chat.open("Alice Customer")
    expect(page.get_by_text("No messages yet")).to_be_visible()
    expect(inbox(page)).to_be_hidden()
    arrives(chat)
    box = inbox(page)
    expect(box.get_by_text("Invitation to a video meeting about “the roof”")).to_be_visible()
    expect(box.get_by_text("Example Clinic")).to_be_visible()
    calendar = box.get_by_role("region", name="In the calendar")
    expect(calendar).to_contain_text("Wednesday 25 November 2026, 14:30 to 15:15 (UTC)")
    expect(calendar).to_contain_text("Reminder 10 minutes before")
    frame = page.frame_locator("#inbox iframe")
    button = frame.get_by_role("link", name="Join the meeting")
    expect(button).to_have_attribute("href", "http://127.0.0.1:9/visit/abcdefgh")
    expect(frame.get_by_role("listitem")).to_have_count(3)
    arrives(chat, cancelled=True)
    expect(box.get_by_text("Removed from the calendar")).to_be_visible()


@pytest.mark.long
def test_nobody_else_sees_it(chat: Chat):
    arrives(chat)
    page = chat.open("Erin Expert", "Support")
    expect(page.locator("#space-title")).to_have_text("Support")
    expect(page.locator("#inbox")).to_be_hidden()


@pytest.mark.long
def test_on_a_phone_the_inbox_is_a_press_away_and_fits(chat: Chat):
    arrives(chat)
    page = chat.open("Alice Customer", size=PHONE)
    page.get_by_role("button", name="Received 1").click()
    frame = page.frame_locator("#inbox iframe")
    button = frame.get_by_role("link", name="Join the meeting")
    expect(button).to_be_visible()
    assert button.bounding_box()["height"] >= 44
    wide = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    assert page.evaluate(wide)
    assert page.frames[1].evaluate(wide)
    page.get_by_role("button", name="Received 1").click()
    expect(inbox(page)).to_be_hidden()
