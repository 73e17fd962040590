"""Each story runs twice: on the core alone, and on the whole bot."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pytest
import structlog

from tests.stories.fake import FakeStage
from tests.stories.real import RealStage, Town, lived_in
from tests.stories.stage import Stage


@pytest.fixture(scope="module")
def logged() -> Iterator[io.StringIO]:
    """Everything that anybody logs while stories are played, at the lowest level there is."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    root, level = logging.getLogger(), logging.getLogger().level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    logging.getLogger("markdown_it").setLevel(logging.WARNING)  # the sandbox's, and very talkative
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.DEBUG),
        logger_factory=structlog.PrintLoggerFactory(written),
        cache_logger_on_first_use=False,
    )
    yield written
    structlog.reset_defaults()
    root.setLevel(level)
    root.removeHandler(handler)


# Not for the whole session: the engine draws on chance, and hypothesis wants to be alone with it.
@pytest.fixture(scope="package")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    with lived_in(tmp_path_factory.mktemp("town")) as town:
        yield town


@pytest.fixture(params=["fake", "real"])
def bot(request: pytest.FixtureRequest) -> Stage:
    """The bot, once as its core alone and once as a whole."""
    return request.getfixturevalue({"fake": "core", "real": "real"}[request.param])


@pytest.fixture
def real(town: Town) -> Iterator[RealStage]:
    """The whole bot, among others' stories."""
    stage = RealStage(town)
    yield stage
    stage.weather = []
    stage.check_that_host_links_stayed_private()


@pytest.fixture
def core() -> Iterator[FakeStage]:
    """The bot's core alone, whose clock is turned by hand."""
    stage = FakeStage()
    yield stage
    stage.weather = []
    stage.check_that_host_links_stayed_private()
    stage.close()
