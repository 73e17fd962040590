"""The reference of the API can be read: wide and on a phone, light and dark."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.edges.web.api.api_pages import add_api_pages
from bot.edges.web.receiver import create_health_app
from bot.sandbox.wsgi_thread import Server
from tests.browser.conftest import PHONE, WIDE
from tests.browser.test_accessibility import IN_SCHEME, axe


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    app = create_health_app(lambda: True)
    add_api_pages(app, lambda: None)
    with Server(app, threads=4) as server:
        yield f"{server.url}/v1"


PHONES = pytest.param(PHONE, marks=pytest.mark.long)
DOCS = pytest.param("docs", marks=pytest.mark.long)
"""A quarter of a minute each, for a page in the style of the other one, which is short."""


@pytest.mark.parametrize("size", [WIDE, PHONES], ids=["wide", "phone"])
@pytest.mark.parametrize("path", [DOCS, "problems"])
def test_a_page_of_the_api_passes_axes_checks(
    site: str, windows: Any, path: str, size: dict[str, int]
) -> None:
    page, said = windows.new_page(), []
    page.set_viewport_size(size)
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{site}/{path}#422")
    if folder := os.environ.get("SCREENSHOTS"):
        page.screenshot(path=Path(folder) / f"api-{path}-{size['width']}.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    for scheme, checks in IN_SCHEME.items():
        page.emulate_media(color_scheme=scheme)
        found = axe.Axe().run(page, options={"runOnly": checks})
        assert not found.violations_count, f"{scheme}: {found.generate_report()}"
    assert said == []
    page.close()


@pytest.mark.parametrize("path", ["docs", "problems"])
def test_on_a_phone_nothing_is_cut_off(site: str, windows: Any, path: str) -> None:
    page = windows.new_page()
    page.set_viewport_size(PHONE)
    page.goto(f"{site}/{path}#422")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.close()


def test_a_field_leads_to_the_body_that_it_holds(site: str, windows: Any) -> None:
    page = windows.new_page()
    page.goto(f"{site}/docs")
    page.get_by_role("link", name="NewMeeting").first.click()
    page.get_by_role("heading", name="NewMeeting").wait_for()
    page.get_by_role("link", name="GuestBody").first.click()
    assert page.url.endswith("#GuestBody")
    page.close()
