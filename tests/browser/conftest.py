"""A real browser on the sandbox's chat page; errors on any page fail the test."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from flask import Flask

from bot.sandbox.page.chat import create_chat
from bot.sandbox.webex.world import Person, World, small_world
from bot.sandbox.wsgi_thread import Server

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

ROOT = Path(__file__).parent.parent.parent
BROWSERS = ("chromium-headless-shell", "chromium")
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    *("--no-first-run", "--disable-component-update", "--disable-sync"),
    *("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"),
]
WIDE = {"width": 1200, "height": 800}
PHONE = {"width": 390, "height": 844}
PATIENCE = 20_000  # milliseconds


@dataclass
class Chat:
    """The chat page; each call of `open` opens a window."""

    world: World
    url: str
    windows: Any
    faults: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)

    def open(self, name: str, space: str = "", size: dict[str, int] = WIDE) -> Any:
        """Open a window as a person, with a space open."""
        person = self.world.named(name)
        page = self.windows.new_page()
        page.set_viewport_size(size)
        page.on("console", lambda said: said.type == "error" and self.faults.append(said.text))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("request", lambda request: self._watch(request.url))
        page.goto(f"{self.url}/?as={person.email}&space={self._id_of(space, person)}")
        return page

    def _id_of(self, title: str, person: Person) -> str:
        mine = self.world.spaces_of(person)
        return next((one.id for one in mine if self.world.title_for(one, person) == title), "")

    def _watch(self, address: str) -> None:
        parts = urlsplit(address)
        if parts.scheme in {"http", "https"} and parts.hostname != "127.0.0.1":
            self.strangers.append(address)


@pytest.fixture(scope="package")
def windows() -> Iterator[Any]:
    """One headless Chromium for all tests; set CHROMIUM to use another than the one on the path.

    Debian's `chromium-headless-shell` takes half the processor time of `chromium`, since it has no
    windows, tabs or menus to draw.

    Playwright runs an event loop in this thread, so it ends with this folder's tests.

    Each test's server has its own port, and so its own site: nothing is left from other tests.
    """
    chromium = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), "")
    if not Path(chromium or "?").exists():
        pytest.skip(f"no Chromium here: install Debian's `{BROWSERS[0]}`, or set CHROMIUM to one")
    with playwright.sync_playwright() as play:
        launched = play.chromium.launch(executable_path=chromium, args=FLAGS)
        yield launched.new_context(locale="en-GB")
        launched.close()


@pytest.fixture
def chat(windows: Any) -> Iterator[Chat]:
    """The chat page with its own world; errors in any window fail the test."""
    world = small_world()
    app = Flask("chat")
    app.register_blueprint(create_chat(world))
    with Server(app, threads=16, on_stop=world.close) as server:
        opened = Chat(world, server.url, windows)
        yield opened
        for page in windows.pages:
            page.close()
    assert opened.faults == [], "the page complained in the browser's console"
    assert opened.strangers == [], "the page asked for something beyond this machine"


@pytest.fixture(scope="package")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the sandbox that a newcomer starts says that its page is."""
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "sandbox", "--port", "0"],
        cwd=tmp_path_factory.mktemp("sandbox"),
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    said = process.stdout.readline()
    # What it prints after that has to be read: a full pipe would stop the bot.
    reader = threading.Thread(target=process.stdout.read, daemon=True)
    reader.start()
    yield re.findall(r"http://127\.0\.0\.1:\d+", said)[0]
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=30) == 0
    reader.join()
    process.stdout.close()


@dataclass
class Street:
    """The sandbox, with a window for each person.

    Args:
        address: of its page.
        windows: opens windows.
    """

    address: str
    windows: Any
    contexts: list[Any] = field(default_factory=list)

    def window(self, size: dict[str, int], language: str) -> Any:
        """Return a window of a person's own."""
        context = self.windows.browser.new_context(viewport=size, locale=language)
        self.contexts.append(context)
        return context.new_page()

    def chat(self, who: str, space: str = "Connect Bot") -> Any:
        """Return a chat of somebody; with the bot there is one once it has written to them."""
        page = self.window(WIDE, "en-GB")
        page.goto(f"{self.address}/?as={who}")
        spaces = page.get_by_role("navigation", name="Spaces")
        spaces.get_by_role("link", name=re.compile(f"^{space}")).click(timeout=PATIENCE)
        # The page reads what was said before; who counts messages has to count those, too.
        playwright.expect(page.locator("#messages > *, #examples > *").first).to_be_visible(
            timeout=PATIENCE
        )
        return page


@pytest.fixture
def street(windows: Any, started: str) -> Iterator[Street]:
    """The sandbox that a newcomer starts; its windows are closed at the end."""
    opened = Street(started, windows)
    yield opened
    for context in opened.contexts:
        context.close()


def said(page: Any, words: str) -> Any:
    """Return the messages on a page with these words."""
    return page.locator("article.message").filter(has_text=words)
