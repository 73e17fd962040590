"""Stories with a bot that is discreet, and has e-mail and text messages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.core.ways import DIRECT, Ways
from bot.sandbox.post_office import open_post_office
from bot.sandbox.world import small_world
from tests.stories.fake import FakeStage
from tests.stories.real import RealStage, Town, lived_in
from tests.stories.stage import Stage


@pytest.fixture(scope="package")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    world = small_world()
    with open_post_office(world) as port:
        settings = {
            "smtp_url": f"smtp+plain://127.0.0.1:{port}",
            "mail_from": "Example Clinic <no-reply@example.com>",
            "direct_to": "example.com x.com",
            "discreet": "true",
        }
        with lived_in(tmp_path_factory.mktemp("town"), world, **settings) as town:
            yield town


@pytest.fixture(params=["fake", "real"])
def bot(request: pytest.FixtureRequest) -> Iterator[Stage]:
    """The bot, once as its core alone and once as a whole."""
    if request.param == "fake":
        yield request.getfixturevalue("core")
        return
    stage = RealStage(request.getfixturevalue("town"))
    yield stage
    stage.weather = []
    stage.check_that_host_links_stayed_private()


@pytest.fixture
def core(tmp_path: Path) -> Iterator[FakeStage]:
    """The bot's core alone, whose clock is turned by hand."""
    stage = FakeStage(tmp_path)
    ways = Ways(mail=True, rules={"example.com": DIRECT, "x.com": DIRECT})
    stage.settings(ways=ways, discreet=True)
    yield stage
    stage.weather = []
    stage.check_that_host_links_stayed_private()
    stage.close()
