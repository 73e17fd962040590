"""A visitor scans a poster in the sandbox that a newcomer starts, and two experts race."""

from __future__ import annotations

import re

import pytest

from tests.browser.conftest import PATIENCE, PHONE, WIDE, Street
from tests.browser.test_accessibility import IN_SCHEME, axe
from tests.browser.test_doors import SMALL, keep_seen, pass_time

expect = pytest.importorskip("playwright.sync_api", reason="playwright is not installed").expect

CARL, BOB = "carl@example.com", "bob@example.com"
CALL = re.compile("^(Call|Anrufen)$")


def scanned(street: Street) -> str:
    """Return where the poster on the sandbox's page leads."""
    page = street.window(WIDE, "en-GB")
    page.goto(street.address)
    return str(page.get_by_role("link", name="Scan “Front desk”").get_attribute("href"))


def test_a_phone_presses_20_times_and_one_of_two_experts_takes_the_call(street: Street) -> None:
    poster = scanned(street)
    carl, bob = street.chat(CARL, "Support"), street.chat(BOB, "Support")
    asked = carl.get_by_role("button", name="Take it")
    before = asked.count()
    phone = street.window(PHONE, "de-DE")
    phone.goto(poster)
    phone.get_by_role("button", name=CALL).dblclick()
    # The second press ends the navigation of the first, for which wait_for_url would fail.
    expect(phone).to_have_url(re.compile("/j/"), timeout=PATIENCE)
    for _ in range(18):
        phone.goto(poster)  # who has called is led to the door, where there is no such button
        assert phone.get_by_role("button", name=CALL).count() == 0
    expect(phone.locator("h1")).to_have_text("Front desk weiß, dass Sie da sind.")
    keep_seen(phone, "desk-waiting")
    expect(asked).to_have_count(before + 1, timeout=PATIENCE)
    keep_seen(carl, "desk-card")

    phone.clock.install()
    phone.goto(poster)
    theirs = bob.get_by_role("button", name="Take it").last
    expect(theirs).to_be_visible(timeout=PATIENCE)
    asked.last.click()
    expect(carl.get_by_text("Carl Colleague took #").last).to_be_visible(timeout=PATIENCE)
    expect(bob.get_by_role("button", name="Take it")).to_have_count(before, timeout=PATIENCE)
    keep_seen(bob, "desk-taken")
    pass_time(phone, lambda: "/visit/" in phone.url)
    expect(phone.locator("body")).to_contain_text(re.compile("guest", re.IGNORECASE))
    host = street.chat(CARL)
    told = host.locator("article.message", has_text="Somebody is calling at Front desk")
    expect(told.last).to_be_visible(timeout=PATIENCE)
    keep_seen(host, "desk-host")


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["small", "wide"])
def test_the_page_of_a_desk_passes_axes_checks(street: Street, size: dict[str, int]) -> None:
    page = street.window(size, "en-GB")
    page.goto(scanned(street))
    expect(page.get_by_role("button", name="Call")).to_be_visible()
    wider = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert not wider
    keep_seen(page, f"desk-{size['width']}")
    for scheme, checks in IN_SCHEME.items():
        page.emulate_media(color_scheme=scheme)
        found = axe.Axe().run(page, options={"runOnly": checks})
        assert not found.violations_count, f"{scheme}: {found.generate_report()}"


def test_a_desk_needs_no_javascript(street: Street) -> None:
    context = street.windows.browser.new_context(java_script_enabled=False, locale="fr-FR")
    street.contexts.append(context)
    page = context.new_page()
    page.goto(scanned(street))
    page.get_by_role("button", name="Appeler").click()
    page.wait_for_url("**/j/*", timeout=PATIENCE)
    expect(page.locator("h1")).to_have_text("Front desk sait que vous êtes là.")
