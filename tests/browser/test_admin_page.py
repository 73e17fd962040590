"""The admin page on a phone: everything fits, and can be pressed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.sandbox.webex.faults import NotFoundYet
from tests.browser.conftest import PHONE
from tests.browser.test_doors import keep_seen
from tests.engine.databases import wait_until
from tests.observability.conftest import ADMIN_TOKEN
from tests.stories.real import Town, lived_in

LIGHT_AND_NAME = (".light", "td:nth-child(2)")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    settings = {"admin_token": ADMIN_TOKEN, "bot_admins": "erin@example.com"}
    with lived_in(tmp_path_factory.mktemp("admin"), **settings) as town:
        yield town


@pytest.fixture
def page(home: Town, windows: Any) -> Iterator[Any]:
    credentials = {"username": "anybody", "password": ADMIN_TOKEN}
    context = windows.browser.new_context(http_credentials=credentials, viewport=PHONE)
    yield context.new_page()
    context.close()


def test_on_a_phone_nothing_is_cut_off_and_each_button_can_be_pressed(
    home: Town, page: Any
) -> None:
    world = home.world
    erin, bot = world.named("Erin Expert"), world.named("Connect Bot")
    world.faults = [NotFoundYet(times=None, path="joseencrypt")]
    world.say(erin, world.direct(erin, bot), "meet alice@x.com")
    address = f"{home.receiver}/admin"
    wait_until(lambda: page.goto(address) and page.get_by_role("button", name="Try again").count())
    world.faults = []
    page.get_by_role("button", name="Examine now").click()
    page.get_by_text("The doctor has checked everything.").wait_for()
    if folder := os.environ.get("SCREENSHOTS"):
        page.screenshot(path=Path(folder) / "admin.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    light, name = (page.locator(".findings tr").first.locator(each) for each in LIGHT_AND_NAME)
    box = light.bounding_box()
    left = name.evaluate("cell => cell.getClientRects()[0].left")
    assert left - box["x"] - box["width"] >= 4
    for button in page.get_by_role("button").all():
        box = button.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= PHONE["width"]
        assert box["height"] >= 44
    page.get_by_role("button", name="Try again").first.click()
    page.get_by_text("Trying again.").wait_for()


@pytest.mark.parametrize("width", [390, 1280])
def test_figures_of_groups_of_experts_can_be_read(home: Town, page: Any, width: int) -> None:
    world = home.world
    erin, bot = world.named("Erin Expert"), world.named("Connect Bot")

    def answered(said: str, answer: str) -> None:
        before = dict(world.messages)
        world.say(erin, world.direct(erin, bot), said)
        wait_until(
            lambda: any(
                answer in each.text
                for key, each in dict(world.messages).items()
                if key not in before
            )
        )

    answered("group interventional cardiology is erin@example.com", "is set up")
    answered("expert interventional cardiology", "I asked")
    page.set_viewport_size({"width": width, "height": 844})
    address = f"{home.receiver}/admin"
    figures = page.get_by_role("row").filter(has_text="interventional cardiology")
    page.goto(address)
    figures.first.scroll_into_view_if_needed()
    keep_seen(page, f"admin-experts-{width}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for cell in figures.first.get_by_role("cell").all():
        box = cell.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
