"""``/readyz`` and ``/metrics``."""

from __future__ import annotations

import hmac
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

import sqlalchemy as sa
from flask import Flask, Response, request
from prometheus_client import CollectorRegistry
from prometheus_client.core import Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.platform_collector import PlatformCollector
from prometheus_client.process_collector import ProcessCollector
from prometheus_client.registry import Collector

from bot.core.domain.desk_figures import GroupFigures
from bot.core.domain.errors import DatabaseAway
from bot.edges import metrics
from bot.edges.storage.singleton_tasks import SingletonTasks

if TYPE_CHECKING:
    from bot.edges.durable.backlog import Backlog

Checks = Mapping[str, Callable[[], bool]]


def takes_changes(database: sa.Engine) -> bool:
    """Return whether the database can be written to."""
    try:
        SingletonTasks(database).note("ready", time.time())
    except (sa.exc.SQLAlchemyError, TimeoutError):
        return False
    return True


def add_readiness_check(app: Flask, checks: Checks) -> None:
    """Add ``/readyz``: 200 if all checks pass, else 503, with a line for each.

    Args:
        app: the application.
        checks: the checks by name; none of them calls another service.
    """

    @app.get("/readyz")
    def ready() -> Response:
        found = {name: check() for name, check in checks.items()}
        lines = "".join(f"{name}: {'ok' if good else 'not ok'}\n" for name, good in found.items())
        return Response(lines, 200 if all(found.values()) else 503, mimetype="text/plain")


def add_metrics(app: Flask, collectors: list[Collector], token: str | None) -> None:
    """Add ``/metrics`` for Prometheus.

    Args:
        app: the application.
        collectors: read the metrics that aren't counted in this process.
        token: the required bearer token; None for none.
    """
    registry = CollectorRegistry()
    for each in (*collectors, ProcessCollector(registry=None), PlatformCollector(registry=None)):
        registry.register(each)

    @app.get("/metrics")
    def measured() -> Response:
        if token and not is_bearer(token):
            return Response("", 401, {"WWW-Authenticate": "Bearer"}, mimetype="text/plain")
        body = generate_latest(metrics.REGISTRY) + generate_latest(registry)
        return Response(body, content_type=CONTENT_TYPE_LATEST)


def is_bearer(token: str) -> bool:
    """Return whether the request has this bearer token, comparing in constant time."""
    given = request.headers.get("Authorization", "")
    return hmac.compare_digest(given.encode(), f"Bearer {token}".encode())


class TokenCollector(Collector):
    """Collects whether Webex accepts the token.

    Args:
        accepted: returns whether Webex accepts it, as far as this process knows.
    """

    def __init__(self, accepted: Callable[[], bool]) -> None:
        self._accepted = accepted

    def collect(self) -> list[Metric]:
        """Return the one gauge."""
        meaning = "Whether Webex accepts the bot's token."
        return [metrics.gauge("token_accepted", meaning, self._accepted())]


class DeskCollector(Collector):
    """Collects how today's requests to groups of experts went, in UTC.

    Args:
        read: returns the figures of each group.
    """

    def __init__(self, read: Callable[[], Sequence[GroupFigures]]) -> None:
        self._read = read

    def describe(self) -> Iterator[Metric]:
        """Describe nothing, so that registering this doesn't read the database."""
        return iter(())

    def collect(self) -> Iterator[Metric]:
        """Yield the figures; nothing if the database is away."""
        with suppress(sa.exc.SQLAlchemyError, DatabaseAway):
            yield from metrics.desk_figures(self._read())


class BacklogCollector(Collector):
    """Collects how much work is waiting and in progress.

    Args:
        read: reads the unfinished work.
    """

    def __init__(self, read: Callable[[], Backlog]) -> None:
        self._read = read

    def describe(self) -> Iterator[Metric]:
        """Describe nothing, so that registering this doesn't read the database."""
        return iter(())

    def collect(self) -> Iterator[Metric]:
        """Yield the gauges; if the database is away, only that it is."""
        try:
            found = self._read()
        except sa.exc.SQLAlchemyError:
            yield metrics.gauge("database_up", "Whether the database answers.", 0)
            return
        for name, meaning, value in (
            ("database_up", "Whether the database answers.", 1),
            ("backlog", "Notices and due tasks that wait for a worker.", found.waiting),
            ("backlog_oldest_seconds", "How long the oldest waits.", found.waiting_for),
            ("in_hand", "Conversations that are under way.", found.in_hand),
            ("in_hand_oldest_seconds", "How long the oldest is.", found.in_hand_for),
            ("dead", "Conversations whose processes died each time.", found.dead),
        ):
            yield metrics.gauge(name, meaning, value)
