"""A pytest plugin: the fixture `webex_sandbox`, an emulated Webex as it begins for each test.

Put ``pytest_plugins = ["bot.emulator.pytest_plugin"]`` into your conftest.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.emulator.webex_emulator import EmulatedWebex, InitialState, open_emulator


@pytest.fixture(scope="session")
def webex_sandbox_file() -> Path | None:
    """Return the TOML file with the people, bots and rooms. Override it to use your own."""
    return None


@pytest.fixture(scope="session")
def webex_sandbox_server(webex_sandbox_file: Path | None) -> Iterator[EmulatedWebex]:
    """Run one emulated Webex for all tests."""
    with open_emulator(InitialState(webex_sandbox_file)) as webex:
        yield webex


@pytest.fixture
def webex_sandbox(webex_sandbox_server: EmulatedWebex) -> EmulatedWebex:
    """Return the emulated Webex, as it begins."""
    webex_sandbox_server.reset()
    return webex_sandbox_server
