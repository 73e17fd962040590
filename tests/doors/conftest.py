"""A bot whose guests are given the address of a page, which lets them in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.core.conversations.requests.delivery_ways import BOTH, DIRECT, Ways
from tests.stories.conftest import bot, logged, real
from tests.stories.fake import FakeStage
from tests.stories.real import Town, lived_in_with_mail
from tests.stories.stage import a_story_on

__all__ = ["bot", "logged", "real"]  # fixtures of tests/stories

WAYS = Ways(mail=True, rules={"example.com": DIRECT, "x.com": DIRECT, "both.org": BOTH})
DOORS_AT = "https://door.example"


@pytest.fixture(scope="package")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    settings = {"direct_to": "example.com x.com", "both_to": "both.org"}
    with lived_in_with_mail(tmp_path_factory.mktemp("town"), **settings) as town:
        town.bot.doors_at = town.receiver
        yield town


@pytest.fixture
def core() -> Iterator[FakeStage]:
    """The core alone, with a clock set by hand."""
    with a_story_on(FakeStage()) as stage:
        stage.settings(ways=WAYS, doors_at=DOORS_AT)
        yield stage
