"""Each story runs twice: on the core alone, and on the whole bot."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pytest
import structlog

from tests.stories.fake import FakeStage
from tests.stories.real import RealStage, Town, lived_in
from tests.stories.stage import Stage, a_story_on


@pytest.fixture(scope="module")
def logged() -> Iterator[io.StringIO]:
    """Everything that is logged during stories, at debug level."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    root, level = logging.getLogger(), logging.getLogger().level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    logging.getLogger("markdown_it").setLevel(logging.WARNING)  # the sandbox's, and very verbose
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.DEBUG),
        logger_factory=structlog.PrintLoggerFactory(written),
        cache_logger_on_first_use=False,
    )
    yield written
    structlog.reset_defaults()
    root.setLevel(level)
    root.removeHandler(handler)


# Not for the whole session: the engine uses randomness, which hypothesis wants for itself.
@pytest.fixture(scope="package")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    with lived_in(tmp_path_factory.mktemp("town")) as town:
        yield town


@pytest.fixture(params=["fake", "real"])
def bot(request: pytest.FixtureRequest) -> Stage:
    """The bot: once the core alone, once the whole."""
    return request.getfixturevalue({"fake": "core", "real": "real"}[request.param])


@pytest.fixture
def real(town: Town) -> Iterator[RealStage]:
    """The whole bot, shared by stories."""
    with a_story_on(RealStage(town)) as stage:
        stage.end_earlier_meetings()
        yield stage


@pytest.fixture
def core() -> Iterator[FakeStage]:
    """The core alone, with a clock set by hand."""
    with a_story_on(FakeStage()) as stage:
        yield stage
