"""Sets up logging: one line per event, on standard error."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable

import structlog


def begin(level: str, form: str = "console", *besides: structlog.types.Processor | None) -> None:
    """Set up logging.

    Args:
        level: the lowest level that is logged: debug, info, warning or error.
        form: ``console`` for people, ``json`` for machines.
        besides: further processors that see each line.
    """
    lowest = logging.getLevelNamesMapping()[level.upper()]
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            *filter(None, besides),
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _RENDERERS[form](),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(lowest),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    # The lines of DBOS and other libraries may contain their arguments.
    logging.getLogger().setLevel(logging.WARNING)
    for name in ("dbos", "urllib3", "websockets", "webexpythonsdk", "webexteamssdk"):
        logging.getLogger(name).setLevel(logging.ERROR)
    logging.getLogger("waitress").setLevel(logging.CRITICAL)  # its errors name the path


_RENDERERS: dict[str, Callable[[], structlog.types.Processor]] = {
    "console": lambda: structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty()),
    "json": structlog.processors.JSONRenderer,
}
