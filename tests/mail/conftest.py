"""A bot with email: its own people get direct messages, others emails."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.core.conversations.requests.delivery_ways import BOTH, DIRECT, Ways
from tests.stories.conftest import logged
from tests.stories.fake import FakeStage
from tests.stories.real import RealStage, Town, lived_in_with_mail
from tests.stories.stage import Stage

__all__ = ["logged"]  # a fixture of tests/stories

WAYS = Ways(mail=True, rules={"example.com": DIRECT, "there.org": DIRECT, "both.org": BOTH})


@pytest.fixture(scope="package")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    settings = {"direct_to": "example.com there.org", "both_to": "both.org"}
    with lived_in_with_mail(tmp_path_factory.mktemp("town"), **settings) as town:
        yield town


@pytest.fixture(params=["fake", "real"])
def bot(request: pytest.FixtureRequest) -> Iterator[Stage]:
    """The bot: once the core alone, once the whole; see `whole` in .pytest.ini."""
    if request.param == "fake":
        yield request.getfixturevalue("core")
        return
    stage = RealStage(request.getfixturevalue("town"))
    yield stage
    stage.faults = []
    stage.check_that_host_links_stayed_private()


@pytest.fixture
def core() -> Iterator[FakeStage]:
    """The core alone, with a clock set by hand."""
    stage = FakeStage()
    stage.settings(ways=WAYS)
    yield stage
    stage.faults = []
    stage.check_that_host_links_stayed_private()
    stage.close()
