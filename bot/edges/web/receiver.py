"""Receives Webex's webhooks: verifies, records, answers."""

from __future__ import annotations

import math
import re
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import structlog
from flask import Flask, Response, request
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from bot.core.domain.errors import NoticeRefused
from bot.core.incoming.notices import MAX_BODY_BYTES, PATH, Notice
from bot.edges import metrics
from bot.edges.error_reports import where
from bot.edges.web.log_throttle import LogThrottle

log = structlog.get_logger()

PROTECTIVE = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
"""Headers of every answer, unless it sets its own."""


class _Receiver(Flask):
    """Adds security headers, and logs bugs without their messages, which may hold a request."""

    def process_response(self, response: Any) -> Any:
        """Add security headers to an answer."""
        answer = super().process_response(response)
        for name, value in PROTECTIVE.items():
            answer.headers.setdefault(name, value)
        return answer

    def log_exception(self, exc_info: Any) -> None:
        """Log an unhandled exception."""
        log.error("receiver.broken", bug=type(exc_info[1]).__name__, at=where(exc_info[1]))


def create_receiver(
    accept: Callable[[Notice], None],
    secret: str,
    whoami: Callable[[], str | None],
    *,
    secret_before: str | None = None,
    require_sha2: bool = False,
    accepted: Callable[[], bool] = lambda: True,
    longest: float = math.inf,
) -> Flask:
    """Return the WSGI application that Webex's webhooks call.

    Args:
        accept: records a notice durably, once.
        secret: the webhooks' secret.
        secret_before: another one, while the secret is being changed.
        whoami: returns the bot's person id, or None while it isn't known.
        require_sha2: refuse notices that are only signed with SHA-1.
        accepted: returns whether Webex accepts the bot's token, as far as known.
        longest: seconds after which a notice is too old to be taken.

    Raises:
        ValueError: the secret is empty, which would let anybody give commands.
    """
    if not secret:
        raise ValueError("The webhook secret must not be empty.")
    read = partial(
        Notice.from_http, secret=secret, secret_before=secret_before, require_sha2=require_sha2
    )
    app = create_health_app(accepted)

    @app.post(PATH)
    def take_notice() -> Response:
        notice = read(request.headers.items(), request.get_data())
        notice.check_age(time.time(), longest)
        if accept_if_relevant(notice, whoami(), accept):
            log.info("notice.taken", conversation=notice.key, **_tracking())
        return Response(status=204)

    _answer_refusals(app)
    return app


def create_health_app(accepted: Callable[[], bool]) -> Flask:
    """Return an application that only has /healthz."""
    app = _Receiver(__name__, static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = MAX_BODY_BYTES
    _add_liveness_check(app, accepted)

    @app.errorhandler(HTTPException)
    def other(error: HTTPException) -> Response:
        return bare_answer(error)

    return app


def bare_answer(error: HTTPException) -> Response:
    """Return the status of a request that Flask refused, and nothing else."""
    answer = _plain(error.code or 400)
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        answer.headers["Allow"] = ", ".join(sorted(error.valid_methods))
    return answer


def _tracking() -> dict[str, str]:
    """Return Webex's id of this delivery, if it sent one."""
    found = request.headers.get("TrackingID", "")
    return {"tracking_id": found} if _TRACKING_ID.fullmatch(found) else {}


_TRACKING_ID = re.compile(r"[\w.-]{1,100}", re.ASCII)


def _add_liveness_check(app: Flask, accepted: Callable[[], bool]) -> None:
    @app.get("/healthz")
    def alive() -> Response:
        if accepted():
            return Response("ok\n", mimetype="text/plain")
        return Response("Webex rejects the bot's token.\n", 503, mimetype="text/plain")


def accept_if_relevant(notice: Notice, me: str | None, accept: Callable[[Notice], None]) -> bool:
    """Pass a notice to `accept` if it concerns the bot; return whether it does.

    Args:
        notice: from a webhook or a WebSocket.
        me: the bot's person id; None while it isn't known.
        accept: records it durably, once.
    """
    kind = f"{notice.resource}:{notice.event}"
    ours = me is None or notice.concerns(me)
    if ours:
        accept(notice)
    metrics.notice(kind, "taken" if ours else "ignored")
    return ours


def _answer_refusals(app: Flask) -> None:
    throttled = LogThrottle()

    @app.errorhandler(NoticeRefused)
    def refuse(refused: NoticeRefused) -> Response:
        metrics.notice("other", "refused")
        throttled.warning("notice.refused", status=refused.status, reason=refused.reason)
        return _plain(refused.status)

    @app.errorhandler(SQLAlchemyError)
    def not_recorded(error: SQLAlchemyError) -> Response:
        # Not 2xx, so that Webex counts it as not delivered.
        metrics.notice("other", "not_recorded")
        log.error("notice.not_recorded", error=type(error).__name__)
        return _plain(503)


def _plain(status: int) -> Response:
    return Response(status=status, mimetype="text/plain")
