"""A guest on a phone and a host at the door, in the sandbox that a newcomer starts."""

from __future__ import annotations

import re
from typing import Any

import pytest
import requests

from tests.browser.conftest import PATIENCE, PHONE, Street, said
from tests.browser.test_doors import keep_seen, pass_time

expect = pytest.importorskip("playwright.sync_api", reason="playwright is not installed").expect

GUEST, HOST = "alice@x.com", "bob@example.com"
LANGUAGES = pytest.mark.parametrize(
    "language", ["en-GB", pytest.param("de-DE", marks=pytest.mark.long)]
)


def door_of(street: Street, words: str) -> str:
    """Return the address in the guest's newest invitation with these words."""
    link = said(street.chat(GUEST), words).last.get_by_role("link", name="/j/")
    expect(link).to_be_visible(timeout=PATIENCE)
    return str(link.get_attribute("href"))


@pytest.fixture
def street(street: Street) -> Street:
    # A guest gets only so many messages in ten minutes, and other stories sent some.
    later = {"json": {"minutes": 11}, "headers": {"Origin": street.address}}
    assert requests.post(f"{street.address}/chat/clock", timeout=10, **later).ok
    return street


@LANGUAGES
def test_a_guest_comes_and_the_host_hears_it_and_answers(street: Street, language: str) -> None:
    subject = f"the roof {language}"
    _says(street.chat(HOST, "Support"), f"meet {GUEST} about {subject}")
    door = door_of(street, subject)
    bob = street.chat(HOST)
    phone = street.window(PHONE, language)
    phone.clock.install()
    phone.goto(door)
    expect(phone.locator("h1")).to_contain_text(subject)
    keep_seen(phone, f"story-door-{language}")
    phone.get_by_role("button", name=re.compile("^(Join|Teilnehmen)$")).click()
    phone.wait_for_url("**/visit/*", timeout=PATIENCE)

    arrival = said(bob, f"{GUEST} is here").filter(has_text=subject)
    expect(arrival).to_be_visible(timeout=PATIENCE)
    page = street.window(PHONE, language)
    page.goto(arrival.get_by_role("link", name="/h/").first.get_attribute("href"))
    expect(page.get_by_role("listitem").filter(has_text=GUEST)).to_be_visible()
    keep_seen(page, f"story-host-{language}")
    phone.go_back()
    page.get_by_role("button", name=re.compile("In 5 (minutes|Minuten)")).click()
    answer = phone.locator(".news", has_text=re.compile("in 5 (minutes|Minuten)"))
    pass_time(phone, answer.is_visible)

    page.get_by_role("button", name=re.compile("Start the meeting|Meeting starten")).click()
    page.wait_for_url("**/visit/*", timeout=PATIENCE)
    expect(page.locator("body")).to_contain_text(re.compile("host", re.IGNORECASE))


@LANGUAGES
def test_a_guest_waits_is_told_something_and_let_in(street: Street, language: str) -> None:
    subject = f"the cellar {language}"
    support = street.chat(HOST, "Support")
    _says(support, f"meet {GUEST} admit first about {subject}")
    phone = street.window(PHONE, language)
    phone.clock.install()
    phone.goto(door_of(street, subject))
    phone.get_by_role("button", name=re.compile("^(Join|Teilnehmen)$")).click()
    waits = re.compile("knows that you’re here|weiß, dass Sie da sind")
    expect(phone.locator("h1")).to_have_text(waits)
    bob = street.chat(HOST)
    let_in = said(bob, subject).get_by_role("button", name="Let in").last
    expect(let_in).to_be_visible(timeout=PATIENCE)
    _says(support, f"tell {GUEST} of {subject}: I am still on the stairs")
    pass_time(phone, phone.get_by_text("I am still on the stairs").is_visible)
    keep_seen(phone, f"story-waiting-{language}")
    keep_seen(bob, f"story-let-in-{language}")
    let_in.click()
    pass_time(phone, lambda: "/visit/" in phone.url)
    expect(phone.locator("body")).to_contain_text(re.compile("guest", re.IGNORECASE))


@LANGUAGES
def test_a_guest_is_early_and_late_and_called_off(street: Street, language: str) -> None:
    subject = f"the garden {language}"
    support = street.chat(HOST, "Support")
    _says(support, f"meet {GUEST} tomorrow 3pm about {subject}")
    phone = street.window(PHONE, language)
    phone.clock.install()
    phone.goto(door_of(street, subject))
    bob = street.chat(HOST)
    expect(phone.locator("#left")).to_be_visible()
    expect(phone.get_by_role("button", name=re.compile("^(Join|Teilnehmen)$"))).to_have_count(0)
    with phone.expect_download() as saved:
        phone.get_by_role("link", name=re.compile("calendar|Kalender")).click()
    assert "BEGIN:VCALENDAR" in saved.value.path().read_text()
    phone.get_by_role("button", name=re.compile("I’m running late|Ich verspäte mich")).click()
    told = said(bob, f"{GUEST} is running late").filter(has_text=subject)
    expect(told).to_be_visible(timeout=PATIENCE)

    _says(support, f"cancel {subject}")
    gone = phone.locator("h1", has_text=re.compile("cancelled|abgesagt"))
    pass_time(phone, gone.is_visible)
    keep_seen(phone, f"story-off-{language}")
    phone.get_by_role("button", name=re.compile("Ask for a new time|neuen Termin")).click()
    asks = said(bob, f"{GUEST} asks for a new time").filter(has_text=subject)
    expect(asks).to_be_visible(timeout=PATIENCE)


@LANGUAGES
def test_a_guest_loses_the_link_and_gets_it_again(street: Street, language: str) -> None:
    subject = f"the fence {language}"
    _says(street.chat(HOST, "Support"), f"meet {GUEST} about {subject}")
    door = door_of(street, subject)
    phone = street.window(PHONE, language)
    phone.goto(door[:-3])  # as a mail program may cut it off
    phone.get_by_role("link", name=re.compile("my link again|Meinen Link")).click()
    phone.get_by_role("textbox").fill(GUEST)
    phone.get_by_role("button", name=re.compile("Send my link|Meinen Link senden")).click()
    told = re.compile("a new link is on its way|ist ein neuer Link unterwegs")
    expect(phone.get_by_text(told)).to_be_visible()
    alice = street.chat(GUEST)
    links = said(alice, subject).get_by_role("link", name="/j/")
    fresh = links.filter(has_not_text=door).last
    expect(fresh).to_be_visible(timeout=PATIENCE)
    phone.goto(door)
    expect(phone.get_by_role("button", name=re.compile("^(Join|Teilnehmen)$"))).to_have_count(0)
    phone.goto(str(fresh.get_attribute("href")))
    phone.get_by_role("button", name=re.compile("^(Join|Teilnehmen)$")).click()
    phone.wait_for_url("**/visit/*", timeout=PATIENCE)


def _says(page: Any, sentence: str) -> None:
    field = page.get_by_role("combobox", name="Message", exact=True)
    field.press_sequentially("@con")
    field.press("Tab")
    field.press_sequentially(sentence)
    field.press("Enter")
