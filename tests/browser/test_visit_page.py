"""The page behind a link: it stays current, counts down, and can be read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import requests
from flask import Flask

from bot.core.domain.joseencrypt import AUDIENCE
from bot.sandbox.instant_connect.broker import create_broker
from bot.sandbox.instant_connect.visits import HUES
from bot.sandbox.webex.movable_clock import MovableClock
from bot.sandbox.webex.world import small_world
from bot.sandbox.wsgi_thread import Server
from tests.browser.conftest import PHONE, WIDE, playwright

expect = playwright.expect
BOT = {"Authorization": "Bearer sandbox-token-bot"}
LIVE = 10_000
"""Milliseconds within which a page shows what changed."""


class Visits:
    """A broker whose links are opened in windows."""

    def __init__(self, url: str, windows: Any, clock: MovableClock) -> None:
        self.url, self.windows, self.clock = url, windows, clock
        self.faults: list[str] = []

    def links(self, opens_in: int = 0, minutes: int = 60) -> tuple[str, str]:
        """Return a host's and a guest's link."""
        opens = int(self.clock().timestamp()) + opens_in
        times = {"nbf": opens, "exp": opens + minutes * 60}
        order = {"aud": AUDIENCE, "provideShortUrls": True, "jwt": {"sub": "meeting", **times}}
        address = f"{self.url}/api/v2/joseencrypt"
        answer = requests.post(address, json=order, headers=BOT, timeout=5).json()
        [host], [guest] = answer["host"], answer["guest"]
        return f"{self.url}/visit/{host['short']}", f"{self.url}/visit/{guest['short']}"

    def open(self, link: str, size: dict[str, int] = WIDE) -> Any:
        """Open a link in a new window."""
        page = self.windows.new_page()
        page.set_viewport_size(size)
        page.on("console", lambda said: said.type == "error" and self.faults.append(said.text))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.goto(link)
        if folder := os.environ.get("SCREENSHOTS"):
            page.screenshot(path=Path(folder) / "visit.png", full_page=True)
        return page


@pytest.fixture
def visits(windows: Any) -> Iterator[Visits]:
    clock = MovableClock()
    world = small_world(clock)
    app = Flask("visits")
    app.register_blueprint(create_broker(world, iterations=range(1000, 1001)))
    with Server(app, threads=16, on_stop=world.close) as server:
        opened = Visits(server.url, windows, clock)
        yield opened
        for page in windows.pages:
            page.close()
    assert opened.faults == []


def test_a_waiting_guest_sees_the_host_come(visits: Visits) -> None:
    host, guest = visits.links()
    page = visits.open(guest)
    expect(page.get_by_role("status")).to_contain_text("Your host isn’t here yet.")
    visits.open(host)
    page.bring_to_front()
    expect(page.get_by_role("status")).to_contain_text("Your host is here.", timeout=LIVE)
    expect(page.get_by_role("list")).to_contain_text("Host 1")


@pytest.mark.long
def test_a_link_that_is_early_counts_down_and_opens_by_itself(visits: Visits) -> None:
    page = visits.open(visits.links(opens_in=3600)[1])
    visits.faults.clear()  # Chromium calls the status of a closed page an error
    left = page.get_by_role("timer").text_content()
    assert left in {"1:00:00", "0:59:59"}
    expect(page.get_by_role("timer")).not_to_have_text(left)
    visits.clock.advance(timedelta(minutes=60))
    title = page.get_by_role("heading", level=1)
    expect(title).to_have_text("You’re in", timeout=LIVE)
    visits.clock.advance(timedelta(minutes=60))
    expect(title).to_have_text("This link has expired", timeout=LIVE)


@pytest.mark.long
def test_a_page_that_nothing_changes_on_is_left_alone(visits: Visits) -> None:
    page = visits.open(visits.links()[1])
    page.evaluate("document.querySelector('.lead').firstChild.wasHere = true")
    times = page.locator(".local").count()
    with page.expect_response(lambda answer: "live=1" in answer.url):
        pass
    assert page.evaluate("document.querySelector('.lead').firstChild.wasHere")
    assert page.locator(".local").count() == times


CONTRAST = """hue => {
    document.documentElement.style.setProperty("--hue", hue);
    const badge = getComputedStyle(document.querySelector(".badge"));
    const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 });
    const draw = canvas.getContext("2d");
    const luminance = (color) => {
        draw.fillStyle = color;
        draw.fillRect(0, 0, 1, 1);
        const [red, green, blue] = [...draw.getImageData(0, 0, 1, 1).data].map((each) => {
            const part = each / 255;
            return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const [dark, light] = [badge.color, badge.backgroundColor].map(luminance).sort();
    return (light + 0.05) / (dark + 0.05);
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_badge_can_be_read_in_each_color(visits: Visits, scheme: str) -> None:
    page = visits.open(visits.links()[1])
    page.emulate_media(color_scheme=scheme)
    assert min(page.evaluate(CONTRAST, hue) for hue in HUES) >= 4.5


def test_on_a_phone_nothing_is_cut_off(visits: Visits) -> None:
    page = visits.open(visits.links()[0], size=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
