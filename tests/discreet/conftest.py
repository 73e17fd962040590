"""A bot in discreet mode, with email and text messages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.core.conversations.requests.delivery_ways import DIRECT, Ways
from tests.stories.conftest import bot, real
from tests.stories.fake import FakeStage
from tests.stories.real import Town, lived_in_with_mail
from tests.stories.stage import a_story_on

__all__ = ["bot", "real"]  # fixtures of tests/stories


@pytest.fixture(scope="package")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    settings = {"direct_to": "example.com x.com", "discreet": "true"}
    with lived_in_with_mail(tmp_path_factory.mktemp("town"), **settings) as town:
        yield town


@pytest.fixture
def core() -> Iterator[FakeStage]:
    """The core alone, with a clock set by hand."""
    ways = Ways(mail=True, rules={"example.com": DIRECT, "x.com": DIRECT})
    with a_story_on(FakeStage()) as stage:
        stage.settings(ways=ways, discreet=True)
        yield stage
