"""One real bot for all of these tests."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
import structlog

from bot.sandbox.webex.world import small_world
from tests.stories.real import RealStage, Town, lived_in

ADMIN_TOKEN = "the password of the page"
METRICS_TOKEN = "a-token-of-prometheus"
SETTINGS = {
    "admin_token": ADMIN_TOKEN,
    "metrics_token": METRICS_TOKEN,
    "bot_admins": "erin@example.com",
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    folder = tmp_path_factory.mktemp("seen")
    with lived_in(folder, small_world(), **SETTINGS) as town:
        yield town


@pytest.fixture
def bot(home: Town) -> RealStage:
    return RealStage(home)


@pytest.fixture(autouse=True)
def logs() -> Iterator[None]:
    level = logging.getLogger().level
    yield
    logging.getLogger().setLevel(level)
    structlog.reset_defaults()
