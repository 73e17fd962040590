"""``/readyz`` and ``/metrics``."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Mapping

import sqlalchemy as sa
from flask import Flask, Response, request
from prometheus_client import CollectorRegistry
from prometheus_client.core import Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.platform_collector import PlatformCollector
from prometheus_client.process_collector import ProcessCollector
from prometheus_client.registry import Collector

from bot.edges import metrics

Checks = Mapping[str, Callable[[], bool]]


def answers(database: sa.Engine) -> bool:
    """Return whether the database does."""
    try:
        with database.connect() as connection:
            connection.execute(sa.text("SELECT 1"))
    except (sa.exc.SQLAlchemyError, TimeoutError):
        return False
    return True


def tell_readiness(app: Flask, checks: Checks) -> None:
    """Answer at ``/readyz``: 200 when all checks are good, else 503, with a line for each.

    Args:
        app: that answers.
        checks: by their names; none of them asks another service.
    """

    @app.get("/readyz")
    def ready() -> Response:
        found = {name: check() for name, check in checks.items()}
        lines = "".join(f"{name}: {'ok' if good else 'not ok'}\n" for name, good in found.items())
        return Response(lines, 200 if all(found.values()) else 503, mimetype="text/plain")


def tell_metrics(app: Flask, collectors: list[Collector], token: str | None = None) -> None:
    """Answer Prometheus at ``/metrics``.

    Args:
        app: that answers.
        collectors: of what is read when it is asked for.
        token: without which nobody is answered; none: whoever reaches it is.
    """
    registry = CollectorRegistry()
    for each in (*collectors, ProcessCollector(registry=None), PlatformCollector(registry=None)):
        registry.register(each)

    @app.get("/metrics")
    def measured() -> Response:
        if token and not is_bearer(token):
            return Response("", 401, {"WWW-Authenticate": "Bearer"}, mimetype="text/plain")
        told = generate_latest(metrics.REGISTRY) + generate_latest(registry)
        return Response(told, content_type=CONTENT_TYPE_LATEST)


def is_bearer(token: str) -> bool:
    """Return whether the request bears `token`; how long that takes does not tell how nearly."""
    given = request.headers.get("Authorization", "")
    return hmac.compare_digest(given.encode(), f"Bearer {token}".encode())


class TokenCollector(Collector):
    """Tells Prometheus whether Webex accepts the token.

    Args:
        accepted: as far as this process saw.
    """

    def __init__(self, accepted: Callable[[], bool]) -> None:
        self._accepted = accepted

    def collect(self) -> list[Metric]:
        """Return the one gauge."""
        told = "Whether Webex accepts the bot's token."
        return [metrics.gauge("token_accepted", told, self._accepted())]
