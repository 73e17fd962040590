"""A real browser on the sandbox's chat page; every page it opens is watched for faults."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from flask import Flask

from bot.sandbox.chat import create_chat
from bot.sandbox.serving import Server
from bot.sandbox.world import World, small_world

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    *("--no-first-run", "--disable-component-update", "--disable-sync"),
]
WIDE = {"width": 1200, "height": 800}
PHONE = {"width": 390, "height": 844}


@dataclass
class Chat:
    """The chat page as people open it: one window for each call of `open`."""

    world: World
    url: str
    browser: Any
    faults: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)

    def open(self, name: str, space: str = "", **options: Any) -> Any:
        """Return a window of its own in which one is that person, with a space open."""
        person = self.world.named(name)
        context = self.browser.new_context(**{"viewport": WIDE, "locale": "en-GB", **options})
        page = context.new_page()
        page.on("console", lambda said: said.type == "error" and self.faults.append(said.text))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("request", lambda request: self._watch(request.url))
        page.goto(f"{self.url}/?as={person.email}")
        if space:
            page.get_by_role("navigation", name="Spaces").get_by_role("link", name=space).click()
        return page

    def _watch(self, address: str) -> None:
        parts = urlsplit(address)
        if parts.scheme in {"http", "https"} and parts.hostname != "127.0.0.1":
            self.strangers.append(address)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One headless Chromium for all tests; CHROMIUM names another than the one on the path."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not chromium or not Path(chromium).exists():
        pytest.skip("no Chromium here: install Debian's `chromium`, or set CHROMIUM to its path")
    with playwright.sync_playwright() as play:
        launched = play.chromium.launch(executable_path=chromium, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture
def chat(browser: Any) -> Iterator[Chat]:
    """The chat page over a small world of its own; faults in any window fail the test."""
    world = small_world()
    app = Flask("chat")
    app.register_blueprint(create_chat(world))
    with Server(app, threads=16, on_stop=world.close) as server:
        opened = Chat(world, server.url, browser)
        yield opened
        for context in browser.contexts:
            context.close()
    assert opened.faults == [], "the page complained in the browser's console"
    assert opened.strangers == [], "the page asked for something beyond this machine"
